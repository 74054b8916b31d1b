using Renstra.SampleData.Anchors;

namespace Renstra.SampleData.Figures;

/// <summary>IKU-2: job seekers registered and placed, by region and month.</summary>
internal sealed class JobSeekers
{
    private const string MostMigrants = "53.18";
    private const string FewestMigrants = "53.20";

    // School leavers register from June on; little happens around Lebaran (April 2024) and Christmas. Placements follow.
    private static readonly decimal[] RegistrationSeason = [1.15m, 0.95m, 0.80m, 0.65m, 1.00m, 1.35m, 1.50m, 1.25m, 1.05m, 0.95m, 0.85m, 0.50m];
    private static readonly decimal[] PlacementSeason = [0.85m, 0.90m, 0.95m, 0.70m, 0.85m, 0.95m, 1.15m, 1.35m, 1.30m, 1.15m, 1.05m, 0.80m];

    private readonly IReadOnlyList<(int Abroad, int Elsewhere, int Trained)> _ways;

    public JobSeekers(IReadOnlyList<Office> offices)
    {
        var totals = AnchorFile.ProvinceTotals();
        var most = totals["DitempatkanAkanSumbaBaratDaya"];
        var fewest = totals["DitempatkanAkanSabuRaijua"];
        var abroad = Apportionment.Divide(totals["DitempatkanAkan"] - most - fewest, [.. offices.Select(office => office.MigrantWeight)]);
        var elsewhere = Spread(totals["DitempatkanAkad"], offices, "AKAD");
        var trained = Spread(totals["EksPelatihanTerserap"], offices, "eks pelatihan");
        var placed = offices.Select((office, index) => elsewhere[index] + trained[index] + office.Region.Code.Value switch
        {
            MostMigrants => most,
            FewestMigrants => fewest,
            _ => abroad[index],
        }).ToList();

        _ways = [.. offices.Select((_, index) => (Abroad: placed[index] - elsewhere[index] - trained[index], Elsewhere: elsewhere[index], Trained: trained[index]))];

        // Most offices place nearly all who register, a few hardly half of them.
        var registered = Apportionment.Divide(
            totals["PencariKerjaTerdaftar"],
            [.. offices.Select((office, index) => placed[index] / PlacedShare(office))]);
        Registered = Seasonal(offices, registered, RegistrationSeason, "terdaftar");
        Placed = Seasonal(offices, placed, PlacementSeason, "ditempatkan");
    }

    public IReadOnlyList<MonthSeries> Registered { get; }

    /// <summary>
    /// How so many job seekers of an office were placed, as over the whole year. The plan names placements within the region (AKL) and
    /// counts none (lines 719 and 727).
    /// </summary>
    public IReadOnlyDictionary<string, int> ByWay(int office, int placed)
    {
        var (abroad, elsewhere, trained) = _ways[office];
        var parts = Apportionment.Divide(placed, [elsewhere, abroad, trained]);
        return new Dictionary<string, int> { ["AKL"] = 0, ["AKAD"] = parts[0], ["AKAN"] = parts[1], ["Pelatihan"] = parts[2] };
    }

    public IReadOnlyList<MonthSeries> Placed { get; }

    private static decimal PlacedShare(Office office)
    {
        var difficulty = Chance.Between(0, 1, "penempatan", office.Region.Code);
        return 0.97m - (0.45m * difficulty * difficulty);
    }

    private static IReadOnlyList<int> Spread(int total, IReadOnlyList<Office> offices, string what) =>
        Apportionment.Divide(total, [.. offices.Select(office => office.JobSeekerWeight * Chance.Between(0.8m, 1.2m, what, office.Region.Code))]);

    private static IReadOnlyList<MonthSeries> Seasonal(IReadOnlyList<Office> offices, IReadOnlyList<int> totals, decimal[] season, string what) =>
        [.. offices.Select((office, index) => MonthSeries.Seasonal(totals[index], season, $"{what} {office.Region.Code}"))];
}
