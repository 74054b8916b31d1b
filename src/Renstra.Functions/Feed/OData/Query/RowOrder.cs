using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// A total order of rows: what <c>$orderby</c> asks for, then the key. The values that a row is ordered by are its position, at
/// which a later page goes on whatever has come and gone before it.
/// </summary>
internal sealed class RowOrder
{
    private readonly IReadOnlyList<Term> _terms;

    private RowOrder(IReadOnlyList<Term> terms) => _terms = terms;

    /// <param name="shape">The rows.</param>
    /// <param name="clause">What was asked for; null for the order of the key.</param>
    public static RowOrder Of(RowShape shape, OrderByClause? clause)
    {
        var terms = new List<Term>();
        for (var term = clause; term is not null; term = term.ThenBy)
        {
            terms.Add(new Term(
                shape.Expressions.Value(term.Expression),
                shape.Expressions.TypeOf(term.Expression),
                shape.Expressions.OperandOf(term.Expression),
                term.Direction == OrderByDirection.Descending,
                IsKey: false));
        }

        terms.AddRange(shape.Keys.Select(key => new Term(key.Read, key.Type, Operand.Of(key), IsDescending: false, IsKey: true)));
        return new RowOrder(terms);
    }

    public IReadOnlyList<object?> PositionOf(object row) => [.. _terms.Select(term => term.Read(row))];

    /// <summary>Whether values can be the position of a row in this order.</summary>
    public bool Has(IReadOnlyList<object?> position) => position.Count == _terms.Count
        && position.Zip(_terms).All(pair => pair.First is null || pair.Second.Type.IsInstanceOfType(pair.First));

    /// <summary>Whether a row lies behind a position.</summary>
    public bool IsBehind(object row, IReadOnlyList<object?> position)
    {
        for (var index = 0; index < _terms.Count; index++)
        {
            var result = ValueComparer.Instance.Compare(_terms[index].Read(row), position[index]);
            if (result != 0)
            {
                return _terms[index].IsDescending ? result < 0 : result > 0;
            }
        }

        return false;
    }

    /// <summary>How many rows, sorted in this order, do not lie behind a position.</summary>
    public int CountThrough(IReadOnlyList<object> sorted, IReadOnlyList<object?> position)
    {
        var (from, to) = (0, sorted.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = IsBehind(sorted[middle], position) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    /// <summary>The first of rows in this order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="areByKey">Whether they are in the order of the key already.</param>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="time">Counts the time spent.</param>
    /// <exception cref="RefusedRequest">A number is divided by 0, or too large for its type.</exception>
    public IReadOnlyList<object> First(IReadOnlyList<object> rows, bool areByKey, long most, QueryTime time)
    {
        // Sorting keeps rows that are equal in the order that they came in.
        var terms = _terms.Where(term => !areByKey || !term.IsKey).ToList();
        if (terms.Count == 0)
        {
            return rows;
        }

        try
        {
            var order = new InTurn([.. terms.Select(term => (term.Operand.OrderOf(time.Within(rows), rows.Count), term.IsDescending))]);
            var sorted = Enumerable.Range(0, rows.Count).Order(order).Take((int)Math.Min(most, int.MaxValue));
            return [.. sorted.Select(place => rows[place])];
        }
        catch (ArithmeticException mistake)
        {
            throw RefusedRequest.NotUnderstood(mistake);
        }
    }

    private sealed record Term(Func<object, object?> Read, Type Type, Operand Operand, bool IsDescending, bool IsKey);

    private sealed class InTurn((IComparer<int> Order, bool IsDescending)[] terms) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            foreach (var (order, isDescending) in terms)
            {
                var result = order.Compare(x, y);
                if (result != 0)
                {
                    return isDescending ? -result : result;
                }
            }

            return 0;
        }
    }
}
