using System.Text.Json;
using Azure.Data.Tables;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// A report as one entity, so that it is written and read atomically: a typed column for each amount, and the lineage of all of
/// them as JSON in <c>Asal</c>. The history and the view share the columns.
/// </summary>
internal static class ReportEntity
{
    /// <summary>The submission that a report came in; an empty view has none.</summary>
    public const string SubmissionColumn = "LaporanMasuk";

    private const string BlobColumn = "NamaBlob";
    private const string AcceptedColumn = "Diterima";
    private const string LineageColumn = "Asal";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TableEntity ForHistory(StoredReport report) =>
        Write(report, HistoryKeys.Partition(report.Key), HistoryKeys.Row(report.Key, report.Submission));

    public static TableEntity ForView(StoredReport report) => Write(report, ReportKeys.Partition(report.Key), ReportKeys.Row(report.Key));

    /// <summary>
    /// The view of a key under which no report stands any more, as after a withdrawal. It is written rather than deleted, so that
    /// the ETags of the key stay one chain and an older writer cannot bring a withdrawn report back.
    /// </summary>
    public static TableEntity ForEmptyView(ReportKey key) => new(ReportKeys.Partition(key), ReportKeys.Row(key));

    /// <summary>The accepted reports of submissions, as an OData filter of Table Storage.</summary>
    public static string AcceptedOf(IEnumerable<SubmissionId> submissions) =>
        $"{AcceptedColumn} eq true and ({string.Join(" or ", submissions.Select(submission => $"{SubmissionColumn} eq '{submission}'"))})";

    /// <summary>The report of an entity; null for an empty view.</summary>
    public static StoredReport? Read(TableEntity entity)
    {
        if (entity.GetString(SubmissionColumn) is not { } submission)
        {
            return null;
        }

        var lineage = JsonSerializer.Deserialize<Dictionary<string, CellLineage>>(entity.GetString(LineageColumn), Json)!;
        var figures = lineage.Keys
            .Select(column => column[..column.LastIndexOf('_')])
            .Distinct(StringComparer.Ordinal)
            .Select(column => new Figure(
                IndicatorCode.Parse(column.Replace('_', '-')),
                ReadAmount(entity, column, ComponentRole.Pembilang, lineage)!,
                ReadAmount(entity, column, ComponentRole.Penyebut, lineage)))
            .OrderBy(figure => figure.Indicator);
        return new StoredReport(
            ReportKeys.Parse(entity.PartitionKey, entity.RowKey),
            SubmissionId.Parse(submission),
            entity.GetString(BlobColumn),
            entity.GetBoolean(AcceptedColumn)!.Value,
            [.. figures]);
    }

    private static TableEntity Write(StoredReport report, string partitionKey, string rowKey)
    {
        var entity = new TableEntity(partitionKey, rowKey)
        {
            [SubmissionColumn] = report.Submission.ToString(),
            [BlobColumn] = report.BlobName,
            [AcceptedColumn] = report.IsAccepted,
        };
        var lineage = new SortedDictionary<string, CellLineage>(StringComparer.Ordinal);
        foreach (var figure in report.Figures)
        {
            WriteAmount(entity, figure.Indicator, ComponentRole.Pembilang, figure.Numerator, lineage);
            WriteAmount(entity, figure.Indicator, ComponentRole.Penyebut, figure.Denominator, lineage);
        }

        entity[LineageColumn] = JsonSerializer.Serialize(lineage, Json);
        return entity;
    }

    private static void WriteAmount(TableEntity entity, IndicatorCode indicator, ComponentRole role, ComponentAmount? amount, SortedDictionary<string, CellLineage> lineage)
    {
        if (amount is not null)
        {
            var column = Column(indicator.ColumnName, role);
            AmountColumns.Write(entity, column, amount.Amount);
            lineage.Add(column, new CellLineage(amount.Location.Sheet, amount.Location.Cell, amount.Raw));
        }
    }

    private static ComponentAmount? ReadAmount(TableEntity entity, string indicator, ComponentRole role, IReadOnlyDictionary<string, CellLineage> lineage)
    {
        var column = Column(indicator, role);
        return AmountColumns.Read(entity, column) is { } amount && lineage.TryGetValue(column, out var cell)
            ? new ComponentAmount(amount, new CellLocation(cell.Lembar, cell.Sel), cell.Isi)
            : null;
    }

    private static string Column(string indicator, ComponentRole role) => $"{indicator}_{role}";

    private sealed record CellLineage(string Lembar, string Sel, string Isi);
}
