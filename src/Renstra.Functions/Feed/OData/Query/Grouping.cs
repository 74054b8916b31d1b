using System.Globalization;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The transformations of <c>$apply</c> that the feed offers: <c>filter</c>, <c>groupby</c> and <c>aggregate</c>.</summary>
/// <param name="aliases">The expressions that parameter aliases stand for.</param>
/// <param name="time">Counts the time spent.</param>
internal sealed class Grouping(IDictionary<string, SingleValueNode> aliases, QueryTime time)
{
    public (RowShape Shape, IReadOnlyList<object> Rows) Apply(ApplyClause apply, RowShape shape, IReadOnlyList<object> rows)
    {
        foreach (var transformation in apply.Transformations)
        {
            (shape, rows) = transformation switch
            {
                FilterTransformationNode filter => (shape, [.. time.Within(rows).Where(shape.Expressions.Condition(filter.FilterClause))]),
                GroupByTransformationNode { ChildTransformations: null or AggregateTransformationNode } groupBy =>
                    Group(shape, rows, [.. groupBy.GroupingProperties], groupBy.ChildTransformations as AggregateTransformationNode),
                AggregateTransformationNode aggregate => Group(shape, rows, [], aggregate),
                _ => throw RefusedRequest.NotOffered($"$apply dengan {transformation.Kind}"),
            };
        }

        return (shape, rows);
    }

    private (RowShape Shape, IReadOnlyList<object> Rows) Group(
        RowShape shape,
        IReadOnlyList<object> rows,
        IReadOnlyList<GroupByPropertyNode> properties,
        AggregateTransformationNode? aggregate)
    {
        if (properties.FirstOrDefault(property => property.Expression is null) is { } path)
        {
            throw RefusedRequest.NotOffered($"groupby menurut {path.Name}");
        }

        var keys = properties.Select(property => shape[property.Name]).ToList();
        var aggregates = (aggregate?.AggregateExpressions ?? []).Select(expression => AggregateColumn.Of(expression, shape)).ToList();
        var names = keys.Select(key => key.Name).Concat(aggregates.Select(column => column.Name)).ToList();
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw RefusedRequest.Mistaken($"Hasil $apply akan mempunyai dua kolom bernama {twice.Key}. Berilah nama yang berbeda sesudah as.");
        }

        var groups = keys.Count == 0
            ? [(IReadOnlyList<object>)rows]
            : time.Within(rows).GroupBy(row => new RowKey([.. keys.Select(key => key.Read(row))])).Select(IReadOnlyList<object> (group) => [.. group]);
        var grouped = time.Within(groups)
            .Select(object (group) => new GroupedRow([.. keys.Select(key => key.Read(group[0])), .. aggregates.Select(column => column.Over(time.Within(group)))]))
            .ToList();

        var groupedKeys = keys.Select((key, index) => RowColumn.Of(key.Name, key.Type, index, key.IsDeclared)).ToList();
        var columns = groupedKeys.Concat(aggregates.Select((column, index) => RowColumn.Of(column.Name, column.Type, keys.Count + index, isDeclared: false))).ToList();
        return (new RowShape(columns, groupedKeys, new RowExpressions(columns, aliases)), grouped);
    }
}

/// <summary>Values that tell rows or groups apart.</summary>
internal sealed class RowKey(params IReadOnlyList<object?> values) : IEquatable<RowKey>
{
    private readonly IReadOnlyList<object?> _values = values;

    public bool Equals(RowKey? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as RowKey);

    public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);
}

/// <summary>
/// A column that <c>aggregate</c> computes over rows (OData Extension for Data Aggregation 4.0, 3.1.3). Nulls do not count; of
/// nothing but nulls the sum, the average and the extremes are null.
/// </summary>
/// <param name="Name">The alias.</param>
/// <param name="Type">The type of the values.</param>
/// <param name="Over">Computes it over the rows of a group.</param>
internal sealed record AggregateColumn(string Name, Type Type, Func<IEnumerable<object>, object?> Over)
{
    public static AggregateColumn Of(AggregateExpressionBase expression, RowShape shape)
    {
        if (expression is not AggregateExpression aggregate)
        {
            throw RefusedRequest.NotOffered($"aggregate {expression.Alias}");
        }

        if (aggregate.Method == AggregationMethod.VirtualPropertyCount)
        {
            return new AggregateColumn(aggregate.Alias, typeof(long?), rows => rows.LongCount());
        }

        var value = shape.Expressions.Value(aggregate.Expression);
        var type = shape.Expressions.TypeOf(aggregate.Expression);
        return aggregate.Method switch
        {
            AggregationMethod.Sum when IsWhole(type) => Column(typeof(long?), values => values.Sum(each => Convert.ToInt64(each, CultureInfo.InvariantCulture))),
            AggregationMethod.Sum when IsNumber(type) => Column(typeof(decimal?), values => values.Sum(ToDecimal)),
            AggregationMethod.Average when IsNumber(type) => Column(typeof(decimal?), values => values.Average(ToDecimal)),
            AggregationMethod.Min => Column(type, values => values.Min(Model.ValueComparer.Instance)),
            AggregationMethod.Max => Column(type, values => values.Max(Model.ValueComparer.Instance)),
            AggregationMethod.CountDistinct => new AggregateColumn(aggregate.Alias, typeof(long?), rows => rows.Select(value).Where(each => each is not null).Distinct().LongCount()),
            AggregationMethod.Sum or AggregationMethod.Average => throw RefusedRequest.Mistaken($"{aggregate.Alias}: hanya angka yang dapat dijumlahkan atau dirata-ratakan."),
            _ => throw RefusedRequest.NotOffered($"aggregate dengan {aggregate.MethodDefinition.MethodLabel}"),
        };

        AggregateColumn Column(Type columnType, Func<IReadOnlyList<object>, object?> compute) => new(aggregate.Alias, columnType, rows =>
        {
            var values = rows.Select(value).OfType<object>().ToList();
            try
            {
                return values.Count == 0 ? null : compute(values);
            }
            catch (ArithmeticException mistake)
            {
                // A sum that no number of its type can hold.
                throw RefusedRequest.NotUnderstood(mistake);
            }
        });
    }

    private static bool IsWhole(Type type) => type == typeof(int?) || type == typeof(long?);

    private static bool IsNumber(Type type) => IsWhole(type) || type == typeof(decimal?) || type == typeof(double?);

    private static decimal ToDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
