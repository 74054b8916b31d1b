using System.Runtime.CompilerServices;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Performance;

/// <summary>Every release there ever was.</summary>
internal sealed class PenetapanSet(ReleaseStore releases) : FeedSet(
    "Penetapan",
    "Semua penetapan: hasil penutupan bulan yang tidak berubah lagi, dengan kelengkapannya.",
    typeof(PenetapanRow),
    nameof(PenetapanRow.Bulan),
    nameof(PenetapanRow.PenetapanKe))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = reading.Scope.MonthBounds(nameof(PenetapanRow.Bulan));
        var all = await releases.AllAsync(new PartitionRange(first, last), cancellation);
        yield return [.. all.Select(entry => Row(entry.Release, entry.IsInForce, reading.Reference))];
    }

    private static PenetapanRow Row(Release release, bool isInForce, ReferenceData reference) => new()
    {
        Bulan = release.Month.FirstDay,
        PenetapanKe = release.Number,
        Berlaku = isInForce,
        DitetapkanPada = release.ReleasedAt,
        LaporanDiterima = release.ReportsReceived,
        LaporanWajib = release.ReportsDue,
        LaporanBelum = release.MissingReports.Count == 0
            ? null
            : string.Join("; ", release.MissingReports.Select(row => NameOf(ReportKeys.Parse(release.Month.ToString(), row), reference))),
        SidikJari = release.Fingerprint,
        VersiReferensi = release.ReferenceVersion,
        VersiAcuanAngka = release.FiguresVersion,
        VersiPerhitungan = release.CalculationVersion,
        BukuKerja = FileOf(release, ReleaseFiles.WorkbookName(release.Month, release.Number)),
        BerkasCsv = FileOf(release, ReleaseFiles.CsvName(release.Month, release.Number)),
        BerkasAsal = FileOf(release, ReleaseFiles.SourcesName),
    };

    private static string FileOf(Release release, string name) => ReleaseBlobs.NameOf(release.Month, release.Fingerprint, release.Number, name);

    private static string NameOf(ReportKey report, ReferenceData reference) => $"{RegionNames.Of(report.Region, reference)} ({report.Holder})";
}
