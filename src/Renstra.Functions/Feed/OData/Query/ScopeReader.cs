using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// Reads a scope off a filter. What it does not understand it leaves unbounded: <c>not</c>, <c>ne</c>, arithmetic, most functions.
/// </summary>
/// <param name="set">The set that the filter is on.</param>
/// <param name="aliases">The expressions that parameter aliases stand for.</param>
internal sealed class ScopeReader(FeedSet set, IDictionary<string, SingleValueNode> aliases)
{
    private static readonly Dictionary<BinaryOperatorKind, BinaryOperatorKind> Mirrored = new()
    {
        [BinaryOperatorKind.Equal] = BinaryOperatorKind.Equal,
        [BinaryOperatorKind.GreaterThan] = BinaryOperatorKind.LessThan,
        [BinaryOperatorKind.GreaterThanOrEqual] = BinaryOperatorKind.LessThanOrEqual,
        [BinaryOperatorKind.LessThan] = BinaryOperatorKind.GreaterThan,
        [BinaryOperatorKind.LessThanOrEqual] = BinaryOperatorKind.GreaterThanOrEqual,
    };

    public ReadScope Read(SingleValueNode filter) => Resolve(filter) switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both => Read(both.Left).And(Read(both.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either => Read(either.Left).Or(Read(either.Right)),
        BinaryOperatorNode comparison when Mirrored.TryGetValue(comparison.OperatorKind, out var mirrored) =>
            ReadComparison(comparison.Left, comparison.OperatorKind, comparison.Right)
            ?? ReadComparison(comparison.Right, mirrored, comparison.Left)
            ?? ReadScope.Everything,
        InNode listed => ReadList(listed) ?? ReadScope.Everything,
        _ => ReadScope.Everything,
    };

    private ReadScope? ReadComparison(SingleValueNode column, BinaryOperatorKind kind, SingleValueNode constant) => Resolve(column) switch
    {
        SingleValuePropertyAccessNode access when NumberOf(access) is { } number => WholeOf(constant) is { } whole && Numbers(number.Number, kind, whole) is { } dates
            ? ReadScope.Of(number.Column, dates)
            : null,
        SingleValuePropertyAccessNode access when ValueOf(access, constant) is { } value => ReadScope.Of(access.Property.Name, Values(kind, value)),
        SingleValueFunctionCallNode { Name: "year" } call when YearOf(call, constant) is var (access, year) =>
            ReadScope.Of(access.Property.Name, Years(kind, year)),
        _ => null,
    };

    private ReadScope? ReadList(InNode listed)
    {
        if (Resolve(listed.Left) is not SingleValuePropertyAccessNode access || listed.Right is not CollectionConstantNode constants)
        {
            return null;
        }

        if (NumberOf(access) is { } number)
        {
            var dates = constants.Collection
                .Select(constant => WholeOf(constant) is { } whole ? Numbers(number.Number, BinaryOperatorKind.Equal, whole) : null)
                .Aggregate(ValueScope.Of(), (ValueScope? all, ValueScope? each) => each is null ? null : all?.Or(each));
            return dates is null ? null : ReadScope.Of(number.Column, dates);
        }

        // A null in the list, or a value of another type, is nothing that can be looked up.
        var values = constants.Collection.Select(constant => ValueOf(access, constant)).ToList();
        return values.Contains(null) ? null : ReadScope.Of(access.Property.Name, ValueScope.Of(values.OfType<object>()));
    }

    private static ValueScope Values(BinaryOperatorKind kind, object value) => kind switch
    {
        BinaryOperatorKind.Equal => ValueScope.Of(value),
        BinaryOperatorKind.GreaterThan => ValueScope.From(value is DateOnly day && day < DateOnly.MaxValue ? day.AddDays(1) : value),
        BinaryOperatorKind.GreaterThanOrEqual => ValueScope.From(value),
        BinaryOperatorKind.LessThan => ValueScope.Through(value is DateOnly day && day > DateOnly.MinValue ? day.AddDays(-1) : value),
        _ => ValueScope.Through(value),
    };

    /// <summary>The dates whose number compares so with another; null when that lies beyond all dates.</summary>
    private static ValueScope? Numbers(DateNumber number, BinaryOperatorKind kind, int whole) => (number, whole) switch
    {
        (DateNumber.Year, >= 1 and <= 9999) => Years(kind, whole),
        (DateNumber.Month, >= 2_00 and < 9999_00) => Months(kind, whole),
        _ => null,
    };

    private static ValueScope Months(BinaryOperatorKind kind, int number)
    {
        // 202400 lies before January and 202413 behind December: neither is a month, each lies between two.
        var isMonth = number % 100 is >= 1 and <= 12;
        var first = number % 100 > 12 ? new DateOnly((number / 100) + 1, 1, 1) : new DateOnly(number / 100, Math.Max(number % 100, 1), 1);
        return kind switch
        {
            BinaryOperatorKind.Equal => isMonth ? ValueScope.Of(first) : ValueScope.Of(),
            BinaryOperatorKind.GreaterThanOrEqual => ValueScope.From(first),
            BinaryOperatorKind.GreaterThan => Months(BinaryOperatorKind.GreaterThanOrEqual, number + 1),
            BinaryOperatorKind.LessThan => ValueScope.Through(first.AddDays(-1)),
            _ => Months(BinaryOperatorKind.LessThan, number + 1),
        };
    }

    private static ValueScope Years(BinaryOperatorKind kind, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return kind switch
        {
            BinaryOperatorKind.Equal => ValueScope.From(first).And(ValueScope.Through(last)),
            BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan => Values(kind, first),
            _ => Values(kind, last),
        };
    }

    private NumberOfAttribute? NumberOf(SingleValuePropertyAccessNode access) =>
        set.Columns.FirstOrDefault(column => column.Name == access.Property.Name)?.NumberOf;

    private int? WholeOf(SingleValueNode constant) => Resolve(constant) is not ConstantNode literal ? null : LibraryValue.Of(literal) switch
    {
        long whole when whole == (int)whole => (int)whole,
        decimal number when decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => null,
    };

    private object? ValueOf(SingleValuePropertyAccessNode access, SingleValueNode constant) => Resolve(constant) is ConstantNode { Value: { } value }
        ? (access.Property.Type.PrimitiveKind(), LibraryValue.ToRowValue(value)) switch
        {
            (EdmPrimitiveTypeKind.Date, DateOnly day) => day,
            (EdmPrimitiveTypeKind.String, string text) => text,
            (EdmPrimitiveTypeKind.DateTimeOffset, DateTimeOffset moment) => moment,
            _ => null,
        }
        : null;

    private (SingleValuePropertyAccessNode Access, int Year)? YearOf(SingleValueFunctionCallNode call, SingleValueNode constant) =>
        call.Parameters.Single() is SingleValueNode argument
        && Resolve(argument) is SingleValuePropertyAccessNode access
        && access.Property.Type.PrimitiveKind() == EdmPrimitiveTypeKind.Date
        && Resolve(constant) is ConstantNode { Value: int year and >= 1 and <= 9999 }
            ? (access, year)
            : null;

    private SingleValueNode Resolve(SingleValueNode node) => node switch
    {
        ConvertNode convert => Resolve(convert.Source),
        ParameterAliasNode alias when aliases.TryGetValue(alias.Alias, out var expression) && expression is not null => Resolve(expression),
        _ => node,
    };
}
