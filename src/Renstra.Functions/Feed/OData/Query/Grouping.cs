using System.Globalization;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The transformations of <c>$apply</c> that the feed offers: <c>filter</c>, <c>groupby</c> and <c>aggregate</c>.</summary>
internal sealed class Grouping(FeedModel model, FeedSet set, IDictionary<string, SingleValueNode> aliases)
{
    public (RowShape Shape, IReadOnlyList<object> Rows) Apply(ApplyClause apply, RowShape shape, IReadOnlyList<object> rows)
    {
        foreach (var transformation in apply.Transformations)
        {
            (shape, rows) = transformation switch
            {
                FilterTransformationNode filter => (shape, [.. rows.Where(shape.Binder.Condition(filter.FilterClause))]),
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
        var groups = keys.Count == 0
            ? [(IReadOnlyCollection<object>)rows]
            : rows.GroupBy(row => new GroupKey([.. keys.Select(key => key.Read(row))])).Select(IReadOnlyCollection<object> (group) => [.. group]);
        var grouped = groups.Select(object (group) => new GroupedRow(
            keys.Select(key => KeyValuePair.Create(key.Name, key.Read(group.First())))
                .Concat(aggregates.Select(column => KeyValuePair.Create(column.Name, column.Over(group))))
                .ToDictionary()));

        var types = properties.Select(property => KeyValuePair.Create(property.Name, shape.Binder.TypeOf(property.Expression)))
            .Concat(aggregates.Select(column => KeyValuePair.Create(column.Name, column.Type)))
            .ToDictionary();
        var groupedKeys = keys.Select(key => key with { Read = ReadOf(key.Name) }).ToList();
        var groupedShape = new RowShape(
            new RowBinder(model.Edm, set.RowType, aliases, types),
            [.. groupedKeys, .. aggregates.Select(column => new RowColumn(column.Name, ReadOf(column.Name), IsDeclared: false))],
            groupedKeys);
        return (groupedShape, [.. grouped]);
    }

    private static Func<object, object?> ReadOf(string name) => row => ((GroupedRow)row)[name];

    private sealed class GroupKey(IReadOnlyList<object?> values) : IEquatable<GroupKey>
    {
        private readonly IReadOnlyList<object?> _values = values;

        public bool Equals(GroupKey? other) => other is not null && _values.SequenceEqual(other._values);

        public override bool Equals(object? obj) => Equals(obj as GroupKey);

        public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);
    }
}

/// <summary>
/// A column that <c>aggregate</c> computes over rows (OData Extension for Data Aggregation 4.0, 3.1.3). Nulls do not count; of
/// nothing but nulls the sum, the average and the extremes are null.
/// </summary>
/// <param name="Name">The alias.</param>
/// <param name="Type">The type of the values.</param>
/// <param name="Over">Computes it over the rows of a group.</param>
internal sealed record AggregateColumn(string Name, Type Type, Func<IReadOnlyCollection<object>, object?> Over)
{
    public static AggregateColumn Of(AggregateExpressionBase expression, RowShape shape)
    {
        if (expression is not AggregateExpression aggregate)
        {
            throw RefusedRequest.NotOffered($"aggregate {expression.Alias}");
        }

        if (aggregate.Method == AggregationMethod.VirtualPropertyCount)
        {
            return new AggregateColumn(aggregate.Alias, typeof(long?), rows => (long)rows.Count);
        }

        var value = shape.Binder.Value(aggregate.Expression);
        var type = shape.Binder.TypeOf(aggregate.Expression);
        return aggregate.Method switch
        {
            AggregationMethod.Sum when IsWhole(type) => Column(typeof(long?), values => values.Sum(each => Convert.ToInt64(each, CultureInfo.InvariantCulture))),
            AggregationMethod.Sum when IsNumber(type) => Column(typeof(decimal?), values => values.Sum(ToDecimal)),
            AggregationMethod.Average when IsNumber(type) => Column(typeof(decimal?), values => values.Average(ToDecimal)),
            AggregationMethod.Min => Column(type, values => values.Min(ValueComparer.Instance)),
            AggregationMethod.Max => Column(type, values => values.Max(ValueComparer.Instance)),
            AggregationMethod.CountDistinct => new AggregateColumn(aggregate.Alias, typeof(long?), rows => (long)rows.Select(value).Where(each => each is not null).Distinct().Count()),
            AggregationMethod.Sum or AggregationMethod.Average => throw RefusedRequest.Mistaken($"{aggregate.Alias}: hanya angka yang dapat dijumlahkan atau dirata-ratakan."),
            _ => throw RefusedRequest.NotOffered($"aggregate dengan {aggregate.MethodDefinition.MethodLabel}"),
        };

        AggregateColumn Column(Type columnType, Func<IReadOnlyList<object>, object?> compute) => new(aggregate.Alias, columnType, rows =>
        {
            var values = rows.Select(value).OfType<object>().ToList();
            return values.Count == 0 ? null : compute(values);
        });
    }

    private static bool IsWhole(Type type) => type == typeof(int?) || type == typeof(long?);

    private static bool IsNumber(Type type) => IsWhole(type) || type == typeof(decimal?) || type == typeof(double?);

    private static decimal ToDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
