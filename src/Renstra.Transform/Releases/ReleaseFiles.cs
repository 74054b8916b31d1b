namespace Renstra.Transform.Releases;

/// <summary>The files of a release. They depend on the release and the one before it alone: no clock, no machine.</summary>
public static class ReleaseFiles
{
    /// <summary>The version of the files' layout: raise it whenever the same release would give other bytes.</summary>
    public const int Version = 1;

    /// <summary>The name of the list of what the release rests on.</summary>
    public const string SourcesName = "asal.json";

    /// <summary>The files.</summary>
    /// <param name="content">The release.</param>
    public static IReadOnlyList<ReleaseFile> Write(ReleaseContent content) =>
        [new ReleaseFile(SourcesName, "application/json", ReleaseSourcesJson.Write(content))];
}
