namespace Renstra.Transform.Reports;

/// <summary>The report that stands under a key: accepted, not withdrawn, and of the latest submission.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="Figures">Its figures.</param>
public sealed record CurrentReport(ReportKey Key, SubmissionId Submission, IReadOnlyList<Figure> Figures);
