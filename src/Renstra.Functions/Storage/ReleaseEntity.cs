using Azure.Data.Tables;

namespace Renstra.Functions.Storage;

/// <summary>A release, and the pointer to it, as entities of <c>Penetapan</c>: both carry the same columns.</summary>
internal static class ReleaseEntity
{
    private const string NumberColumn = "Ke";
    private const string FingerprintColumn = "SidikJari";
    private const string ReleasedAtColumn = "DitetapkanPada";
    private const string ReferenceColumn = "VersiReferensi";
    private const string FiguresColumn = "VersiAcuanAngka";
    private const string CalculationColumn = "VersiPerhitungan";
    private const string ReceivedColumn = "LaporanDiterima";
    private const string DueColumn = "LaporanWajib";
    private const string MissingColumn = "LaporanBelum";

    public static TableEntity ForRelease(Release release) => Write(release, ReleaseKeys.Row(release.Number));

    public static TableEntity ForPointer(Release release) => Write(release, ReleaseKeys.Pointer);

    public static Release Read(TableEntity entity) => new(
        ReleaseKeys.ParseMonth(entity.PartitionKey),
        entity.GetInt32(NumberColumn)!.Value,
        entity.GetString(FingerprintColumn),
        entity.GetDateTimeOffset(ReleasedAtColumn)!.Value,
        entity.GetString(ReferenceColumn),
        entity.GetString(FiguresColumn),
        entity.GetInt32(CalculationColumn)!.Value,
        entity.GetInt32(ReceivedColumn)!.Value,
        entity.GetInt32(DueColumn)!.Value,
        entity.GetString(MissingColumn).Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static TableEntity Write(Release release, string rowKey) => new(ReleaseKeys.Partition(release.Month), rowKey)
    {
        [NumberColumn] = release.Number,
        [FingerprintColumn] = release.Fingerprint,
        [ReleasedAtColumn] = release.ReleasedAt,
        [ReferenceColumn] = release.ReferenceVersion,
        [FiguresColumn] = release.FiguresVersion,
        [CalculationColumn] = release.CalculationVersion,
        [ReceivedColumn] = release.ReportsReceived,
        [DueColumn] = release.ReportsDue,
        [MissingColumn] = string.Join(';', release.MissingReports),
    };
}
