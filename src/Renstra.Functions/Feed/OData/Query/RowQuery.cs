using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Reference;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>Answers queries: what has to be read is read, and everything that was asked is then evaluated on the rows.</summary>
internal sealed class RowQuery(CurrentReference reference, TimeProvider clock)
{
    /// <summary>One page.</summary>
    /// <param name="set">The set.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="pageSize">The most rows on a page.</param>
    /// <param name="limits">How long may be computed.</param>
    /// <param name="cancellation">Stops between two portions.</param>
    public async Task<RowPage> PageAsync(FeedSet set, QueryOptions options, int pageSize, QueryLimits limits, CancellationToken cancellation)
    {
        var time = new QueryTime(clock, limits.Time);
        var token = options[QueryOptions.SkipToken] is { } text ? SkipToken.Read(text, Identity(set, options)) : null;
        var shape = RowShape.Of(set, options.Aliases);
        var reading = await ReadingAsync(ScopeFrom(set, options, token), token?.Releases, cancellation);
        var count = token?.Count;
        IAsyncEnumerable<IReadOnlyList<object>> portions;
        RowOrder order;
        if (options.Apply is null && options.OrderBy is null && (!options.Counts || token is not null))
        {
            order = RowOrder.Of(shape, null);
            portions = FilteredAsync(set, options, shape, reading, time, cancellation);
        }
        else
        {
            (shape, var rows) = await EverythingAsync(set, options, shape, reading, time, cancellation);
            order = RowOrder.Of(shape, options.OrderBy);
            count = options.Counts ? count ?? rows.Count : null;
            portions = new[] { (IReadOnlyList<object>)[.. order.Sort(time.Within(rows))] }.ToAsyncEnumerable();
        }

        if (token is not null && !order.Has(token.Position))
        {
            throw SkipToken.Unknown();
        }

        var remaining = token is null ? options.Top : token.Remaining;
        var taken = new List<object>();
        var hasMore = await TakeAsync(
            portions, order, token?.Position, token is null ? options.Skipped : 0, Math.Min(pageSize, remaining ?? long.MaxValue), taken, cancellation);
        remaining -= taken.Count;
        var next = hasMore && remaining is not 0
            ? new SkipToken(order.PositionOf(taken[^1]), remaining, count, reading.Releases)
            : null;
        return new RowPage(shape, taken, await Expansion.ReadAsync(options.Expanded, taken, reading, cancellation), count, next);
    }

    /// <summary>How many rows there are.</summary>
    public async Task<long> CountAsync(FeedSet set, QueryOptions options, QueryLimits limits, CancellationToken cancellation)
    {
        var time = new QueryTime(clock, limits.Time);
        var shape = RowShape.Of(set, options.Aliases);
        var reading = await ReadingAsync(options.ScopeOf(set), null, cancellation);
        var (_, rows) = await EverythingAsync(set, options, shape, reading, time, cancellation);
        return rows.Count;
    }

    /// <summary>The row of a key; null when there is none.</summary>
    public async Task<(object Row, IReadOnlyList<Expansion> Expansions)?> FindAsync(
        FeedSet set, IReadOnlyDictionary<string, object> key, IReadOnlyList<ExpandedLink> expanded, CancellationToken cancellation)
    {
        var scope = key.Aggregate(ReadScope.Everything, (scope, part) => scope.And(ReadScope.Of(part.Key, ValueScope.Of(part.Value))));
        var reading = await ReadingAsync(scope, null, cancellation);
        await foreach (var portion in set.ReadAsync(reading, cancellation))
        {
            if (portion.FirstOrDefault(row => set.Keys.All(column => Equals(column.Read(row), key[column.Name]))) is { } found)
            {
                return (found, await Expansion.ReadAsync(expanded, [found], reading, cancellation));
            }
        }

        return null;
    }

    /// <summary>What a token holds for: the set and the options that decide on rows and order.</summary>
    public static string Identity(FeedSet set, QueryOptions options) => $"{set.Name}?{options.Identity}";

    private async Task<FeedReading> ReadingAsync(ReadScope scope, ReleaseNumbers? releases, CancellationToken cancellation) =>
        new(scope, await reference.GetAsync(cancellation), clock.GetUtcNow(), releases);

    private static async Task<(RowShape Shape, IReadOnlyList<object> Rows)> EverythingAsync(
        FeedSet set, QueryOptions options, RowShape shape, FeedReading reading, QueryTime time, CancellationToken cancellation)
    {
        var rows = new List<object>();
        await foreach (var portion in FilteredAsync(set, options, shape, reading, time, cancellation))
        {
            rows.AddRange(portion);
        }

        if (options.Apply is null)
        {
            return (shape, rows);
        }

        var (grouped, groups) = new Grouping(options.Aliases, time).Apply(options.Apply, shape, rows);
        return options.Filter is null ? (grouped, groups) : (grouped, [.. time.Within(groups).Where(grouped.Expressions.Condition(options.Filter))]);
    }

    /// <summary>The rows that satisfy the filter; with <c>$apply</c> all rows read, since the filter is about what that makes of them.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<object>> FilteredAsync(
        FeedSet set, QueryOptions options, RowShape shape, FeedReading reading, QueryTime time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var condition = options.Filter is { } filter && options.Apply is null ? shape.Expressions.Condition(filter) : null;
        await foreach (var portion in set.ReadAsync(reading, cancellation))
        {
            yield return condition is null ? portion : [.. time.Within(portion).Where(condition)];
        }
    }

    /// <summary>In the order of the key, nothing before a position needs to be read again.</summary>
    private static ReadScope ScopeFrom(FeedSet set, QueryOptions options, SkipToken? token) =>
        token is not null && options.Apply is null && options.OrderBy is null && token.Position[0] is { } first and (DateOnly or string)
            ? options.ScopeOf(set).And(ReadScope.Of(set.Keys[0].Name, ValueScope.From(first)))
            : options.ScopeOf(set);

    private static async Task<bool> TakeAsync(
        IAsyncEnumerable<IReadOnlyList<object>> portions,
        RowOrder order,
        IReadOnlyList<object?>? position,
        long skip,
        long limit,
        List<object> taken,
        CancellationToken cancellation)
    {
        await foreach (var portion in portions.WithCancellation(cancellation))
        {
            foreach (var row in portion)
            {
                // Rows are sorted, so once one lies behind the position all others do.
                if (position is not null && order.Compare(order.PositionOf(row), position) <= 0)
                {
                    continue;
                }

                position = null;
                if (skip > 0)
                {
                    skip--;
                    continue;
                }

                if (taken.Count == limit)
                {
                    return taken.Count > 0;
                }

                taken.Add(row);
            }
        }

        return false;
    }
}

/// <summary>One page of an answer.</summary>
/// <param name="Shape">What the rows look like.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Expansions">What the rows lead to, where that was asked for.</param>
/// <param name="Count">How many rows there are on all pages; null when that was not asked.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record RowPage(RowShape Shape, IReadOnlyList<object> Rows, IReadOnlyList<Expansion> Expansions, long? Count, SkipToken? Next);
