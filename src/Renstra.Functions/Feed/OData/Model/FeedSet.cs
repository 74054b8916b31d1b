using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed.OData.Model;

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

    /// <summary>The same set, read another way.</summary>
    protected FeedSet(FeedSet set)
    {
        (Name, Description, RowType, Columns, Keys) = (set.Name, set.Description, set.RowType, set.Columns, set.Keys);
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

    /// <summary>Whether its rows are few and in memory, so that reading them takes no time worth waiting one's turn for.</summary>
    public virtual bool IsAtHand => false;

    /// <summary>Where one row of this set belongs to many of others: what they call it (<c>$expand</c>). Null where it does not.</summary>
    public virtual string? LinkName => null;

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

    /// <summary>The portions that were read.</summary>
    public List<IReadOnlyList<object>> Seen { get; } = [];

    /// <summary>Whether there are no more.</summary>
    public bool HasSeenAll { get; set; }
}

/// <summary>Which release of each month was in force at one moment, so that a walk over many pages never mixes releases.</summary>
/// <param name="First">The first month.</param>
/// <param name="Numbers">The number of the release (<c>PenetapanKe</c>) of it and of each following month; 0 for a month without one.</param>
internal sealed record ReleaseNumbers(ReportingMonth First, IReadOnlyList<int> Numbers)
{
    /// <summary>The release in force in a month; null when it had none.</summary>
    public int? Of(ReportingMonth month) =>
        month.MonthsAfter(First) is var index && index >= 0 && index < Numbers.Count && Numbers[index] > 0 ? Numbers[index] : null;
}

/// <summary>A way from a row to the one row of another set whose key it holds.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="Target">The other set.</param>
/// <param name="Columns">The columns that hold the other row's key, in the order of its parts.</param>
internal sealed record FeedLink(string Name, FeedSet Target, IReadOnlyList<FeedColumn> Columns);
