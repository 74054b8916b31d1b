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

    private IEnumerable<string> Conditions()
    {
        if (First is { } first)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey ge {first.ToString()}");
        }

        if (Last is { } last)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey le {last.ToString()}");
        }

        if (RowPrefix.Length > 0)
        {
            yield return TableClient.CreateQueryFilter($"RowKey ge {RowPrefix} and RowKey lt {RowRange.After(RowPrefix)}");
        }
    }
}
