using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Protocol;

namespace Renstra.Functions.Feed.Query;

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
