using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// The submissions that are withdrawn, read anew each time: a view is written under an ETag that was read before them, so that of two
/// writers the one that saw an older list loses.
/// </summary>
internal delegate Task<IReadOnlySet<SubmissionId>> WithdrawnSubmissions(CancellationToken cancellation);
