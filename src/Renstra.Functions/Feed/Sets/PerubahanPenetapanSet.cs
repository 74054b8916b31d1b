using System.ComponentModel;
using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Feed.Sets;

/// <summary>What every release changed about the one before it.</summary>
internal sealed class PerubahanPenetapanSet(ReleaseStore releases, ReleaseChangeStore changes) : FeedSet(
    "PerubahanPenetapan",
    "Angka yang berubah dari satu penetapan ke penetapan berikutnya untuk bulan yang sama: sebelum, sesudah, selisih, sebab, dan kiriman yang menyebabkannya.",
    typeof(PerubahanPenetapanRow),
    nameof(PerubahanPenetapanRow.Bulan),
    nameof(PerubahanPenetapanRow.PenetapanKe),
    nameof(PerubahanPenetapanRow.KodeWilayah),
    nameof(PerubahanPenetapanRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, last) = reading.Scope.MonthBounds(nameof(PerubahanPenetapanRow.Bulan));
        var range = new PartitionRange(first, last);
        var all = await releases.AllAsync(range, cancellation);
        var named = all.Select(entry => (entry.Release.Month, entry.Release.Number, entry.Release.Fingerprint)).ToHashSet();

        // What was prepared for a release that someone else made otherwise is no release's.
        await foreach (var portion in changes.ReadAsync(range, cancellation))
        {
            yield return [.. portion
                .Where(change => named.Contains((change.Month, change.Number, change.Fingerprint)))
                .Select(change => new PerubahanPenetapanRow(change, reading.Reference))];
        }
    }
}

/// <summary>A figure that a release changed about the one before it.</summary>
[ColumnsAsIn(typeof(CapaianRow))]
internal sealed class PerubahanPenetapanRow(StoredChange change, ReferenceData reference)
{
    [Description("Bulan yang ditetapkan, ditulis sebagai hari pertamanya.")]
    public DateOnly Bulan { get; } = change.Month.FirstDay;

    [NumberOf(nameof(Bulan), DateNumber.Month)]
    public int BulanAngka { get; } = ReferenceNames.NumberOf(change.Month);

    [Description("Penetapan yang mengubah, mulai dari 2; bandingannya penetapan sebelumnya untuk bulan itu.")]
    [Unit("penetapan")]
    public int PenetapanKe { get; } = change.Number;

    public string KodeWilayah { get; } = change.Region.Value;

    public string NamaWilayah { get; } = ReferenceNames.Of(change.Region, reference);

    [Description("Provinsi, Kabupaten, atau Kota.")]
    public string Tingkat { get; } = ReferenceNames.LevelOf(change.Region, reference);

    public string KodeIndikator { get; } = change.Indicator.Value;

    public string NamaIndikator { get; } = ReferenceNames.NameOf(change.Indicator, reference);

    public string? Satuan { get; } = ReferenceNames.IndicatorOf(change.Indicator, reference)?.Unit;

    public string? Polaritas { get; } = ReferenceNames.IndicatorOf(change.Indicator, reference)?.Polarity.ToString();

    [Description("Pembilang sampai dengan bulan itu menurut penetapan sebelumnya.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila waktu itu belum ada angkanya, atau indikatornya tidak berlaku bagi wilayah")]
    public decimal? PembilangSebelum { get; } = change.Before?.Numerator;

