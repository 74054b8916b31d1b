using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>Which report a release rests on, without what it says.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission it came in.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
public sealed record NamedSource(ReportKey Key, SubmissionId Submission, string BlobName);
