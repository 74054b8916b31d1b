namespace Renstra.Transform.Receipts.Comparing;

/// <summary>From where on a change is called unusual. They decide about remarks to officers alone, never about acceptance.</summary>
/// <param name="StockFactor">A stock that becomes this many times larger or smaller, above 1.</param>
/// <param name="FlowFactor">A month's count that becomes this many times larger or smaller, above 1.</param>
/// <param name="LeastChange">Changes by less than so many units are never unusual, so that small numbers may double.</param>
/// <param name="QuietMonths">A month's count of 0 after so many months that all had more, 1 or more.</param>
public sealed record ComparisonThresholds(decimal StockFactor, decimal FlowFactor, decimal LeastChange, int QuietMonths);
