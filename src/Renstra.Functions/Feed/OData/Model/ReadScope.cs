using System.Collections.Immutable;
using System.Globalization;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Feed.OData.Model;

/// <summary>
/// What has to be read to answer a request: for some columns, the values that rows asked for can have. It is a superset: every row
/// that a filter lets through lies within the filter's scope, and rows within the scope are filtered all the same.
/// </summary>
internal sealed class ReadScope
{
    /// <summary>Everything.</summary>
    public static readonly ReadScope Everything = new(ImmutableDictionary<string, ValueScope>.Empty);

    private readonly ImmutableDictionary<string, ValueScope> _columns;

    private ReadScope(ImmutableDictionary<string, ValueScope> columns) => _columns = columns;

    public static ReadScope Of(string column, ValueScope values) => new(ImmutableDictionary<string, ValueScope>.Empty.Add(column, values));

    /// <summary>The values that a column can have; null when nothing is known of it.</summary>
    public ValueScope? this[string column] => _columns.GetValueOrDefault(column);

    /// <summary>Whether rows with such a value can have been asked for.</summary>
    public bool Allows(string column, object value) => this[column]?.Contains(value) ?? true;

    /// <summary>The months, out of those from <paramref name="first"/> through <paramref name="last"/>, whose first days a column can have.</summary>
    public IEnumerable<ReportingMonth> Months(string column, ReportingMonth first, ReportingMonth last)
    {
        var (from, through) = MonthBounds(column);
        return ReportingMonth.Range(from is { } least && least > first ? least : first, through is { } greatest && greatest < last ? greatest : last)
            .Where(month => Allows(column, month.FirstDay));
    }

    /// <summary>The months that the least and the greatest day of a column lie in; null where nothing bounds them.</summary>
    public (ReportingMonth? First, ReportingMonth? Last) MonthBounds(string column) =>
        (MonthOf(this[column]?.Least), MonthOf(this[column]?.Greatest));

    /// <summary>The one text that a column can have; null when there can be others.</summary>
    public string? OnlyText(string column) => this[column]?.Values is { Count: 1 } values ? values.Single() as string : null;

    /// <summary>The same text for the same scope, and for no other.</summary>
    public override string ToString() => string.Join('\n', _columns.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"));

    public ReadScope And(ReadScope other) => new(other._columns.Aggregate(
        _columns,
        (columns, entry) => columns.SetItem(entry.Key, columns.TryGetValue(entry.Key, out var values) ? values.And(entry.Value) : entry.Value)));

    public ReadScope Or(ReadScope other) => new(_columns
        .Where(entry => other._columns.ContainsKey(entry.Key))
        .ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Or(other._columns[entry.Key])));

    private static ReportingMonth? MonthOf(object? day) => day is DateOnly date ? ReportingMonth.Of(date) : null;
}

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

    /// <summary>The same text for the same values, and for no others.</summary>
    public override string ToString() => _values is { } values
        ? $"in\t{string.Join('\t', values.Select(Text))}"
        : $"from\t{Text(_least)}\tthrough\t{Text(_greatest)}";

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

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        IFormattable moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static int Compare(object left, object right) => ValueComparer.Instance.Compare(left, right);

    private static object? Later(object? left, object? right) => left is null || (right is not null && Compare(left, right) < 0) ? right : left;

    private static object? Earlier(object? left, object? right) => left is null || (right is not null && Compare(left, right) > 0) ? right : left;
}

/// <summary>
/// The order of a column's values as OData has it: null before all others (OData 4.01 URL Conventions, 5.1.1.11 on
/// <c>$orderby</c>), text by character code.
/// </summary>
internal sealed class ValueComparer : IComparer<object?>
{
    public static readonly ValueComparer Instance = new();

    private ValueComparer()
    {
    }

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string left, string right) => string.CompareOrdinal(left, right),
        _ => Comparer<object>.Default.Compare(x, y),
    };
}
