namespace Renstra.Functions.Feed.Query;

/// <summary>A row that <c>$apply</c> has made: values by column.</summary>
internal sealed class GroupedRow(IReadOnlyDictionary<string, object?> values)
{
    public object? this[string column] => values[column];
}
