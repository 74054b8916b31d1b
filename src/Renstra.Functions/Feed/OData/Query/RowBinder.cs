using System.Linq.Expressions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Query.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// Turns expressions of a request into functions on rows in memory. It adds to the library's binder what that lacks: aliases, lists
/// of dates, comparisons with null, and rows that <c>$apply</c> has made.
/// </summary>
/// <param name="model">The feed's model.</param>
/// <param name="rowType">The type of the set's own rows.</param>
/// <param name="aliases">The expressions that parameter aliases stand for.</param>
/// <param name="groupedTypes">Where the rows are those that <c>$apply</c> has made: the types of their columns, by name.</param>
internal sealed class RowBinder(
    IEdmModel model,
    Type rowType,
    IDictionary<string, SingleValueNode> aliases,
    IReadOnlyDictionary<string, Type>? groupedTypes = null) : FilterBinder
{
    private static readonly ODataQuerySettings Settings = new()
    {
        HandleNullPropagation = HandleNullPropagationOption.True,
        TimeZone = TimeZoneInfo.Utc,
    };

    // The library only knows rows of types in the model, so that expressions are bound as if to the set's own.
    private readonly ParameterExpression? _groupedRow = groupedTypes is null ? null : Expression.Parameter(typeof(GroupedRow));

    public Func<object, bool> Condition(FilterClause filter) => RequestMistakes.In(() =>
    {
        var condition = (LambdaExpression)BindFilter(filter, new QueryBinderContext(model, Settings, rowType));
        return OnObject<bool>(condition.Body, condition.Parameters[0]);
    });

    public Func<object, object?> Value(SingleValueNode expression) => RequestMistakes.In<Func<object, object?>>(() =>
    {
        var context = new QueryBinderContext(model, Settings, rowType);
        var value = Bind(expression, context);
        var read = OnObject<object?>(Expression.Convert(value, typeof(object)), context.CurrentParameter);
        return row => LibraryValue.ToRowValue(read(row));
    });

    /// <summary>The type of an expression's values, nullable where it can be.</summary>
    public Type TypeOf(SingleValueNode expression)
    {
        var type = RequestMistakes.In(() => Bind(expression, new QueryBinderContext(model, Settings, rowType)).Type);
        return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    public override Expression Bind(QueryNode node, QueryBinderContext context) =>
        node is ParameterAliasNode alias ? Bind(aliases[alias.Alias] ?? throw Unbound(alias), context) : base.Bind(node, context);

    public override Expression BindBinaryOperatorNode(BinaryOperatorNode binaryOperatorNode, QueryBinderContext context)
    {
        // Only eq and ne know null; with it the four other comparisons are false (OData 4.01 URL Conventions, 5.1.1.1.3).
        var isOrdering = binaryOperatorNode.OperatorKind is
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        return isOrdering && (IsNull(binaryOperatorNode.Left) || IsNull(binaryOperatorNode.Right))
            ? Expression.Constant(false)
            : base.BindBinaryOperatorNode(binaryOperatorNode, context);
    }

    public override Expression BindInNode(InNode inNode, QueryBinderContext context)
    {
        if (inNode.Right is not CollectionConstantNode list || list.ItemType?.PrimitiveKind() != EdmPrimitiveTypeKind.Date)
        {
            return base.BindInNode(inNode, context);
        }

        // The library holds dates of a list in one type and those of rows in another.
        var days = list.Collection.Select(day => (DateOnly?)LibraryValue.ToRowValue(day.Value)).ToHashSet();
        var day = Expression.Convert(Bind(inNode.Left, context), typeof(DateOnly?));
        return Expression.Call(Expression.Constant(days), nameof(HashSet<>.Contains), null, day);
    }

    public override Expression BindSingleValueFunctionCallNode(SingleValueFunctionCallNode node, QueryBinderContext context) =>
        OfferedFunctions.All.Contains(node.Name) ? base.BindSingleValueFunctionCallNode(node, context) : throw RefusedRequest.NotOffered($"fungsi {node.Name}");

    public override Expression BindPropertyAccessQueryNode(SingleValuePropertyAccessNode propertyAccessNode, QueryBinderContext context) =>
        groupedTypes is null ? base.BindPropertyAccessQueryNode(propertyAccessNode, context) : GroupedColumn(propertyAccessNode.Property.Name);

    public override Expression BindDynamicPropertyAccessQueryNode(SingleValueOpenPropertyAccessNode openNode, QueryBinderContext context) =>
        groupedTypes is null ? base.BindDynamicPropertyAccessQueryNode(openNode, context) : GroupedColumn(openNode.Name);

    private UnaryExpression GroupedColumn(string name) => groupedTypes!.TryGetValue(name, out var type)
        ? Expression.Convert(Expression.Property(_groupedRow!, "Item", Expression.Constant(name)), type)
        : throw RefusedRequest.Mistaken($"Hasil $apply tidak mempunyai kolom {name}.");

    private static bool IsNull(SingleValueNode node) => node switch
    {
        ConvertNode convert => IsNull(convert.Source),
        ConstantNode constant => constant.Value is null,
        _ => false,
    };

    private static RefusedRequest Unbound(ParameterAliasNode alias) => RefusedRequest.Mistaken($"Alias {alias.Alias} tidak diberi nilai.");

    private Func<object, T> OnObject<T>(Expression body, ParameterExpression setRow)
    {
        var row = _groupedRow ?? setRow;
        var anyRow = Expression.Parameter(typeof(object), "row");
        var typed = new ParameterReplacer(row, Expression.Convert(anyRow, row.Type)).Visit(body);
        var compiled = Expression.Lambda<Func<object, T>>(typed, anyRow).Compile();
        return value =>
        {
            try
            {
                return compiled(value);
            }
            catch (ArithmeticException mistake)
            {
                // A division by 0, or a number that a decimal cannot hold.
                throw RefusedRequest.NotUnderstood(mistake);
            }
        };
    }

    private sealed class ParameterReplacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : base.VisitParameter(node);
    }
}

/// <summary>A row that <c>$apply</c> has made: values by column.</summary>
internal sealed class GroupedRow(IReadOnlyDictionary<string, object?> values)
{
    public object? this[string column] => values[column];
}

/// <summary>The OData library has a type of its own for dates, rows have <see cref="DateOnly"/>: what it hands over is converted here.</summary>
internal static class LibraryValue
{
    // The library says that the type goes away in its next major version; until then it is what literals are parsed to.
#pragma warning disable CS0618
    public static object? ToRowValue(object? value) => value is Date day ? new DateOnly(day.Year, day.Month, day.Day) : value;
#pragma warning restore CS0618
}

/// <summary>
/// Where the library parses and binds what a client wrote, its exceptions are the client's mistakes. It has many: one of its own for
/// bad syntax, and those of .NET for a comparison of a date with a moment or a literal that a decimal cannot hold.
/// </summary>
internal static class RequestMistakes
{
    /// <exception cref="RefusedRequest">What was asked cannot be understood.</exception>
    public static T In<T>(Func<T> understand)
    {
        try
        {
            return understand();
        }
        catch (Exception mistake) when (mistake
            is ODataException or InvalidOperationException or ArgumentException or InvalidCastException or NotSupportedException or ArithmeticException or FormatException)
        {
            throw RefusedRequest.NotUnderstood(mistake);
        }
    }
}
