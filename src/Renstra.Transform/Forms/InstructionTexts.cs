using System.Globalization;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Forms;

/// <summary>What the instructions say, in Indonesian, together so that they can be read and improved as one text.</summary>
internal static class InstructionTexts
{
    public const string Title = "PETUNJUK PENGISIAN";
    public const string DefinitionsTitle = "Indikator dalam formulir ini (rumus menurut Rencana Strategis, Tabel 7.2: pembilang ÷ penyebut × 100)";

    /// <summary>A heading and what is said under it.</summary>
    public sealed record Section(string Title, bool IsOrdered, IReadOnlyList<string> Points);

    public static string Subtitle(Region region) => $"{FormTexts.Version}  ·  {region.FullName}";

    public static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");

    public static IEnumerable<Section> Sections(FormContent content) =>
    [
        new Section("Cara mengisi", IsOrdered: true,
        [
            "Buka lembar Laporan. Periksa kabupaten/kota, bulan, dan tahun; bila perlu, pilih dari daftar.",
            "Isi nama petugas dan tanggal pengisian.",
            "Semua angka hanya untuk wilayah ini, juga bila namanya menyebut Provinsi NTT. Dinas provinsi yang menjumlahkannya.",
            "Isi pembilang (yang dihitung) dan penyebut (pembandingnya) pada setiap baris. Cukup angkanya, tanpa kata “orang”.",
            "Lihat kolom Hasil pemeriksaan: “Lengkap” berarti baris itu sudah siap, merah berarti perlu diperbaiki dahulu.",
            .. content.Breakdowns.Count == 0 ? [] : (string[])["Lembar Rincian tidak wajib. Bila Anda punya rinciannya, isilah; jumlahnya harus sesuai dengan lembar Laporan."],
        ]),
        new Section("Kosong tidak sama dengan nol", IsOrdered: false,
        [
            "Kosong berarti belum dilaporkan. Bila datanya belum ada, biarkan kedua sel kosong.",
            "Angka 0 berarti sudah dihitung dan memang tidak ada. Contoh: bila bulan ini tidak ada pelatihan, tulis 0 dan 0.",
        ]),
        new Section("Arti periode", IsOrdered: false, [.. PeriodsOf(content).Select(Explain)]),
        new Section("Menyimpan dan mengirim", IsOrdered: true,
        [
            $"Simpan berkas ini (tetap .xlsx) di folder bersama “{content.Region.FolderName}”, lalu tutup. Nama berkas boleh diubah.",
            string.Create(CultureInfo.InvariantCulture, $"Paling lambat tanggal {content.DueDay} bulan berikutnya, pukul 24.00 WITA. Yang terlambat tetap diterima, tetapi tercatat terlambat."),
            "Berkas Anda dipindahkan otomatis ke subfolder “arsip”. Tidak ada berkas yang dihapus.",
        ]),
        new Section("Yang Anda terima kembali", IsOrdered: false,
        [
            "Tanda terima di subfolder “hasil”, biasanya dalam beberapa menit setelah berkas disimpan.",
            "DITERIMA: laporan sudah tercatat; angka yang terbaca tercantum di dalamnya, mohon dicocokkan.",
            "DIKEMBALIKAN: laporan belum tercatat. Tanda terima menyebut sel yang perlu diperbaiki; perbaiki lalu simpan lagi di folder yang sama.",
            "Bila kemudian ada angka yang keliru, kirim lagi formulir bulan itu secara lengkap. Laporan terakhir yang diterima menggantikan seluruh laporan sebelumnya.",
        ]),
    ];

    /// <summary>What a component counts, when, and in what.</summary>
    public static string Definition(Component component) => $"{component.Name} ({component.Unit}, {component.PeriodLabel})";

    private static IEnumerable<Component> PeriodsOf(FormContent content) => content.Rows
        .SelectMany(row => row.Indicator.Components)
        .DistinctBy(component => component.Accumulation)
        .OrderBy(component => component.Accumulation);

    private static string Explain(Component component) => component.Accumulation switch
    {
        Accumulation.Jumlah => $"{component.PeriodLabel}: hanya yang terjadi selama bulan laporan, tanpa bulan-bulan sebelumnya.",
        Accumulation.Kumulatif => $"{component.PeriodLabel}: sejak 1 Januari sampai dengan akhir bulan laporan; setiap unit dihitung satu kali.",
        Accumulation.Tahunan => $"{component.PeriodLabel}: angka yang diterbitkan untuk tahun itu; cukup dilaporkan satu kali, pada bulan yang dirujuknya.",
        _ => $"{component.PeriodLabel}: keadaan pada hari terakhir bulan laporan.",
    };
}
