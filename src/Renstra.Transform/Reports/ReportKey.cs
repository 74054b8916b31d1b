using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Reports;

/// <summary>What a report speaks about: of all accepted reports under one key, the latest submission stands.</summary>
/// <param name="Region">The kabupaten or kota.</param>
/// <param name="Month">The month reported about.</param>
/// <param name="Holder">Who reports.</param>
public readonly record struct ReportKey(RegionCode Region, ReportingMonth Month, DataHolder Holder);

/// <summary>The report that stands under a key: accepted, not withdrawn, and of the latest submission.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="Figures">Its figures.</param>
public sealed record CurrentReport(ReportKey Key, SubmissionId Submission, IReadOnlyList<Figure> Figures);