    [Description("Pembilang sampai dengan bulan itu menurut penetapan ini.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angkanya, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public decimal? Pembilang { get; } = change.After?.Numerator;

    [Description("Pembilang dikurangi PembilangSebelum; kosong bila salah satunya belum ada.")]
    [Unit("satuan komponennya; lihat Komponen")]
    public decimal? SelisihPembilang { get; } = RowChange.By(change.Before, change.After, row => row.Numerator);

    [Description("Penyebut sampai dengan bulan itu menurut penetapan sebelumnya.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila waktu itu belum ada angkanya, atau indikatornya tidak berlaku bagi wilayah")]
    public decimal? PenyebutSebelum { get; } = change.Before?.Denominator;

    [Description("Penyebut sampai dengan bulan itu menurut penetapan ini.")]
    [Unit("satuan komponennya; lihat Komponen")]
    [Empty("bila belum ada angkanya, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public decimal? Penyebut { get; } = change.After?.Denominator;

    [Description("Penyebut dikurangi PenyebutSebelum; kosong bila salah satunya belum ada.")]
    [Unit("satuan komponennya; lihat Komponen")]
    public decimal? SelisihPenyebut { get; } = RowChange.By(change.Before, change.After, row => row.Denominator);

    [Description("Realisasi sampai dengan bulan itu menurut penetapan sebelumnya, dalam satuan indikator.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila waktu itu belum ada angkanya, atau indikatornya tidak berlaku bagi wilayah")]
    public decimal? RealisasiSebelum { get; } = change.Before?.Realisation;

    [Description("Realisasi sampai dengan bulan itu menurut penetapan ini, dalam satuan indikator.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila belum ada angkanya, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public decimal? Realisasi { get; } = change.After?.Realisation;

    [Description("Realisasi dikurangi RealisasiSebelum; kosong bila salah satunya belum ada.")]
    [Unit("satuan indikator, di kolom Satuan")]
    public decimal? SelisihRealisasi { get; } = RowChange.By(change.Before, change.After, row => row.Realisation);

    [Description("Target menurut penetapan sebelumnya, dalam satuan indikator.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila waktu itu tidak ada target, atau indikatornya tidak berlaku bagi wilayah")]
    public decimal? TargetSebelum { get; } = change.Before?.Target;

    [Description("Target menurut penetapan ini, dalam satuan indikator.")]
    [Unit("satuan indikator, di kolom Satuan")]
    [Empty("bila tidak ada target, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public decimal? Target { get; } = change.After?.Target;

    [Description("Rasio capaian menurut penetapan sebelumnya, dalam persen.")]
    [Unit("persen")]
    [Empty("bila waktu itu belum ada angkanya, atau indikatornya tidak berlaku bagi wilayah")]
    public decimal? RasioCapaianSebelum { get; } = change.Before?.Achievement;

    [Description("Rasio capaian menurut penetapan ini, dalam persen.")]
    [Unit("persen")]
    [Empty("bila belum ada angkanya, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public decimal? RasioCapaian { get; } = change.After?.Achievement;

    [Description("RasioCapaian dikurangi RasioCapaianSebelum, dalam persen; kosong bila salah satunya belum ada.")]
    [Unit("poin persen")]
    public decimal? SelisihRasioCapaian { get; } = RowChange.By(change.Before, change.After, row => row.Achievement);

    [Description("Kategori capaian menurut penetapan sebelumnya.")]
    [Empty("bila waktu itu belum ada angkanya, atau indikatornya tidak berlaku bagi wilayah")]
    public string? KategoriSebelum { get; } = change.Before?.Category?.Label;

    [Description("Kategori capaian menurut penetapan ini.")]
    [Empty("bila belum ada angkanya, atau indikatornya tidak lagi berlaku bagi wilayah")]
    public string? Kategori { get; } = change.After?.Category?.Label;

    [Description("Sudah atau Belum menurut penetapan sebelumnya; kosong bila indikatornya waktu itu tidak berlaku bagi wilayah.")]
    public string? StatusLaporSebelum { get; } = StatusOf(change.Before);

    [Description("Sudah atau Belum menurut penetapan ini; kosong bila indikatornya tidak lagi berlaku bagi wilayah.")]
    public string? StatusLapor { get; } = StatusOf(change.After);

    [Description("Baris provinsi: banyaknya wilayah yang telah melapor menurut penetapan sebelumnya.")]
    [Unit("wilayah")]
    [Empty("pada baris kabupaten/kota, dan bila indikatornya waktu itu tidak berlaku bagi wilayah")]
    public long? WilayahMelaporSebelum { get; } = change.Before?.RegionsReporting;

    [Description("Baris provinsi: banyaknya wilayah yang telah melapor menurut penetapan ini.")]
    [Unit("wilayah")]
    [Empty("pada baris kabupaten/kota, dan bila indikatornya tidak lagi berlaku bagi wilayah")]
    public long? WilayahMelapor { get; } = change.After?.RegionsReporting;

    [Description("Mengapa berubah: Laporan baru, Laporan diperbaiki, Laporan ditarik, Data acuan berganti, Cara penghitungan berganti; beberapa sebab dipisahkan titik koma.")]
    public string Sebab { get; } = ChangeCauseWords.Of(change.Causes);

    [SeveralValues]
    [Description("Kiriman yang menyebabkan perubahan, dipisahkan titik koma; yang ditarik bila laporannya ditarik. Paling banyak 500.")]
    [Empty("bila sebabnya bukan laporan")]
    public string? LaporanMasuk { get; } = change.Submissions.Count == 0 ? null : string.Join("; ", change.Submissions);

    [Description("Banyaknya kiriman yang menyebabkan perubahan, termasuk yang tidak muat di LaporanMasuk.")]
    [Unit("kiriman")]
    public long BanyakLaporanMasuk { get; } = change.SubmissionsTotal;

    private static string? StatusOf(PerformanceRow? row) => row is null ? null : row.IsReported ? "Sudah" : "Belum";
}
