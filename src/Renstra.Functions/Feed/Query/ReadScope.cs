using System.Collections.Immutable;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Feed.Query;

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

    public ReadScope And(ReadScope other) => new(other._columns.Aggregate(
        _columns,
        (columns, entry) => columns.SetItem(entry.Key, columns.TryGetValue(entry.Key, out var values) ? values.And(entry.Value) : entry.Value)));

    public ReadScope Or(ReadScope other) => new(_columns
        .Where(entry => other._columns.ContainsKey(entry.Key))
        .ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Or(other._columns[entry.Key])));

    private static ReportingMonth? MonthOf(object? day) => day is DateOnly date ? ReportingMonth.Of(date) : null;
}
