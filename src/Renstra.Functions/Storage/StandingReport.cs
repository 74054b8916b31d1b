using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>Which submission stands under a key, without what it says.</summary>
/// <param name="Key">The key.</param>
/// <param name="Submission">The submission.</param>
internal readonly record struct StandingReport(ReportKey Key, SubmissionId Submission);
