using System.Text.Json;
using Azure.Data.Tables;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// A report as one entity, so that it is written and read atomically: a typed column for each amount, and the lineage of all of
/// them as JSON: of components in <c>Asal</c>, of the parts that they were broken down into, if any, in <c>AsalRincian</c>. The
/// history and the view share the columns.
/// </summary>
internal static class ReportEntity
{
    /// <summary>The submission that a report came in; an empty view has none.</summary>
    public const string SubmissionColumn = "LaporanMasuk";

    private const string BlobColumn = "NamaBlob";
    private const string AcceptedColumn = "Diterima";
    private const string LineageColumn = "Asal";
    private const string PartLineageColumn = "AsalRincian";

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

        var lineage = JsonSerializer.Deserialize<Dictionary<string, CellLineage>>(LongText.Read(entity, LineageColumn)!, Json)!;
        var parts = ReadParts(entity);
        var figures = lineage.Keys
            .Select(column => column[..column.LastIndexOf('_')])
            .Distinct(StringComparer.Ordinal)
            .Select(column => new Figure(
                IndicatorCode.Parse(column.Replace('_', '-')),
                ReadAmount(entity, column, ComponentRole.Pembilang, lineage)!,
                ReadAmount(entity, column, ComponentRole.Penyebut, lineage))
            {
                Parts = [.. parts[column]],
            })
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

        LongText.Write(entity, LineageColumn, JsonSerializer.Serialize(lineage, Json));
        WriteParts(entity, report.Figures);
        return entity;
    }

    private static void WriteParts(TableEntity entity, IReadOnlyList<Figure> figures)
    {
        var lineage = new List<PartLineage>();
        foreach (var (indicator, part) in figures.SelectMany(figure => figure.Parts.Select(part => (figure.Indicator.ColumnName, part))))
        {
            AmountColumns.Write(entity, Column(indicator, part.Role, part.Part), part.Amount.Amount);
            lineage.Add(new PartLineage(indicator, StoredWords.Roles.Write(part.Role), part.Dimension, part.Part, part.Amount.Location.Sheet, part.Amount.Location.Cell, part.Amount.Raw));
        }

        if (lineage.Count > 0)
        {
            LongText.Write(entity, PartLineageColumn, JsonSerializer.Serialize(lineage, Json));
        }
    }

    /// <summary>The parts, by the indicator's column name, in the order in which they were written; none where none was reported.</summary>
    private static ILookup<string, PartAmount> ReadParts(TableEntity entity)
    {
        var lineage = LongText.Read(entity, PartLineageColumn) is { } json ? JsonSerializer.Deserialize<List<PartLineage>>(json, Json)! : [];
        return lineage.ToLookup(
            part => part.Indikator,
            part =>
            {
                var role = StoredWords.Roles.Read(part.Peran);
                var amount = AmountColumns.Read(entity, Column(part.Indikator, role, part.Bagian))!.Value;
                return new PartAmount(role, part.Dimensi, part.Bagian, new ComponentAmount(amount, new CellLocation(part.Lembar, part.Sel), part.Isi));
            });
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

    private static string Column(string indicator, ComponentRole role) => $"{indicator}_{StoredWords.Roles.Write(role)}";

    private static string Column(string indicator, ComponentRole role, string part) => $"{Column(indicator, role)}_{part}";

    private sealed record CellLineage(string Lembar, string Sel, string Isi);

    private sealed record PartLineage(string Indikator, string Peran, string Dimensi, string Bagian, string Lembar, string Sel, string Isi);
}
