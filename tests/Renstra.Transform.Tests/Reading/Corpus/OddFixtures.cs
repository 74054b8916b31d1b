using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>What offices were thought to send before the reader was looked at, with the outcome decided beforehand.</summary>
internal static class OddFixtures
{
    public static IEnumerable<Fixture> All =>
    [
        Odd("judul kolom dengan satuan di baris kedua", "Judul kolom berganti baris", Headed("No", "Indikator", "Pembilang\n(orang/perusahaan)", "Penyebut\n(orang/perusahaan)")),
        Odd("keadaan bulan dalam satu sel", "Keadaan Bulan : Juli 2024 di bawah kop", new Grid().Row(1, "PEMERINTAH KABUPATEN TIMOR TENGAH SELATAN").Row(2, "Keadaan Bulan : Juli 2024")
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut").Indicators(5)),
        Odd("realisasi tiga kolom", "Realisasi dibagi tiga, target di depan", Identified()
            .Row(4, "No", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", null, null, "Ket").Merge("E4", "G4")
            .Row(5, null, null, null, null, "Pembilang", "Penyebut", "%")
            .Rows(6, (code, name, numerator, denominator) => [code, name, "%", 65, numerator, denominator, 10, "-"])),
        Odd("baris jumlah di akhir", "JUMLAH dari angka yang tidak dapat dijumlahkan", Grid.Report().Row(12, null, "JUMLAH", 28, 280)),
        Odd("kode bertitik", "IKU.1", Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [code.Replace('-', '.'), name, numerator, denominator])),
        Odd("nomor romawi", "I sampai VII di depan nama", Identified().Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [Roman[numerator - 1], name, numerator, denominator])),
        Odd("nomor di depan nama", "1. % Cakupan …", Identified().Row(4, "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (_, name, numerator, denominator) => [$"{numerator}. {name}", numerator, denominator])),
        Odd("nama huruf besar berganti baris", "Nama dengan huruf besar dan ganti baris", Identified().Row(4, "No", "INDIKATOR KINERJA", "PEMBILANG", "PENYEBUT")
            .Rows(5, (code, name, numerator, denominator) => [numerator, name.ToUpperInvariant().Replace(" YANG ", "\nYANG ", StringComparison.Ordinal), numerator, denominator])),
        Odd("persentase sebagai kata", "Persentase … di tempat tanda %", Identified().Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [numerator, name.Replace("%", "Persentase", StringComparison.Ordinal), numerator, denominator])),
        Odd("tanggal tanda tangan di bawah", "Soe, 2 Agustus 2024 di bawah tabel", Grid.Report().Row(14, null, null, null, "Soe, 2 Agustus 2024").Row(15, null, null, null, "Kepala Dinas")),
        Odd("tanggal laporan berlabel", "Tanggal Laporan: 5 Agustus 2024", Grid.Report().Row(3, "Tanggal Laporan", "5 Agustus 2024")),
        Odd("judul dengan tahun anggaran", "BULAN JULI TAHUN ANGGARAN 2024", new Grid().Row(1, "KABUPATEN TIMOR TENGAH SELATAN").Row(2, "LAPORAN REALISASI KINERJA BULAN JULI TAHUN ANGGARAN 2024")
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut").Indicators(5)),
        Odd("bulan dari nama lembar tahun dari judul", "Lembar JULI, judul TAHUN 2024", new Grid("JULI").Row(1, "CAPAIAN IKU KABUPATEN TTS TAHUN 2024").Row(4, "No", "Indikator", "Pembilang", "Penyebut").Indicators(5)) with { IsPlainText = false },
        Odd("dua belas lembar baru satu terisi", "Lembar tiap bulan, baru Juli yang terisi", [.. Months.Select((month, at) => new Grid(month)
            .Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", $"{month} 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => at == 6 ? [code, name, numerator, denominator] : [code, name]))]),
        Odd("lembar grafik", "Lembar kedua berisi angka untuk grafik", Grid.Report(), new Grid("Grafik").Row(1, "IKU-1", 10).Row(2, "IKU-2", 10).Row(3, "IKU-3", 10)),
        Odd("angka dan huruf", "12 (dua belas)", Grid.Report().With("C5", "1 (satu)")).Returned(NumberFixtures.Without(1), "N01 C5"),
        Odd("angka berbintang", "12* dengan catatan kaki", Grid.Report().With("D5", "10*")).Returned(NumberFixtures.Without(1), "N01 D5"),
        Odd("angka berpangkat", "Angka kecil di atas sebagai tanda catatan kaki", Grid.Report().With("D5", "10¹")).Returned(NumberFixtures.Without(1), "N01 D5"),
        Odd("angka lebar", "Angka selebar huruf Tionghoa", Grid.Report().With("D5", "１０")).Returned(NumberFixtures.Without(1), "N01 D5"),
        Odd("angka dengan garis miring", "Pembilang dan penyebut dalam satu sel", Identified().Row(4, "Kode", "Indikator", "Realisasi")
            .Rows(5, (code, name, numerator, denominator) => [code, name, $"{numerator}/{denominator}"])).Returned([], [.. Enumerable.Range(5, 7).Select(row => $"N01 C{row}")]),
        Odd("angka dari angka", "1 dari 10", Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [code, name, $"{numerator} dari {denominator}", denominator])).Returned([], [.. Enumerable.Range(5, 7).Select(row => $"N01 C{row}")]),
        Odd("format dengan satuan", "0\" orang\" sebagai format angka", Grid.Report().With("C5", Cell.OfNumber(1, "0\" orang\""))),
        Odd("alamat dengan kota lain", "Jl. El Tari, Kota Soe", Grid.Report().Row(3, "Jl. El Tari No. 1, Kota Soe")),
        Odd("nama berkas dengan salinan", "Nama berkas rev2 (1)", Grid.Report()) with { FileName = "IKU Juli 2024 rev2 (1)" },
        Odd("nama berkas bulan rapat", "Nama berkas 072024", Grid.Report()) with { FileName = "Lap IKU TTS 072024" },
        Odd("nama berkas bertahun saja", "Nama berkas hanya menyebut tahun", Grid.Report()) with { FileName = "Lap IKU 2024" },
        Odd("nama berkas dengan tanggal kirim", "Nama berkas memuat tanggal pengiriman", Grid.Report()) with { FileName = "Laporan IKU 05-08-2024" },
        Odd("volume di samping uraian", "Pembilang | Volume | Penyebut | Volume", Identified().Row(4, "No", "Indikator", "Pembilang", "Volume", "Penyebut", "Volume")
            .Rows(5, (code, name, numerator, denominator) => [code, name, NumeratorOf(code), numerator, DenominatorOf(code), denominator])),
        Odd("nomor berulang tiap bidang", "Nomor mulai dari 1 lagi pada tiap bidang", Identified().Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Row(5, "A", "Bidang Pelatihan dan Penempatan").Rows(6, 0, 2, (code, name, numerator, denominator) => [numerator, name, numerator, denominator])
            .Row(8, "B", "Bidang Hubungan Industrial").Rows(9, 2, 2, (code, name, numerator, denominator) => [numerator - 2, name, numerator, denominator])
            .Row(11, "C", "Bidang Ketransmigrasian").Rows(12, 4, 3, (code, name, numerator, denominator) => [numerator - 4, name, numerator, denominator])),
        Odd("kode yang tidak ada", "IKU-8 tidak ada", Grid.Report().Row(12, "IKU-8", "% Tenaga Kerja Asing", 5, 10)).Remarked(Submissions.FiguresOfReport, "T06 B12"),
        Odd("wilayah dengan singkatan dalam kurung", "Kab. Timor Tengah Selatan (TTS)", Grid.Report().With("B1", "Kab. Timor Tengah Selatan (TTS)")),
        Odd("wilayah dengan provinsi", "Kabupaten … Provinsi NTT", Grid.Report().With("B1", "Kabupaten Timor Tengah Selatan Provinsi Nusa Tenggara Timur")),
        Odd("bulan bertitik", "Bln. Juli Thn. 2024", Grid.Report().With("B2", "Bln. Juli Thn. 2024")),
        Odd("bulan angka bertitik", "07.2024 sebagai tulisan", Grid.Report().With("B2", "07.2024")),
        Odd("bulan romawi", "VII/2024", Grid.Report().With("B2", "VII/2024")),
        Odd("per akhir bulan", "Per 31 Juli 2024", Grid.Report().With("B2", "Per 31 Juli 2024")),
        Odd("penyebut di depan dengan judul bersama", "Jumlah di atas Penyebut dan Pembilang", Identified().Row(4, "No", "Indikator", "Jumlah", null).Merge("C4", "D4").Row(5, null, null, "Penyebut", "Pembilang")
            .Rows(6, (code, name, numerator, denominator) => [code, name, denominator, numerator])),
        Odd("judul kolom salah ketik", "Pembilng dan Penyebt", Headed("No", "Indikator", "Pembilng", "Penyebt")),
        Odd("judul kolom bernomor", "a. Pembilang, b. Penyebut", Headed("No.", "Indikator", "a. Pembilang", "b. Penyebut")),
        Odd("judul kolom dengan rumus", "Pembilang (a), Penyebut (b), % (a/b x 100)", Identified().Row(4, "No", "Indikator", "Pembilang (a)", "Penyebut (b)", "% (a/b x 100)")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, denominator, 10])),
        Odd("jumlah pembilang", "Jumlah Pembilang, Jumlah Penyebut", Headed("No", "Indikator", "Jumlah Pembilang", "Jumlah Penyebut")),
        Odd("bulan di judul kolom", "Pembilang Juli, tahun di judul", new Grid().Row(1, "Kabupaten", "TTS").Row(2, "Tahun", 2024).Row(4, "No", "Indikator", "Pembilang Juli", "Penyebut Juli").Indicators(5)),
        Odd("tiga kolom masa", "s.d. Bulan Lalu, Bulan Ini, s.d. Bulan Ini di bawah tiap komponen", Identified()
            .Row(4, "No", "Indikator", "Pembilang", null, null, "Penyebut").Merge("C4", "E4").Merge("F4", "H4")
            .Row(5, null, null, "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini")
            .Rows(6, (code, name, numerator, denominator) => [code, name, 0, numerator, numerator, 0, denominator, denominator])),
        Odd("dua tabel dua bulan satu lembar", "Juni di atas, Juli di bawah", new Grid().Row(1, "Kabupaten/Kota", "TTS")
            .Row(2, "Bulan", "Juni 2024").Row(3, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(4)
            .Row(13, "Bulan", "Juli 2024").Row(14, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(15))
            with { Figures = [.. Submissions.FiguresOfReport.Select(figure => figure.Replace("2024-07", "2024-06", StringComparison.Ordinal)), .. Submissions.FiguresOfReport] },
        Odd("identitas di kanan tabel", "Wilayah dan bulan di kolom G", new Grid().Row(1, "LAPORAN INDIKATOR").Row(2, null, null, null, null, null, "Kabupaten/Kota", "TTS").Row(3, null, null, null, null, null, "Bulan", "Juli 2024")
            .Row(5, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(6)),
        Odd("wilayah dari nama dinas", "DINAS NAKERTRANS KAB. TTS", new Grid().Row(1, "DINAS NAKERTRANS KAB. TTS").Row(2, "Bulan : Juli 2024").Row(4, "No", "Indikator", "Pembilang", "Penyebut").Indicators(5)),
        Odd("nol di indikator yang tidak berlaku", "Sikka mengisi 0 untuk IKU-5 sampai IKU-7", Grid.Report().With("B1", "Sikka").With("C9", 0).With("D9", 0).With("C10", 0).With("D10", 0).With("C11", 0).With("D11", 0))
            with { From = "53.07", Figures = [.. Submissions.FiguresOfReport.Take(4).Select(figure => figure.Replace("53.02", "53.07", StringComparison.Ordinal))], Findings = ["T04 B9", "T04 B10", "T04 B11"] },
    ];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII"];

    private static readonly string[] Months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static Fixture Odd(string name, string shows, params Grid[] grids) => Fixture.Of(name, shows, [], grids) with { IsInEveryFormat = false };

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid Headed(params object?[] headings) => Identified().Row(4, headings).Indicators(5);

    private static string NumeratorOf(string code) => Submissions.IndicatorsOfTts.Single(indicator => indicator.Code.Value == code).Numerator.Name;

    private static string DenominatorOf(string code) => Submissions.IndicatorsOfTts.Single(indicator => indicator.Code.Value == code).Denominator!.Name;
}
