using System.Reflection;
using System.Text;
using CsvHelper;

namespace Renstra.SampleData.Anchors;

/// <summary>
/// The facts that the sample year stands on, each with the table and line of the plan that it comes from, and the inventions that
/// fill what the plan leaves open, marked as such (<c>karangan</c>).
/// </summary>
internal static class AnchorFile
{
    /// <summary>The facts of one file of <c>Anchors/</c>.</summary>
    public static IReadOnlyList<AnchorRow> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Anchors/{name}.csv")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        using var csv = CsvReader.FromText(text.ReadToEnd(), new CsvReaderOptions { Separator = ',' });
        var rows = new List<AnchorRow>();
        while (csv.Read())
        {
            rows.Add(new AnchorRow(csv.Headers.ToDictionary(column => column, csv.GetString, StringComparer.Ordinal)));
        }

        return rows;
    }

    /// <summary>The totals of the whole province, by name.</summary>
    public static IReadOnlyDictionary<string, int> ProvinceTotals() =>
        Read("provinsi").ToDictionary(row => row.Text("Nama"), row => row.Whole("Nilai"), StringComparer.Ordinal);
}
