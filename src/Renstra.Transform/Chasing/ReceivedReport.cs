using Renstra.Transform.Reports;

namespace Renstra.Transform.Chasing;

/// <summary>A report that was received and not withdrawn.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="IsAccepted">Accepted or returned.</param>
/// <param name="FileName">The file's name as it was sent.</param>
public sealed record ReceivedReport(ReportKey Key, SubmissionId Submission, bool IsAccepted, string FileName);
