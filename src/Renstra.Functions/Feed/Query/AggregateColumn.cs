using System.Globalization;
using Microsoft.OData.UriParser.Aggregation;
using Renstra.Functions.Feed.Protocol;

namespace Renstra.Functions.Feed.Query;

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
