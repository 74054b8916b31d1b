using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>What rows look like at one step of answering: a set's own rows, or those that <c>$apply</c> has made of them.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Keys">The columns that tell rows apart, in the order in which rows are sorted.</param>
/// <param name="Expressions">Turns expressions into functions on such rows.</param>
internal sealed record RowShape(IReadOnlyList<RowColumn> Columns, IReadOnlyList<RowColumn> Keys, RowExpressions Expressions)
{
    private static readonly ConditionalWeakTable<FeedSet, IReadOnlyList<RowColumn>> Known = [];

    /// <summary>The shape of a set's own rows.</summary>
    public static RowShape Of(FeedSet set, IDictionary<string, SingleValueNode> aliases)
    {
        var columns = ColumnsOf(set);
        return new RowShape(columns, [.. set.Keys.Select(key => columns.First(column => column.Name == key.Name))], new RowExpressions(columns, aliases));
    }

    /// <summary>The columns of a set's own rows, the same ones every time.</summary>
    public static IReadOnlyList<RowColumn> ColumnsOf(FeedSet set) => Known.GetValue(set, static each => [.. each.Columns.Select(RowColumn.Of)]);

    /// <summary>The column of a name.</summary>
    /// <exception cref="RefusedRequest">There is none.</exception>
    public RowColumn this[string name] =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw RefusedRequest.Mistaken($"Hasil permintaan ini tidak mempunyai kolom {name}.");
}

/// <summary>A column of rows at one step of answering.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="Type">The type of its values, nullable where it can be.</param>
/// <param name="Read">Its value in a row.</param>
/// <param name="Get">The same as a function of the value's own type.</param>
/// <param name="IsDeclared">Whether <c>$metadata</c> tells its type; it cannot of what a request computes.</param>
internal sealed record RowColumn(string Name, Type Type, Func<object, object?> Read, Delegate Get, bool IsDeclared)
{
    /// <summary>The name as JSON has it, encoded once.</summary>
    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Name);

    public static RowColumn Of(FeedColumn column) => new(column.Name, Nullable(column.Get.Method.ReturnType), column.Read, column.Compile(), IsDeclared: true);

    /// <summary>A column of rows that a request has made.</summary>
    /// <param name="name">As clients see it.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="index">Where in the row it stands.</param>
    /// <param name="isDeclared">Whether it is a column of the set.</param>
    public static RowColumn Of(string name, Type type, int index, bool isDeclared) => new(
        name,
        type,
        row => ((GroupedRow)row)[index],
        (Delegate)typeof(RowColumn).GetMethod(nameof(GetAt), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [index])!,
        isDeclared);

    private static Func<object, T> GetAt<T>(int index) => row => (T)((GroupedRow)row)[index]!;

    private static Type Nullable(Type type) => type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}

/// <summary>A row that <c>$apply</c> has made: its values in the order of the columns.</summary>
internal sealed class GroupedRow(object?[] values)
{
    public object? this[int column] => values[column];
}
