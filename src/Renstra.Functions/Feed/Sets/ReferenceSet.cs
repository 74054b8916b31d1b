using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.Sets;

/// <summary>A set whose rows are reference data: in memory, and few.</summary>
internal abstract class ReferenceSet<TRow>(string name, string description, params IEnumerable<string> keys)
    : FeedSet(name, description, typeof(TRow), keys)
    where TRow : class
{
    public sealed override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield return InKeyOrder(Rows(reading));
    }

    /// <summary>All rows, in any order.</summary>
    protected abstract IEnumerable<TRow> Rows(FeedReading reading);
}
