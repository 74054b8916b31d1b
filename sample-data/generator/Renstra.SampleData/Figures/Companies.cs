using Renstra.SampleData.Anchors;

namespace Renstra.SampleData.Figures;

/// <summary>IKU-3 and IKU-4: companies, those with bodies of industrial relations, those that keep labour standards.</summary>
internal sealed class Companies
{
    // Inspections start when the budget does, and pause for Lebaran and Christmas.
    private static readonly decimal[] InspectionSeason = [0.20m, 0.60m, 1.00m, 0.75m, 1.10m, 1.15m, 1.20m, 1.20m, 1.10m, 1.20m, 1.15m, 0.60m];

    public Companies(IReadOnlyList<Office> offices)
    {
        var totals = AnchorFile.ProvinceTotals();
        var existing = Apportionment.Divide(totals["Perusahaan"], [.. offices.Select(office => office.CompanyWeight)]);
        var obliged = Divide(totals["PerusahaanWajibSarana"], existing, offices, "wajib sarana", 0.90m, 1.10m);
        var formed = Divide(totals["PerusahaanBersaranaJanuari"], obliged, offices, "sarana", 0.55m, 1.45m);
        var added = Divide(totals["PerusahaanBersaranaTambahan"], obliged, offices, "sarana baru", 0.30m, 1.70m);
        var compliant = Divide(totals["PerusahaanNormaKerja"], existing, offices, "norma kerja", 0.50m, 1.50m);
        Existing = [.. existing.Select(MonthSeries.Constant)];
        Obliged = [.. obliged.Select(MonthSeries.Constant)];
        Formed = [.. offices.Select((office, index) => Growth(office, added[index]).ToDate().Plus(formed[index]))];
        Compliant =
        [
            .. offices.Select((office, index) =>
                MonthSeries.Seasonal(compliant[index], InspectionSeason, $"norma kerja {office.Region.Code}").ToDate()),
        ];
    }

    public IReadOnlyList<MonthSeries> Existing { get; }

    public IReadOnlyList<MonthSeries> Obliged { get; }

    public IReadOnlyList<MonthSeries> Formed { get; }

    public IReadOnlyList<MonthSeries> Compliant { get; }

    private static IReadOnlyList<int> Divide(
        int total,
        IReadOnlyList<int> by,
        IReadOnlyList<Office> offices,
        string what,
        decimal least,
        decimal most) =>
        Apportionment.Divide(total, [.. offices.Select((office, index) => by[index] * Chance.Between(least, most, what, office.Region.Code))]);

    private static MonthSeries Growth(Office office, int total) => MonthSeries.Counting(
        Enumerable.Range(1, total).Select(number => (Chance.Whole(2, MonthSeries.Months, "sarana baru", office.Region.Code, number), 1)));
}
