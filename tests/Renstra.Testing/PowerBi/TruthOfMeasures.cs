using System.Globalization;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Testing.PowerBi;

/// <summary>What is chosen in the report.</summary>
/// <param name="Month">Of 2024.</param>
/// <param name="Region">A code; 53 is the province.</param>
/// <param name="Indicator">A code; empty where the measure is not about one.</param>
internal sealed record Selection(int Month, string Region, string Indicator);

/// <summary>What the measures mean, said a second time on the truth of the sample year.</summary>
internal sealed class TruthOfMeasures
{
    public const string Province = "53";

    // Their year to date needs every month of the year so far; of the others the latest stands.
    private static readonly string[] Flows = ["IKU-1", "IKU-2"];

    private static readonly LookOfCategory[] Looks =
    [
        new("Sangat Berhasil", "unggul", "▲", "#17568C", "#FFFFFF"),
        new("Berhasil", "baik", "●", "#A9CFEC", "#0C2F4D"),
        new("Cukup Berhasil", "cukup", "◆", "#F3CF74", "#4A3500"),
        new("Belum Berhasil", "kurang", "▼", "#B4440F", "#FFFFFF"),
    ];

    private readonly Truth _truth = Truth.Read();

    /// <summary>Every report that was due of a kabupaten or kota, and what came of it.</summary>
    public static IReadOnlyList<(int Month, string Region, string Status)> Reports { get; } =
        [.. Truth.Rows("sample-data/kebenaran-status.csv").Select(row => (Month(row("Bulan")), row("KodeWilayah"), (row("Status"), row("JumlahDikembalikan")) switch
        {
            ("Tepat waktu", _) => "Sudah",
            ("Tidak melapor", "0") => "Belum",
            ("Tidak melapor", _) => "Dikembalikan",
            var (late, _) => late,
        }))];

    /// <summary>Every file that was sent.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string Region, int Month, string File, bool IsAccepted)> Deliveries { get; } =
        [.. Truth.Rows("sample-data/pengiriman.csv").Select(row => (
            DateTimeOffset.Parse(row("DikirimPada"), CultureInfo.InvariantCulture), row("KodeWilayah"), Month(row("Bulan")), row("Berkas"), row("Putusan") == "DITERIMA"))];

    public static (int Month, string Region, string Status) ReportOf(int month, string region) => Reports.Single(report => report.Month == month && report.Region == region);

    public static IReadOnlyList<Region> Regions { get; } = [.. ReferenceData.Shipped.Regions.All];

    public static Region Region(string code) => Regions.Single(region => region.Code.Value == code);

    /// <summary>The first release on the eleventh of the next month at six; another the morning after anything came that it rests on.</summary>
    public static int ReleasesOf(int month)
    {
        var first = new DateTimeOffset(2024, 1, 11, 6, 0, 0, TimeSpan.FromHours(8)).AddMonths(month);
        return 1 + Deliveries.Where(sent => sent.IsAccepted && sent.Month <= month && sent.At > first)
            .Select(sent => sent.At.AddHours(-6).AddMinutes(10).Date).Distinct().Count();
    }

