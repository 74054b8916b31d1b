using Renstra.Functions.Storage;

namespace Renstra.Functions.Feed.Submissions;

/// <summary>A report of the history.</summary>
/// <param name="Report">The report.</param>
/// <param name="IsCurrent">Whether it is the one that stands under its key.</param>
internal sealed record KnownReport(StoredReport Report, bool IsCurrent);
