using Renstra.Functions.Feed.Query;

namespace Renstra.Functions.Feed.Model;

/// <summary>An entity set of the feed.</summary>
internal abstract class FeedSet
{
    /// <param name="name">As clients see it.</param>
    /// <param name="description">What it holds, in Indonesian.</param>
    /// <param name="rowType">The rows; its properties, each with a description, are the columns.</param>
    /// <param name="keys">The columns that tell rows apart, in the order in which rows are sorted.</param>
    protected FeedSet(string name, string description, Type rowType, params IEnumerable<string> keys)
    {
        Name = name;
        Description = description;
        RowType = rowType;
        Columns = FeedColumn.Of(rowType);
        Keys = [.. keys.Select(key => Columns.Single(column => column.Name == key))];
    }

    /// <summary>As clients see it.</summary>
    public string Name { get; }

    /// <summary>What it holds, in Indonesian.</summary>
    public string Description { get; }

    /// <summary>The type of the rows.</summary>
    public Type RowType { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<FeedColumn> Columns { get; }

    /// <summary>The key, in the order in which rows are sorted.</summary>
    public IReadOnlyList<FeedColumn> Keys { get; }

    /// <summary>
    /// Reads at least the rows within the scope, ascending by key, in portions as storage gives them, so that a reader who has
    /// enough can stop.
    /// </summary>
    public abstract IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation);

    /// <summary>Rows of this set, sorted by its key.</summary>
    protected IReadOnlyList<object> InKeyOrder(IEnumerable<object> rows)
    {
        var sorted = Keys.Skip(1).Aggregate(
            rows.OrderBy(Keys[0].Read, ValueComparer.Instance),
            (order, key) => order.ThenBy(key.Read, ValueComparer.Instance));
        return [.. sorted];
    }
}
