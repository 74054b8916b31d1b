using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Query;

/// <summary>One request's reading of one set.</summary>
/// <param name="scope">What has to be read.</param>
/// <param name="reference">The reference data in force when the request came.</param>
/// <param name="now">When the request came.</param>
/// <param name="releases">The releases that an earlier page of the same walk was read from; null on a first page.</param>
internal sealed class FeedReading(ReadScope scope, ReferenceData reference, DateTimeOffset now, ReleaseNumbers? releases)
{
    public ReadScope Scope { get; } = scope;

    public ReferenceData Reference { get; } = reference;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The last month that there are rows for: the one that is running in WITA.</summary>
    public ReportingMonth CurrentMonth { get; } = Wita.MonthOf(now);

    /// <summary>The releases that the walk is read from; a set that depends on releases fixes them on the first page.</summary>
    public ReleaseNumbers? Releases { get; set; } = releases;
}
