using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Renstra.Functions.Storage;

/// <summary>Reads ranges of a table one storage request at a time, so that a reader who has enough can stop.</summary>
internal static class TablePortions
{
    /// <summary>The rows of a range, ascending by their keys.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> PortionsAsync<T>(
        this TableClient table, PartitionRange range, Func<TableEntity, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation).AsPages())
        {
            yield return [.. page.Values.Select(read)];
        }
    }
}
