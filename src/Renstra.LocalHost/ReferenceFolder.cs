using Renstra.Transform.Reference;

namespace Renstra.LocalHost;

/// <summary>A folder with reference files that take the place of shipped ones: a copy of the container <c>referensi</c>, or what is to become it.</summary>
internal static class ReferenceFolder
{
    /// <summary>The reference data as they would be in force.</summary>
    /// <exception cref="CannotStartException">A file in it overrides none, or the data cannot be used; all reasons are told.</exception>
    public static ReferenceData Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CannotStartException($"There is no folder {folder}.");
        }

        var files = ReferenceFiles.Shipped;
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            files = files.Names.Contains(name)
                ? files.With(name, File.ReadAllText(path))
                : throw new CannotStartException($"{path} is no reference file; there are {string.Join(", ", files.Names)}.");
        }

        try
        {
            return ReferenceData.Read(files);
        }
        catch (ReferenceDataException refused)
        {
            throw new CannotStartException(string.Join(Environment.NewLine, ["The reference data cannot be used:", .. refused.Problems.Select(problem => problem.ToString())]));
        }
    }
}
