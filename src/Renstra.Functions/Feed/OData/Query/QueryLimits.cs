using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>How much one query may ask for.</summary>
/// <param name="ExpressionSize">The most operators, functions, columns and values in its expressions, aliases written out.</param>
/// <param name="SortTerms">The most terms of <c>$orderby</c>.</param>
/// <param name="ApplySteps">The most transformations in <c>$apply</c>.</param>
/// <param name="Time">How long may be computed for it; waiting for storage does not count.</param>
internal sealed record QueryLimits(int ExpressionSize, int SortTerms, int ApplySteps, TimeSpan Time);

/// <summary>
/// The size of an expression with every alias written out, found without writing it out: two aliases in each of which the next
/// stands twice grow by doubling.
/// </summary>
/// <param name="aliases">The expressions that parameter aliases stand for.</param>
internal sealed class ExpressionSize(IDictionary<string, SingleValueNode> aliases)
{
    private readonly Dictionary<string, long?> _aliases = new(StringComparer.Ordinal);

    /// <exception cref="RefusedRequest">An alias has no value, or stands for itself.</exception>
    public long Of(QueryNode? node) => node switch
    {
        null => 0,
        ConvertNode convert => Of(convert.Source),
        ParameterAliasNode alias => OfAlias(alias),
        BinaryOperatorNode binary => Sum(1, Of(binary.Left), Of(binary.Right)),
        UnaryOperatorNode unary => Sum(1, Of(unary.Operand)),
        InNode listed => Sum(1, Of(listed.Left), listed.Right is CollectionConstantNode list ? list.Collection.Count : 1),
        SingleValueFunctionCallNode call => Sum([1, .. call.Parameters.Select(Of)]),
        _ => 1,
    };

    public long Of(OrderByClause? order) => order is null ? 0 : Sum(Of(order.Expression), Of(order.ThenBy));

    public long Of(TransformationNode transformation) => transformation switch
    {
        FilterTransformationNode filter => Of(filter.FilterClause.Expression),
        GroupByTransformationNode group => Sum(group.GroupingProperties.Count(), group.ChildTransformations is { } child ? Of(child) : 0),
        AggregateTransformationNode aggregate => Sum([.. aggregate.AggregateExpressions.Select(each => each is AggregateExpression { Expression: { } of } ? Of(of) : 1)]),
        _ => 1,
    };

    /// <summary>What an alias stands for.</summary>
    /// <exception cref="RefusedRequest">Nothing.</exception>
    public static SingleValueNode Resolve(ParameterAliasNode alias, IDictionary<string, SingleValueNode> aliases) =>
        aliases.TryGetValue(alias.Alias, out var expression) && expression is not null
            ? expression
            : throw RefusedRequest.Mistaken($"Alias {alias.Alias} tidak diberi nilai.");

    private long OfAlias(ParameterAliasNode alias)
    {
        if (!_aliases.TryGetValue(alias.Alias, out var known))
        {
            _aliases[alias.Alias] = null;
            _aliases[alias.Alias] = known = Of(Resolve(alias, aliases));
        }

        return known ?? throw RefusedRequest.Mistaken($"Alias {alias.Alias} berisi dirinya sendiri.");
    }

    /// <summary>A sum that stops growing where every limit lies below it.</summary>
    private static long Sum(params ReadOnlySpan<long> sizes)
    {
        var sum = 0L;
        foreach (var size in sizes)
        {
            sum = Math.Min(sum + size, int.MaxValue);
        }

        return sum;
    }
}

/// <summary>Counts the time that is spent on a query's rows.</summary>
/// <param name="clock">The clock.</param>
/// <param name="limit">How long is allowed.</param>
internal sealed class QueryTime(TimeProvider clock, TimeSpan limit)
{
    /// <summary>So many rows go between two looks at the clock.</summary>
    private const int RowsBetween = 512;

    private TimeSpan _spent;

    /// <summary>The same rows, until time is up; what the reader does with each counts.</summary>
    /// <exception cref="RefusedRequest">It is up.</exception>
    public IEnumerable<T> Within<T>(IEnumerable<T> rows)
    {
        var since = clock.GetTimestamp();
        var count = 0;
        foreach (var row in rows)
        {
            if (++count % RowsBetween == 0)
            {
                Spend(ref since);
            }

            yield return row;
        }

        Spend(ref since);
    }

    /// <summary>Those of a portion of rows that a condition lets through.</summary>
    /// <exception cref="RefusedRequest">Time is up.</exception>
    public List<object> Matching(IReadOnlyList<object> rows, Func<object, bool> condition)
    {
        var since = clock.GetTimestamp();
        var matching = new List<object>();
        for (var place = 0; place < rows.Count; place++)
        {
            if (place % RowsBetween == RowsBetween - 1)
            {
                Spend(ref since);
            }

            var row = rows[place];
            if (condition(row))
            {
                matching.Add(row);
            }
        }

        Spend(ref since);
        return matching;
    }

    private void Spend(ref long since)
    {
        var now = clock.GetTimestamp();
        _spent += clock.GetElapsedTime(since, now);
        since = now;
        if (_spent > limit)
        {
            throw RefusedRequest.Mistaken("Permintaan ini memerlukan waktu terlalu lama. Persempit dengan $filter, atau sederhanakan ungkapannya.");
        }
    }
}
