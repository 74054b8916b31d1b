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
        var order = RowOrder.Of(shape, options.Apply is null ? options.OrderBy : null);
        if (token is not null && options.Apply is null && !order.Has(token.Position))
        {
            throw SkipToken.Unknown();
        }

        var remaining = token is null ? options.Top : token.Remaining;
        var skip = token is null ? options.Skipped : 0;
        var limit = Math.Min(pageSize, remaining ?? long.MaxValue);
        var taken = new RowSlices();
        bool hasMore;
        if (options.Apply is null && options.OrderBy is null && (!options.Counts || token is not null))
        {
            hasMore = await TakeAsync(FilteredAsync(set, options, shape, reading, time, cancellation), order, token?.Position, skip, limit, taken, cancellation);
        }
        else
        {
            (shape, var rows) = await EverythingAsync(set, options, shape, reading, time, cancellation);
            order = options.Apply is null ? order : RowOrder.Of(shape, options.OrderBy);
            if (token is not null && !order.Has(token.Position))
            {
                throw SkipToken.Unknown();
            }

            count = options.Counts ? count ?? rows.Count : null;
            var left = token is null ? rows : [.. time.Within(rows).Where(row => order.IsBehind(row, token.Position))];
            var first = order.First(left, areByKey: options.Apply is null, Math.Min(skip, int.MaxValue) + limit + 1, time);
            hasMore = await TakeAsync(new[] { first }.ToAsyncEnumerable(), order, null, skip, limit, taken, cancellation);
        }

        remaining -= taken.Count;
        var next = hasMore && remaining is not 0
            ? new SkipToken(order.PositionOf(taken.Last), remaining, count, reading.Releases)
            : null;
        return new RowPage(shape, taken, await Expansion.ReadAsync(options.Expanded, taken, reading, cancellation), count, next, reading, token?.Releases);
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
        return options.Filter is null ? (grouped, groups) : (grouped, time.Matching(groups, grouped.Expressions.Condition(options.Filter)));
    }

    /// <summary>The rows that satisfy the filter; with <c>$apply</c> all rows read, since the filter is about what that makes of them.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<object>> FilteredAsync(
        FeedSet set, QueryOptions options, RowShape shape, FeedReading reading, QueryTime time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var condition = options.Filter is { } filter && options.Apply is null ? shape.Expressions.Condition(filter) : null;
        await foreach (var portion in set.ReadAsync(reading, cancellation))
        {
            reading.Seen.Add(portion);
            yield return condition is null ? portion : time.Matching(portion, condition);
        }

        reading.HasSeenAll = true;
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
        RowSlices taken,
        CancellationToken cancellation)
    {
        await foreach (var portion in portions.WithCancellation(cancellation))
        {
            // Rows are sorted, so once one lies behind the position all others do.
            var from = position is null ? 0 : order.CountThrough(portion, position);
            if (from == portion.Count)
            {
                continue;
            }

            position = null;
            var skipped = (int)Math.Min(skip, portion.Count - from);
            skip -= skipped;
            from += skipped;
            var take = (int)Math.Min(limit - taken.Count, portion.Count - from);
            taken.Add(portion, from, take);
            if (from + take < portion.Count)
            {
                return taken.Count > 0;
            }
        }

        return false;
    }
}

/// <summary>Rows as parts of portions, which are not copied.</summary>
internal sealed class RowSlices : IReadOnlyCollection<object>
{
    private readonly List<(IReadOnlyList<object> Portion, int From, int Count)> _slices = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>The last row; there must be one.</summary>
    public object Last => _slices[^1] is var (portion, from, count) ? portion[from + count - 1] : throw new InvalidOperationException("There is no row.");

    public void Add(IReadOnlyList<object> portion, int from, int count)
    {
        if (count > 0)
        {
            _slices.Add((portion, from, count));
            Count += count;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<object> GetEnumerator()
    {
        foreach (var (portion, from, count) in _slices)
        {
            for (var row = from; row < from + count; row++)
            {
                yield return portion[row];
            }
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One page of an answer.</summary>
/// <param name="Shape">What the rows look like.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Expansions">What the rows lead to, where that was asked for.</param>
/// <param name="Count">How many rows there are on all pages; null when that was not asked.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Reading">What it was made of.</param>
/// <param name="Pinned">The releases that an earlier page was read from; null on a first page.</param>
internal sealed record RowPage(RowShape Shape, RowSlices Rows, IReadOnlyList<Expansion> Expansions, long? Count, SkipToken? Next, FeedReading Reading, ReleaseNumbers? Pinned);
