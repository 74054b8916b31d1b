using System.Text.Json;
using Renstra.Functions.Feed.Model;

namespace Renstra.Functions.Feed.Query;

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
