using System.ComponentModel.DataAnnotations;
using Renstra.Transform.Receipts.Comparing;

namespace Renstra.Functions.Intake;

/// <summary>
/// What receipts call unusual beside last month: section <c>Renstra:Comparison</c>. No reference data, since it changes no result and
/// must make no new version.
/// </summary>
internal sealed class ComparisonOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Renstra:Comparison";

    /// <summary>How many times larger or smaller a stock must become. Default 2, above 1.</summary>
    [Range(typeof(decimal), "1.01", "1000", ParseLimitsInInvariantCulture = true)]
    public decimal StockFactor { get; set; } = 2;

    /// <summary>How many times larger or smaller a month's count must become. Default 10, above 1.</summary>
    [Range(typeof(decimal), "1.01", "1000", ParseLimitsInInvariantCulture = true)]
    public decimal FlowFactor { get; set; } = 10;

    /// <summary>Changes by fewer units are never unusual. Default 5.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true)]
    public decimal LeastChange { get; set; } = 5;

    /// <summary>After how many months with more a count of 0 is unusual. Default 3, from 1 to 12.</summary>
    [Range(1, 12)]
    public int QuietMonths { get; set; } = 3;

    /// <summary>The same for the comparison.</summary>
    public ComparisonThresholds Thresholds => new(StockFactor, FlowFactor, LeastChange, QuietMonths);
}
