using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>What came of a submission.</summary>
/// <param name="Verdict">What the sender is told.</param>
/// <param name="Reports">How many reports were found in it.</param>
/// <param name="AcceptedReports">How many of them are accepted.</param>
/// <param name="Findings">How many findings there are, those not kept included.</param>
/// <param name="FinishedAt">When it was finished, UTC: the only value that depends on when it was processed.</param>
internal sealed record SubmissionOutcome(
    Verdict Verdict,
    int Reports,
    int AcceptedReports,
    int Findings,
    DateTimeOffset FinishedAt);
