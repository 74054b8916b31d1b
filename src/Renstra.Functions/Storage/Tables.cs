using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Storage;

/// <summary>A range of months of a table partitioned by month: one storage request for each page of a thousand rows.</summary>
/// <param name="First">The first month; null for the first there is.</param>
/// <param name="Last">The last month; null for the last there is.</param>
/// <param name="RowPrefix">What the row keys begin with; empty for all rows.</param>
internal readonly record struct PartitionRange(ReportingMonth? First, ReportingMonth? Last, string RowPrefix = "")
{
    /// <summary>The range as an OData filter of Table Storage; empty for the whole table.</summary>
    public string Filter => string.Join(" and ", Conditions());

    /// <summary>Rows of one month.</summary>
    public static PartitionRange Of(ReportingMonth month, string rowPrefix = "") => new(month, month, rowPrefix);

    /// <summary>The first text after all that begin with a prefix: its last character raised by one.</summary>
    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private IEnumerable<string> Conditions()
    {
        if (First is { } only && First == Last)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey eq {only.ToString()}");
        }
        else if (First is { } first)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey ge {first.ToString()}");
        }

        if (Last is { } last && First != Last)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey le {last.ToString()}");
        }

        if (RowPrefix.Length > 0)
        {
            yield return TableClient.CreateQueryFilter($"RowKey ge {RowPrefix} and RowKey lt {After(RowPrefix)}");
        }
    }
}

/// <summary>How tables are read and written, the same for all of them.</summary>
internal static class Tables
{
    /// <summary>As many operations as an entity group transaction takes.</summary>
    public const int LargestBatch = 100;

    /// <summary>A row; default when there is none.</summary>
    public static async Task<T?> FindAsync<T>(
        this TableClient table, string partitionKey, string rowKey, Func<TableEntity, T> read, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellation);
        return entity.HasValue ? read(entity.Value!) : default;
    }

    /// <summary>The rows of a range, ascending by their keys.</summary>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        this TableClient table, PartitionRange range, Func<TableEntity, T> read, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation).Select(read);

    /// <summary>The rows of a range, one storage request at a time, so that a reader who has enough can stop.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> PortionsAsync<T>(
        this TableClient table, PartitionRange range, Func<TableEntity, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellation).AsPages())
        {
            yield return [.. page.Values.Select(read)];
        }
    }

    /// <summary>Writes rows of one partition, in as few requests as they fit into; written again they are the same rows.</summary>
    public static async Task UpsertAsync(this TableClient table, IEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        foreach (var batch in entities.Chunk(LargestBatch))
        {
            await table.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellation);
        }
    }
}
