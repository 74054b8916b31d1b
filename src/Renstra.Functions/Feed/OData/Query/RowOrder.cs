using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// A total order of rows: what <c>$orderby</c> asks for, then the key. The values that a row is ordered by are its position, at
/// which a later page goes on whatever has come and gone before it.
/// </summary>
internal sealed class RowOrder : IComparer<IReadOnlyList<object?>>
{
    private readonly IReadOnlyList<(Func<object, object?> Read, Type Type, bool IsDescending)> _terms;

    private RowOrder(IReadOnlyList<(Func<object, object?> Read, Type Type, bool IsDescending)> terms) => _terms = terms;

    /// <param name="shape">The rows.</param>
    /// <param name="clause">What was asked for; null for the order of the key.</param>
    public static RowOrder Of(RowShape shape, OrderByClause? clause)
    {
        var terms = new List<(Func<object, object?> Read, Type Type, bool IsDescending)>();
        for (var term = clause; term is not null; term = term.ThenBy)
        {
            terms.Add((shape.Expressions.Value(term.Expression), shape.Expressions.TypeOf(term.Expression), term.Direction == OrderByDirection.Descending));
        }

        terms.AddRange(shape.Keys.Select(key => (key.Read, key.Type, false)));
        return new RowOrder(terms);
    }

    public IReadOnlyList<object?> PositionOf(object row) => [.. _terms.Select(term => term.Read(row))];

    /// <summary>Whether values can be the position of a row in this order.</summary>
    public bool Has(IReadOnlyList<object?> position) => position.Count == _terms.Count
        && position.Zip(_terms).All(pair => pair.First is null || pair.Second.Type.IsInstanceOfType(pair.First));

    public IEnumerable<object> Sort(IEnumerable<object> rows) =>
        rows.Select(row => (Row: row, Position: PositionOf(row))).OrderBy(entry => entry.Position, this).Select(entry => entry.Row);

    public int Compare(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y)
    {
        for (var index = 0; index < _terms.Count; index++)
        {
            var result = ValueComparer.Instance.Compare(x![index], y![index]);
            if (result != 0)
            {
                return _terms[index].IsDescending ? -result : result;
            }
        }

        return 0;
    }
}
