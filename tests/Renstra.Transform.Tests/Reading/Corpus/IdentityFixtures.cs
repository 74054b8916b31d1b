using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>How offices say which region and month they report about, and contradict themselves.</summary>
internal static class IdentityFixtures
{
    private const string Province = "53";

    public static IEnumerable<Fixture> All =>
    [
        Labelled("bulan nama", "Bulan: Juli 2024", [MonthName], "TTS", "Juli 2024"),
        Labelled("bulan garis miring", "Bulan: 07/2024", [MonthSlash], "TTS", "07/2024"),
        Labelled("bulan tanggal", "Bulan: 31/07/2024 sebagai tanggal", [MonthDate], "TTS", new DateTime(2024, 7, 31)),
        Fixture.Of("bulan tanggal tanpa label", "31/07/2024 sebagai tanggal tanpa keterangan: bulan laporan atau tanggal surat", [], Grid.Report().With("A2", new DateTime(2024, 7, 31)).With("B2", null)).Returned([], "I03"),
        Labelled("bulan singkatan", "Bulan: Jul-24", [MonthShort], "TTS", "Jul-24"),
        Labelled("bulan terbalik", "Bulan: 2024-07", [], "TTS", "2024-07"),
        Labelled("bulan inggris", "Bulan: July 2024", [], "TTS", "July 2024"),
        Labelled("wilayah singkatan", "Wilayah: Kab. TTS", [Alias], "Kab. TTS", "Juli 2024"),
        Labelled("wilayah huruf besar", "Wilayah: KABUPATEN TIMOR TENGAH SELATAN", [Alias], "KABUPATEN TIMOR TENGAH SELATAN", "Juli 2024"),
        Labelled("kode kemendagri", "Wilayah: 53.02", [MinistryCode], "53.02", "Juli 2024"),
        Labelled("kode kemendagri dan nama", "Wilayah: 53.02 - Timor Tengah Selatan", [MinistryCode], "53.02 - Timor Tengah Selatan", "Juli 2024"),
        Labelled("kode bps dan nama", "Wilayah: 5304 Timor Tengah Selatan; 53.04 adalah Belu menurut Kemendagri", [StatisticsCode, BareCodeNamed], "5304 Timor Tengah Selatan", "Juli 2024"),
        Labelled("kode ganda tanpa nama", "Wilayah: 5304, dua daerah menurut dua sistem", [BareCode], 5304, "Juli 2024").Returned([], "I07 B1") with { From = Province },
        Labelled("wilayah tidak ada", "Tidak ada nama wilayah", [], null, "Juli 2024").Returned([], "I01 A1") with { From = Province },
        Labelled("wilayah salah tulis", "Nama wilayah salah tulis", [], "Timor Tengah Slatan", "Juli 2024").Returned([], "I02 B1"),
        Labelled("nama wilayah terpotong menjadi nama lain", "Kabupaten Manggarai Tmur bukan Manggarai", [], "Kabupaten Manggarai Tmur", "Juli 2024").Returned([], "I02 B1") with { From = Province },
        Fixture.Of("kop salah tulis", "Kop surat: KABUPATEN SUMBA BARAT DAYYA bukan Sumba Barat", [], Grid.Report().With("B1", null).Row(1, "PEMERINTAH KABUPATEN SUMBA BARAT DAYYA"))
            .Returned([], "I02 A1") with { From = Province },
        Labelled("bulan tidak ada", "Tahun tidak ada", [], "TTS", "Juli").Returned([], "I03 B2"),
        Labelled("bulan salah tulis", "Nama bulan salah tulis", [], "TTS", "Julli 2024").Returned([], "I04 B2"),
        Labelled("bulan yang belum tiba", "Bulan yang belum mulai ketika dikirim", [], "TTS", "September 2024")
            .Returned([.. Submissions.FiguresOfReport.Select(figure => figure.Replace("2024-07", "2024-09", StringComparison.Ordinal))], "I04"),
        Labelled("folder berkata lain", "Folder milik TTS, isi menyebut TTU", [FolderDisagrees], "Timor Tengah Utara", "Juli 2024").Returned([], "I05 B1"),
        Fixture.Of("nama berkas berkata lain", "Nama berkas menyebut Juni, isi menyebut Juli", [FileNameDisagrees], Grid.Report()).Returned(Submissions.FiguresOfReport, "I06") with
        {
            FileName = "Laporan IKU TTS Juni 2024",
        },
        Fixture.Of("kop berkata lain", "Kop surat menyebut kabupaten lain", [], Grid.Report().Row(3, "PEMERINTAH KABUPATEN MALAKA")).Returned([], "I08 A3"),
        Fixture.Of("judul berkata lain", "Judul menyebut bulan lain", [], Grid.Report().Row(3, "LAPORAN BULAN JUNI 2024")).Returned([], "I06 A3"),
        Fixture.Of("nama lembar berkata lain", "Lembar salinan yang masih bernama bulan lalu", [], Grid.Report("Juni 2024")).Returned([], "I06 A1") with { IsPlainText = false },
        Fixture.Of("dua lembar berkata lain", "Dua lembar berisi angka yang berbeda", [SheetsDisagree], Grid.Report(), new Grid("Perbaikan")
            .Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Indicators(5).With("C6", 3))
            .Returned(NumberFixtures.Without(2), "T03 B6"),
    ];

    private static Fixture Labelled(string name, string shows, string[] lines, object? region, object month) => Fixture.Of(
        name, shows, lines, new Grid().Row(1, "Kabupaten/Kota", region).Row(2, "Bulan", month).Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5));
}
