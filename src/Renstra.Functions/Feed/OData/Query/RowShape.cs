using System.Text.Json;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>What rows look like at one step of answering: a set's own rows, or those that <c>$apply</c> has made of them.</summary>
/// <param name="Binder">Turns expressions into functions on such rows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Keys">The columns that tell rows apart, in the order in which rows are sorted.</param>
internal sealed record RowShape(RowBinder Binder, IReadOnlyList<RowColumn> Columns, IReadOnlyList<RowColumn> Keys)
{
    /// <summary>The shape of a set's own rows.</summary>
    public static RowShape Of(FeedSet set, FeedModel model, IDictionary<string, SingleValueNode> aliases) => new(
        new RowBinder(model.Edm, set.RowType, aliases),
        [.. set.Columns.Select(RowColumn.Of)],
        [.. set.Keys.Select(RowColumn.Of)]);

    /// <summary>The column of a name.</summary>
    /// <exception cref="RefusedRequest">There is none.</exception>
    public RowColumn this[string name] =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw RefusedRequest.Mistaken($"Hasil permintaan ini tidak mempunyai kolom {name}.");
}

/// <summary>A column of rows at one step of answering.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="Read">Its value in a row.</param>
/// <param name="IsDeclared">Whether <c>$metadata</c> tells its type; it cannot of what a request computes.</param>
internal sealed record RowColumn(string Name, Func<object, object?> Read, bool IsDeclared)
{
    /// <summary>The name as JSON has it, encoded once.</summary>
    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Name);

    public static RowColumn Of(FeedColumn column) => new(column.Name, column.Read, IsDeclared: true);
}
