using System.Globalization;
using Renstra.Testing;

namespace Renstra.PowerBi.Tests.Numbers;

/// <summary>What the measures mean, said a second time on the truth of the sample year.</summary>
internal sealed class TruthOfMeasures
{
    private const string Province = "53";

    // Their year to date needs every month of the year so far; of the others the latest stands.
    private static readonly string[] Flows = ["IKU-1", "IKU-2"];

    private readonly Truth _truth = Truth.Read();

    public (decimal? Realisation, decimal? Target, decimal? Ratio, string Category) At(Selection chosen)
    {
        var parts = Line(chosen);
        return (Number(parts[5]), Number(parts[6]), Number(parts[7]), parts[8]);
    }

    public string Mark(Selection chosen) => At(chosen).Category switch
    {
        "Sangat Berhasil" => "▲",
        "Berhasil" => "●",
        "Cukup Berhasil" => "◆",
        _ => "▼",
    };

    public string Completeness(Selection chosen) =>
        string.Create(CultureInfo.InvariantCulture, $"{Line(chosen)[10]} dari {_truth.RegionsOf(chosen.Indicator).Count}");

    /// <summary>Whether nothing is missing of a figure to date: of the province's, nothing of any region's.</summary>
    public bool IsComplete(Selection chosen) =>
        (chosen.Region == Province ? _truth.RegionsOf(chosen.Indicator) : [chosen.Region]).All(region =>
            Enumerable.Range(1, chosen.Month).Where(month => month == chosen.Month || Flows.Contains(chosen.Indicator))
                .All(month => Line(new Selection(month, region, chosen.Indicator))[9] == "Sudah"));

    public string OnTarget(Selection chosen)
    {
        var measured = Truth.Indicators.Select(indicator => chosen with { Indicator = indicator }).Where(each => At(each).Ratio is not null).ToList();
        var star = measured.All(IsComplete) ? "" : " *";
        return string.Create(CultureInfo.InvariantCulture, $"{measured.Count(each => At(each).Ratio >= 100)} dari {measured.Count}{star}");
    }

    /// <summary>One more than the regions that did better; equals share a rank.</summary>
    public int Rank(Selection chosen) =>
        _truth.RegionsOf(chosen.Indicator).Count(region => At(chosen with { Region = region }).Ratio > At(chosen).Ratio) + 1;

    /// <summary>Days from the tenth of the next month to the day of the first accepted report.</summary>
    public static int DaysLate(Selection chosen)
    {
        var report = Truth.Rows("sample-data/kebenaran-status.csv").Single(row =>
            row("Bulan") == string.Create(CultureInfo.InvariantCulture, $"2024-{chosen.Month:00}") && row("KodeWilayah") == chosen.Region);
        var due = new DateOnly(2024, 1, 10).AddMonths(chosen.Month);
        return Math.Max(0, DateOnly.ParseExact(report("DiterimaPertama")[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - due.DayNumber);
    }

    private string[] Line(Selection chosen) => _truth.Line(chosen.Month, chosen.Region, chosen.Indicator).Split(" | ");

    private static decimal? Number(string text) => text == "-" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
