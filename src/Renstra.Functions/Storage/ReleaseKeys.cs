using System.Globalization;
using Azure.Data.Tables;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Storage;

/// <summary>
/// Keys of <c>Penetapan</c>: partition the reporting month, row <c>_kini</c> for the pointer to the release in force and
/// <c>&lt;n 0000&gt;</c> for each release.
/// </summary>
internal static class ReleaseKeys
{
    /// <summary>The row of the pointer.</summary>
    public const string Pointer = "_kini";

    public static string Partition(ReportingMonth month) => month.ToString();

    /// <param name="number">From 1.</param>
    public static string Row(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    public static ReportingMonth ParseMonth(string partitionKey) => ReportingMonth.Parse(partitionKey);

    public static int ParseNumber(string rowKey) => int.Parse(rowKey, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The pointers of a range of months, as an OData filter of Table Storage.</summary>
    public static string PointersBetween(ReportingMonth first, ReportingMonth last) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {Partition(first)} and PartitionKey le {Partition(last)} and RowKey eq {Pointer}");

    public static RowRange In(ReportingMonth month) => new(month.ToString());
}
