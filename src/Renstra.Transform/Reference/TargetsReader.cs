using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Reference;

/// <summary>Reads what was promised.</summary>
internal sealed class TargetsReader(ReferenceTables tables, RegionsReader regions, IndicatorsReader indicators, IReadOnlyList<Applicability> applicability)
{
    public const string File = "target.csv";

    public IReadOnlyList<Target> Read() =>
        tables.Open(File, "Indikator", "KodeWilayah", "Tahun", "Triwulan", "Target", "TargetSampai", "BerlakuMulai", "DasarHukum", "Sumber", "Catatan").Select(
            Make,
            target => (target.Indicator, target.Region, target.Year, target.Quarter, target.InForceFrom));

    private Target Make(ReferenceRow row)
    {
        var code = indicators.Known(row, row.Indicator("Indikator"));
        RegionCode? region = row.OptionalRegion("KodeWilayah") is { } one ? regions.Known(row, one) : null;
        var year = row.Year("Tahun");
        var inForceFrom = row.Month("BerlakuMulai");
        var (value, stretch) = Ends(row, code);
        var target = new Target(
            code, region, year, row.OptionalWhole("Triwulan", 1, 4), value, stretch, inForceFrom, row.Required("DasarHukum"), row.Required("Sumber"), row.Optional("Catatan"));
        if (!row.IsFaulty)
        {
            CheckYear(row, target);
        }

        return target;
    }

    /// <summary>A range may be written from either end: which end demands less follows from which direction is better.</summary>
    private (decimal Value, decimal? StretchValue) Ends(ReferenceRow row, IndicatorCode code)
    {
        var first = row.Number("Target");
        var second = row.OptionalNumber("TargetSampai");
        if (!row.IsFaulty && (first <= 0 || second <= 0))
        {
            row.Report("Target must be over 0: achievements are divided by it");
        }

        if (second == first)
        {
            row.Report("TargetSampai is the same as Target; leave it empty when the target is one value");
        }

        var lowerIsBetter = indicators.Find(code)?.Polarity == Polarity.Turun;
        return second is not { } other ? (first, null)
            : lowerIsBetter == (first > other) ? (first, other)
            : (other, first);
    }

    private void CheckYear(ReferenceRow row, Target target)
    {
        if (indicators.Find(target.Indicator) is { } indicator && !indicator.IsValidIn(target.Year))
        {
            row.Report(string.Create(CultureInfo.InvariantCulture, $"Tahun {target.Year} is outside the years of {target.Indicator}, {indicator.FirstYear} to {indicator.LastYear}"));
        }

        if (target.InForceFrom > new ReportingMonth(target.Year, 12))
        {
            row.Report(string.Create(CultureInfo.InvariantCulture, $"BerlakuMulai {target.InForceFrom} is after the year {target.Year} that the target is for"));
        }

        if (target.Region is { IsProvince: false } region
            && !applicability.Any(entry => entry.Indicator == target.Indicator && entry.Region == region && target.Year >= entry.FirstYear && target.Year <= entry.LastYear))
        {
            row.Report(string.Create(CultureInfo.InvariantCulture, $"{target.Indicator} does not apply to {region} in {target.Year}: {ApplicabilityReader.File} has no such line"));
        }
    }
}
