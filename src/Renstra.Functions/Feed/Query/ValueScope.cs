namespace Renstra.Functions.Feed.Query;

/// <summary>
/// The values that a column can have in the rows asked for: a superset of them, either listed or between two bounds. Values are
/// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="int"/> or <see cref="string"/>, one type in one scope.
/// </summary>
internal sealed class ValueScope
{
    private readonly SortedSet<object>? _values;
    private readonly object? _least;
    private readonly object? _greatest;

    private ValueScope(SortedSet<object>? values, object? least, object? greatest)
    {
        _values = values;
        _least = least;
        _greatest = greatest;
    }

    /// <summary>The least value that there can be; null when nothing bounds it, or when there can be none.</summary>
    public object? Least => _values is { } values ? values.Min : _least;

    /// <summary>The greatest value that there can be; null when nothing bounds it, or when there can be none.</summary>
    public object? Greatest => _values is { } values ? values.Max : _greatest;

    /// <summary>The values, when they are known one by one.</summary>
    public IReadOnlyCollection<object>? Values => _values;

    public static ValueScope Of(params IEnumerable<object> values) => new(new SortedSet<object>(values, ValueComparer.Instance), null, null);

    public static ValueScope From(object least) => new(null, least, null);

    public static ValueScope Through(object greatest) => new(null, null, greatest);

    public bool Contains(object value) => _values is { } values
        ? values.Contains(value)
        : (_least is null || Compare(_least, value) <= 0) && (_greatest is null || Compare(value, _greatest) <= 0);

    /// <summary>What satisfies both.</summary>
    public ValueScope And(ValueScope other)
    {
        if (_values is { } values)
        {
            return Of(values.Where(other.Contains));
        }

        return other._values is { } others
            ? Of(others.Where(Contains))
            : new ValueScope(null, Later(_least, other._least), Earlier(_greatest, other._greatest));
    }

    /// <summary>What satisfies at least one, and maybe more than that: bounds have no gaps.</summary>
    public ValueScope Or(ValueScope other)
    {
        if (_values is { } values && other._values is { } others)
        {
            return Of(values.Concat(others));
        }

        if (_values is { Count: 0 })
        {
            return other;
        }

        return other._values is { Count: 0 }
            ? this
            : new ValueScope(
                null,
                Least is { } least && other.Least is { } otherLeast ? Earlier(least, otherLeast) : null,
                Greatest is { } greatest && other.Greatest is { } otherGreatest ? Later(greatest, otherGreatest) : null);
    }

    private static int Compare(object left, object right) => ValueComparer.Instance.Compare(left, right);

    private static object? Later(object? left, object? right) => left is null || (right is not null && Compare(left, right) < 0) ? right : left;

    private static object? Earlier(object? left, object? right) => left is null || (right is not null && Compare(left, right) > 0) ? right : left;
}
