using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>A finding as it is kept.</summary>
/// <param name="Submission">The submission it was found in.</param>
/// <param name="Sequence">From 1, in the order in which an officer meets the findings.</param>
/// <param name="Finding">What was found.</param>
internal sealed record StoredFinding(SubmissionId Submission, int Sequence, Finding Finding);