    /// <summary>Days from the tenth of the next month to the day of the first accepted report.</summary>
    public static int DaysLate(Selection chosen)
    {
        var report = Truth.Rows("sample-data/kebenaran-status.csv").Single(row =>
            row("Bulan") == string.Create(CultureInfo.InvariantCulture, $"2024-{chosen.Month:00}") && row("KodeWilayah") == chosen.Region);
        var due = new DateOnly(2024, 1, 10).AddMonths(chosen.Month);
        return Math.Max(0, DateOnly.ParseExact(report("DiterimaPertama")[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - due.DayNumber);
    }

    public (decimal? Realisation, decimal? Target, decimal? Ratio) At(Selection chosen)
    {
        var parts = Line(chosen);
        return (Number(parts[5]), Number(parts[6]), Number(parts[7]));
    }

    /// <summary>Realisation of the month by itself.</summary>
    public decimal? Own(Selection chosen) => Number(Line(chosen)[2]);

    public (decimal? Numerator, decimal? Denominator) Parts(Selection chosen) => (Number(Line(chosen)[3]), Number(Line(chosen)[4]));

    public string? Category(Selection chosen) => Line(chosen)[8] is "-" ? null : Line(chosen)[8];

    public int? Order(Selection chosen) => Tone(chosen) is { } look ? Array.IndexOf(Looks, look) + 1 : null;

    public LookOfCategory? Tone(Selection chosen) => Looks.SingleOrDefault(look => look.Category == Category(chosen));

    public string? Mark(Selection chosen) => Tone(chosen)?.Mark;

    public bool Applies(Selection chosen) => chosen.Region == Province || _truth.RegionsOf(chosen.Indicator).Contains(chosen.Region);

    public bool IsReported(Selection chosen) => Line(chosen)[9] == "Sudah";

    public int Reporting(Selection chosen) => int.Parse(Line(chosen)[10], CultureInfo.InvariantCulture);

    public int Due(Selection chosen) => _truth.RegionsOf(chosen.Indicator).Count;

    public string Completeness(Selection chosen) => string.Create(CultureInfo.InvariantCulture, $"{Reporting(chosen)} dari {Due(chosen)}");

    /// <summary>Who has not reported an indicator that month, as the feed lists it; null for nobody.</summary>
    public string? Missing(Selection chosen) =>
        string.Join("; ", _truth.RegionsOf(chosen.Indicator).Order(StringComparer.Ordinal).Where(region => !IsReported(chosen with { Region = region })).Select(region => Region(region).FullName))
            is { Length: > 0 } names ? names : null;

    /// <summary>Whether nothing is missing of a figure to date: of the province's, nothing of any region's.</summary>
    public bool IsComplete(Selection chosen) => IsComplete(chosen, Flows.Contains(chosen.Indicator) ? 1 : chosen.Month);

    /// <summary>Whether nothing is missing of the figure of the quarter that ends with that month.</summary>
    public bool IsQuarterComplete(Selection last) => IsComplete(last, Flows.Contains(last.Indicator) ? last.Month - 2 : last.Month);

    /// <summary>Realisation of the quarter that ends with that month: flows add up, of others what stands at its end.</summary>
    public decimal? OfQuarter(Selection last)
    {
        if (!Flows.Contains(last.Indicator))
        {
            return At(last).Realisation;
        }

        var cells = _truth.RegionsOf(last.Indicator).SelectMany(region => Enumerable.Range(last.Month - 2, 3).Select(month => Reported(new Selection(month, region, last.Indicator)))).OfType<(decimal Numerator, decimal Denominator)>().ToList();
        return Math.Round(cells.Sum(cell => cell.Numerator) / cells.Sum(cell => cell.Denominator) * 100, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The two counts that a region reported for a month; null where it did not.</summary>
    public (decimal Numerator, decimal Denominator)? Reported(Selection chosen) =>
        Line(chosen) is ["-", ..] ? null : (Number(Line(chosen)[0])!.Value, Number(Line(chosen)[1])!.Value);

    /// <summary>In how many months a region reported more in the numerator than in the denominator; null for none.</summary>
    public decimal? NumeratorsOverDenominators(string region, string indicator) =>
        Enumerable.Range(1, 12).Select(month => Reported(new Selection(month, region, indicator))).Count(cell => cell is { } known && known.Numerator > known.Denominator) is > 0 and var many ? many : null;

    public string? OnTarget(Selection chosen)
    {
        var measured = Measured(chosen);
        var star = measured.All(IsComplete) ? "" : " *";
        return measured.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{measured.Count(each => At(each).Ratio >= 100)} dari {measured.Count}{star}");
    }

    public string BelowTarget(Selection chosen) => string.Join(", ", Measured(chosen).Where(each => At(each).Ratio < 100).Select(each => each.Indicator)) is { Length: > 0 } codes ? codes : "Tidak ada";

    /// <summary>One more than the regions that did better; equals share a rank.</summary>
    public int Rank(Selection chosen) =>
        _truth.RegionsOf(chosen.Indicator).Count(region => At(chosen with { Region = region }).Ratio > At(chosen).Ratio) + 1;

    private List<Selection> Measured(Selection chosen) =>
        [.. Truth.Indicators.Select(indicator => chosen with { Indicator = indicator }).Where(each => Applies(each) && At(each).Ratio is not null)];

    private bool IsComplete(Selection chosen, int from) =>
        (chosen.Region == Province ? _truth.RegionsOf(chosen.Indicator) : [chosen.Region]).All(region =>
            Enumerable.Range(from, chosen.Month - from + 1).All(month => IsReported(new Selection(month, region, chosen.Indicator))));

    private string[] Line(Selection chosen) => _truth.Line(chosen.Month, chosen.Region, chosen.Indicator).Split(" | ");

    private static int Month(string text) => int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => text == "-" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>How a category looks in every place that shows it.</summary>
internal sealed record LookOfCategory(string Category, string Name, string Mark, string Colour, string Ink);
