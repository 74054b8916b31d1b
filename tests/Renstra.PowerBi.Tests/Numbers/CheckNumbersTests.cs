using System.Globalization;
using Renstra.PowerBi.Tests.Model;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.PowerBi.Tests.Numbers;

/// <summary>
/// What measures should show on the sample year, computed from its truth alone. The numbers that a person compares in Desktop
/// (<c>powerbi/README.md</c>) are held to it.
/// </summary>
public sealed class CheckNumbersTests
{
    private static readonly TruthOfMeasures Truth = new();

    private static readonly Dictionary<string, Func<Selection, string>> Measures = new(StringComparer.Ordinal)
    {
        ["Realisasi Kini"] = chosen => Write(Truth.At(chosen).Realisation),
        ["Rasio Kini"] = chosen => Write(Truth.At(chosen).Ratio),
        ["Kategori Bertanda"] = chosen => $"{Truth.Mark(chosen)} {Truth.At(chosen).Category}{Star(chosen)}",
        ["Rasio Bertanda"] = chosen => $"{Truth.Mark(chosen)} {Write(Truth.At(chosen).Ratio)}{Star(chosen)}",
        ["Kelengkapan"] = chosen => Truth.Completeness(chosen),
        ["Selisih Target"] = chosen => Signed(Truth.At(chosen).Realisation - Truth.At(chosen).Target),
        ["Perubahan dari Bulan Lalu"] = chosen => Signed(Truth.At(chosen).Realisation - Truth.At(chosen with { Month = chosen.Month - 1 }).Realisation),
        ["Indikator Mencapai Target"] = chosen => Truth.OnTarget(chosen),
        ["Peringkat"] = chosen => Truth.Rank(chosen).ToString(CultureInfo.InvariantCulture),
        ["Hari Terlambat Terlama"] = chosen => TruthOfMeasures.DaysLate(chosen).ToString(CultureInfo.InvariantCulture),
    };

    [Fact]
    public void The_numbers_to_check_after_opening_are_those_of_the_truth()
    {
        var rows = Rows().ToList();

        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Equal(Measures[row.Measure](row.Chosen), row.Shows));
    }

    [Fact]
    public void Every_kind_of_measure_is_among_them_and_in_the_model()
    {
        Assert.Equal(Measures.Keys.Order(StringComparer.Ordinal), Rows().Select(row => row.Measure).Order(StringComparer.Ordinal));
        Assert.All(Measures.Keys, name => Assert.Contains(name, SemanticModel.Current.Measures.Keys));
    }

    private static IEnumerable<(Selection Chosen, string Measure, string Shows)> Rows() =>
        from line in File.ReadLines(ProjectFolder.PathOf("README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 9 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _)
        select (Chosen(cells[3], cells[4], cells[5]), cells[6].Trim('`'), cells[7]);

    private static Selection Chosen(string month, string region, string indicator) => new(
        Enumerable.Range(1, 12).Single(number => $"{ReportingMonth.NameOf(number)} 2024" == month),
        region.Length == 0 ? "53" : ReferenceData.Shipped.Regions.Reporting.Single(each => each.Name == region).Code.Value,
        indicator);

    private static string Star(Selection chosen) => Truth.IsComplete(chosen) ? "" : " *";

    private static string Write(decimal? value) => value!.Value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Signed(decimal? difference) => (difference > 0 ? "+" : "") + Write(difference);
}

/// <summary>What is chosen in the report.</summary>
/// <param name="Month">Of 2024.</param>
/// <param name="Region">A code; 53 is the province.</param>
/// <param name="Indicator">A code; empty where the measure is not about one.</param>
internal sealed record Selection(int Month, string Region, string Indicator);
