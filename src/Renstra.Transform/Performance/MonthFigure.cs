using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>A figure as the calculation needs it: a whole one, with both amounts wherever the indicator has two.</summary>
/// <param name="Numerator">In the component's unit.</param>
/// <param name="Denominator">In the component's unit; of a growth, the numerator of a year ago; null for a value.</param>
/// <param name="Submission">The submission that the numerator came in.</param>
/// <param name="ChangedAt">When the latest of the submissions that the figure comes from was handed in, UTC.</param>
internal sealed record MonthFigure(decimal Numerator, decimal? Denominator, SubmissionId Submission, DateTimeOffset ChangedAt)
{
    public decimal Of(ComponentRole role) => role == ComponentRole.Pembilang ? Numerator : Denominator!.Value;
}
