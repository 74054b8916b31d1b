using Azure.Data.Tables;

namespace Renstra.Functions.Storage;

/// <summary>A range of row keys within one partition: one storage request for each page of a thousand rows.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="RowPrefix">What the row keys begin with; empty for the whole partition.</param>
internal readonly record struct RowRange(string Partition, string RowPrefix = "")
{
    /// <summary>The range as an OData filter of Table Storage.</summary>
    public string Filter => RowPrefix.Length == 0
        ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {RowPrefix} and RowKey lt {After(RowPrefix)}");

    /// <summary>The first text after all that begin with a prefix: its last character raised by one.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
