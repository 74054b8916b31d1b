using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Reference;

/// <summary>Reference files as someone might change them.</summary>
internal static class EditedFiles
{
    /// <summary>The files with a piece of text replaced that stands in the file exactly once.</summary>
    public static ReferenceFiles Replacing(this ReferenceFiles files, string file, string old, string replacement)
    {
        var parts = files[file].Split(old);
        Assert.True(parts.Length == 2, $"'{old}' stands {parts.Length - 1} times in {file}");
        return files.With(file, string.Join(replacement, parts));
    }

    /// <summary>The files with lines added at the end of one.</summary>
    public static ReferenceFiles Adding(this ReferenceFiles files, string file, params string[] lines) =>
        files.With(file, files[file].TrimEnd('\n') + "\n" + string.Join('\n', lines) + "\n");

    /// <summary>The files with one line, counted from 1, replaced.</summary>
    public static ReferenceFiles WithLine(this ReferenceFiles files, string file, int line, string text)
    {
        var lines = files[file].Split('\n');
        lines[line - 1] = text;
        return files.With(file, string.Join('\n', lines));
    }

    /// <summary>What is said of files that cannot be used.</summary>
    public static IReadOnlyList<string> Problems(this ReferenceFiles files) =>
        [.. Assert.Throws<ReferenceDataException>(() => ReferenceData.Read(files)).Problems.Select(problem => problem.ToString())];
}
