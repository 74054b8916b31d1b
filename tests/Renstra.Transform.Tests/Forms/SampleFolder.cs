using CsvHelper;

namespace Renstra.Transform.Tests.Forms;

/// <summary>The sample data as they are committed.</summary>
internal static class SampleFolder
{
    public static readonly string Path = Find();

    public static IReadOnlyList<string> Workbooks =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Path, "berkas"), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')),
    ];

    public static byte[] Read(string path) => File.ReadAllBytes(System.IO.Path.Combine(Path, path));

    /// <summary>The rows of one of the tables beside the workbooks, by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name)
    {
        using var csv = CsvReader.FromText(File.ReadAllText(System.IO.Path.Combine(Path, name)), new CsvReaderOptions { Separator = ',' });
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(column => column, csv.GetString, StringComparer.Ordinal));
        }

        return rows;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Renstra.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
        }

        return System.IO.Path.Combine(folder.FullName, "sample-data");
    }
}
