namespace Renstra.Functions.Feed.Query;

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
