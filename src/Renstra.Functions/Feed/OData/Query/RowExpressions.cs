using Microsoft.OData.UriParser;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>Turns expressions of a request into functions on rows in memory (OData 4.01 URL Conventions, 5.1.1).</summary>
/// <param name="columns">The columns of the rows.</param>
/// <param name="aliases">The expressions that parameter aliases stand for.</param>
internal sealed class RowExpressions(IReadOnlyList<RowColumn> columns, IDictionary<string, SingleValueNode> aliases)
{
    /// <summary>Whether a row is let through: neither false nor null lets it.</summary>
    public Func<object, bool> Condition(FilterClause filter)
    {
        var condition = OperatorsOnRows.As<bool?>(Bind(filter.Expression)).Read;
        return Guarded(row => condition(row) is true);
    }

    /// <summary>An expression's value; a column's own, in its own type.</summary>
    public Func<object, object?> Value(SingleValueNode expression) =>
        ColumnOf(expression) is { } column ? column.Read : Guarded(Bind(expression).ValueIn);

    /// <summary>An expression as what it is computed of.</summary>
    public Operand OperandOf(SingleValueNode expression) => Bind(expression);

    /// <summary>The type of an expression's values, nullable where it can be.</summary>
    public Type TypeOf(SingleValueNode expression) => ColumnOf(expression)?.Type ?? Bind(expression).Type;

    private Operand Bind(SingleValueNode node) => node switch
    {
        // The library's conversions serve its own types of numbers; ours are promoted where they meet.
        ConvertNode convert => Bind(convert.Source),
        ParameterAliasNode alias => Bind(ExpressionSize.Resolve(alias, aliases)),
        ConstantNode literal => Operand.Of(literal),
        _ when ColumnOf(node) is { } column => Operand.Of(column),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } logical =>
            OperatorsOnRows.Logical(logical.OperatorKind, Bind(logical.Left), Bind(logical.Right)),
        BinaryOperatorNode { OperatorKind: <= BinaryOperatorKind.LessThanOrEqual } comparison =>
            OperatorsOnRows.Comparison(comparison.OperatorKind, Bind(comparison.Left), Bind(comparison.Right)),
        BinaryOperatorNode { OperatorKind: <= BinaryOperatorKind.Modulo } arithmetic =>
            OperatorsOnRows.Arithmetic(arithmetic.OperatorKind, Bind(arithmetic.Left), Bind(arithmetic.Right)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => OperatorsOnRows.Not(Bind(not.Operand)),
        UnaryOperatorNode negation => OperatorsOnRows.Negation(Bind(negation.Operand)),
        InNode { Right: CollectionConstantNode list } listed => OperatorsOnRows.In(Bind(listed.Left), [.. list.Collection.Select(LibraryValue.Of)]),
        SingleValueFunctionCallNode call => FunctionsOnRows.Call(
            call.Name,
            [.. call.Parameters.Select(parameter => Bind(parameter as SingleValueNode ?? throw RefusedRequest.NotOffered($"fungsi {call.Name} seperti itu")))]),
        _ => throw RefusedRequest.NotOffered($"ungkapan {node.Kind}"),
    };

    private RowColumn? ColumnOf(SingleValueNode node) => node switch
    {
        ConvertNode convert => ColumnOf(convert.Source),
        SingleValuePropertyAccessNode { Source: not SingleNavigationNode } access => ColumnOf(access.Property.Name),
        SingleValueOpenPropertyAccessNode access => ColumnOf(access.Name),
        _ => null,
    };

    private RowColumn ColumnOf(string name) => columns.FirstOrDefault(column => column.Name == name)
        ?? throw RefusedRequest.Mistaken($"Hasil $apply tidak mempunyai kolom {name}.");

    /// <summary>A division by 0, or a number that its type cannot hold, shows only on rows and is the client's mistake all the same.</summary>
    private static Func<object, T> Guarded<T>(Func<object, T> read) => row =>
    {
        try
        {
            return read(row);
        }
        catch (ArithmeticException mistake)
        {
            throw RefusedRequest.NotUnderstood(mistake);
        }
    };
}
