using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>One indicator of one region, or of the province, in one month (<c>Kinerja</c>). What is not reported is null, never 0.</summary>
public sealed record PerformanceRow
{
    /// <summary>The kabupaten or kota, or the province.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The month.</summary>
    public required ReportingMonth Month { get; init; }

    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>What was counted in the month itself; on a province row the sum of those that reported it.</summary>
    public decimal? MonthNumerator { get; init; }

    /// <summary>What it was counted against in the month itself; of a growth, the quantity of the same month a year ago.</summary>
    public decimal? MonthDenominator { get; init; }

    /// <summary>The month's own realisation, published digits; it has no category, since targets are for years.</summary>
    public decimal? MonthRealisation { get; init; }

    /// <summary>The numerator of the year to date.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The denominator of the year to date.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The realisation of the year to date in the indicator's unit, published digits.</summary>
    public decimal? Realisation { get; init; }

    /// <summary>What the plan promised for the year, in the indicator's unit; null when it has no target.</summary>
    public decimal? Target { get; init; }

    /// <summary>Achievement of the published realisation in percent, published digits, never capped.</summary>
    public decimal? Achievement { get; init; }

    /// <summary>The category of the achievement.</summary>
    public Category? Category { get; init; }

    /// <summary>Whether the year is still running: true from January through November (<c>Berjalan</c>).</summary>
    public required bool IsRunning { get; init; }

    /// <summary>
    /// Whether the month's own figure is there, of a yearly figure the year's; on a province row, whether every region's is
    /// (<c>StatusLapor</c>).
    /// </summary>
    public required bool IsReported { get; init; }

    /// <summary>The month that the year-to-date figures speak of; earlier than <see cref="Month"/> when they were carried. On a province row the latest of the regions'.</summary>
    public ReportingMonth? DataMonth { get; init; }

    /// <summary>Province rows: the regions whose figure is in, as <see cref="IsReported"/> counts them.</summary>
    public int? RegionsReporting { get; init; }

    /// <summary>Province rows: the regions that have to report the indicator; 1 where it is the province itself that does.</summary>
    public int? RegionsRequired { get; init; }

    /// <summary>
    /// Whether the year to date is complete: the figure for this month is in, and of an indicator with flows those of all earlier
    /// months of the year as well. On a province row, whether that holds for every region.
    /// </summary>
    public bool? IsComplete { get; init; }

    /// <summary>Province rows: the regions that are required and not reporting, in order of code.</summary>
    public IReadOnlyList<RegionCode> MissingRegions { get; init; } = [];

    /// <summary>Region rows: the submission that the month's own figure came in.</summary>
    public SubmissionId? Submission { get; init; }

    /// <summary>When the latest submission that the row depends on was handed in, UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
