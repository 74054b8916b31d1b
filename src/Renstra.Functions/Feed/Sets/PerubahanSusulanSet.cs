using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Feed.Sets;

/// <summary>What has changed in closed years since their last releases, which stay.</summary>
internal sealed class PerubahanSusulanSet(ReportStore reports, ReleaseStore releases, ReleasedRowStore rows) : FeedSet(
    "PerubahanSusulan",
    "Laporan untuk tahun yang sudah ditutup yang berubah sesudah penetapan terakhir: tercatat, tetapi tidak mengubah penetapan.",
    typeof(PerubahanSusulanRow),
    nameof(PerubahanSusulanRow.Bulan),
    nameof(PerubahanSusulanRow.KodeWilayah),
    nameof(PerubahanSusulanRow.PemegangData))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reference = reading.Reference;
        foreach (var month in reading.Scope.Months(nameof(PerubahanSusulanRow.Bulan), reference.FirstMonth, reading.CurrentMonth).Where(month => reference.Calendar.IsClosed(month.Year)))
        {
            if (await releases.InForceAsync(month, cancellation) is { } release)
            {
                var released = await rows.ReadAsync(month, release.Fingerprint, region: null, cancellation);
                var standing = await reports.CurrentAsync(month, region: null, cancellation);
                var changes = LateChange.Since(reference, released, standing.Select(report => report.ToCurrent()));
                yield return InKeyOrder(changes.Select(change => new PerubahanSusulanRow(change, release, reference)));
            }
        }
    }
}

/// <summary>A report of a closed year that came, or was withdrawn, after the last release.</summary>
internal sealed class PerubahanSusulanRow(LateChange change, Release release, ReferenceData reference)
{
    [Description("Bulan yang dilaporkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = change.Key.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(change.Key.Month);

    [Description("Kode wilayah yang dilaporkan.")]
    public string KodeWilayah { get; } = change.Key.Region.Value;

    [Description("Siapa yang melaporkan: KAB untuk kabupaten/kota, selain itu unit kerja provinsi.")]
    public string PemegangData { get; } = change.Key.Holder.Value;

    [Description("Nama lengkap wilayah.")]
    public string NamaWilayah { get; } = ReferenceNames.Of(change.Key.Region, reference);

    [Description("Penetapan yang berlaku dan tidak diubah lagi.")]
    [Unit("penetapan")]
    public int PenetapanKe { get; } = release.Number;

    [Description("Kiriman yang menjadi dasar penetapan; kosong bila waktu itu belum ada.")]
    public string? LaporanDitetapkan { get; } = change.Released?.ToString();

    [Description("Kiriman yang berlaku sekarang; kosong bila ditarik tanpa pengganti.")]
    public string? LaporanSekarang { get; } = change.Standing?.ToString();

    [Description("Waktu kiriman yang berlaku sekarang diserahkan.")]
    [Empty("bila LaporanSekarang kosong")]
    public DateTimeOffset? DiserahkanPada { get; } = change.Standing?.SubmittedAt;
}
