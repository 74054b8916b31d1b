using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Performance;

/// <summary>A figure as the calculation needs it: the amounts, and the submission that they came in.</summary>
internal sealed record MonthFigure(decimal Numerator, decimal? Denominator, SubmissionId Submission)
{
    public decimal Of(ComponentRole role) => role == ComponentRole.Pembilang ? Numerator : Denominator!.Value;
}
