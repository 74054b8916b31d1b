using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.Sets;

/// <summary>A set whose rows are reference data: in memory, and few.</summary>
internal abstract class ReferenceSet<TRow>(string name, string description, params IEnumerable<string> keys)
    : FeedSet(name, description, typeof(TRow), keys)
    where TRow : class
{
    private volatile Made? _made;

    public sealed override bool IsAtHand => true;

    public sealed override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        if (_made is not { } made || !ReferenceEquals(made.Reference, reading.Reference) || made.Month != reading.CurrentMonth)
        {
            _made = made = new Made(reading.Reference, reading.CurrentMonth, InKeyOrder(Rows(reading)));
        }

        yield return made.Rows;
    }

    /// <summary>All rows, in any order, whatever the request's scope.</summary>
    protected abstract IEnumerable<TRow> Rows(FeedReading reading);

    /// <summary>The rows, and what they were made of.</summary>
    private sealed record Made(ReferenceData Reference, ReportingMonth Month, IReadOnlyList<object> Rows);
}
