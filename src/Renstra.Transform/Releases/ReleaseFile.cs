namespace Renstra.Transform.Releases;

/// <summary>A file of a release.</summary>
/// <param name="Name">Its name within the release's folder.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReleaseFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
