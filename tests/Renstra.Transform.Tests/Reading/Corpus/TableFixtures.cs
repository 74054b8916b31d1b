using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>Tables with rows, columns and sheets too many or too few.</summary>
internal static class TableFixtures
{
    public static IEnumerable<Fixture> All =>
    [
        Fixture.Of("tidak ada tabel", "Surat pengantar tanpa tabel", [], new Grid("Surat").Row(1, "Kepada Yth. Kepala Dinas").Row(2, "Bersama ini kami sampaikan laporan bulan Juli 2024"))
            .Returned([], "T01"),
        Fixture.Of("baris hilang", "Baris IKU-3 terhapus", [MissingRow], Grid.Report().Without(7)).Returned(NumberFixtures.Without(3), "T02"),
        Fixture.Of("baris ganda", "IKU-1 dua kali dengan angka berbeda", [], Grid.Report().Row(12, "IKU-1", null, 5, 10)).Returned(NumberFixtures.Without(1), "T03 A12"),
        Fixture.Of("baris indikator lain", "Baris lain dilewati dan disebut", [OtherRows], Grid.Report().Row(12, null, "Angka Partisipasi Sekolah", 5, 10))
            .Remarked(Submissions.FiguresOfReport, "T06 B12"),
        Fixture.Of("nama di antara dua indikator", "Nama yang mirip beberapa indikator", [Unclear], Grid.Report().With("A9", null).With("B9", "Lokasi transmigrasi yang difasilitasi"))
            .Returned(NumberFixtures.Without(5), "T07 B9"),
        Fixture.Of("kode dan nama berbeda", "Kode IKU-1 dengan nama lain", [], Grid.Report().With("B5", "Indeks Pembangunan Desa")).Returned(NumberFixtures.Without(1), "T09 A5"),
        Fixture.Of("dua angka untuk satu komponen", "Dua sel terisi di bawah satu judul", [], Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Merge("C4", "D4")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, null, denominator]).With("D5", 2))
            .Returned(NumberFixtures.Without(1), "T08 C5"),
        Fixture.Of("hanya kumulatif", "Hanya kolom s.d. bulan ini, padahal diminta bulan ini", [Cumulative], Periods("s.d. Bulan Ini"))
            .Returned(NumberFixtures.Without(1, 2), "T10 C5", "T10 C6", "T10 C7", "T10 C8"),
        Fixture.Of("hanya s d Juli", "Judul kolom s.d. Juli: bukan angka bulan Juli", [Cumulative], Periods("s.d. Juli 2024"))
            .Returned(NumberFixtures.Without(1, 2), "T10 C5", "T10 C6", "T10 C7", "T10 C8"),
        Fixture.Of("Juli dan Januari s d Juli bersebelahan", "Kolom bulan di samping kolom sejak Januari", [Cumulative], Periods("Juli 2024", "Januari - Juli 2024")),
        Fixture.Of("judul s d Juli", "Judul laporan s.d. Juli, kolomnya tidak menyebut masa", [Cumulative], Grid.Report().With("B2", null).Row(2, "REALISASI S.D. JULI 2024"))
            .Returned(Submissions.FiguresOfReport, "T10 C5", "T10 D5", "T10 C6", "T10 D6"),
        Fixture.Of("judul triwulan", "Judul laporan triwulan", [Cumulative], Grid.Report().Row(3, "LAPORAN TRIWULAN III TAHUN 2024"))
            .Returned(Submissions.FiguresOfReport, "T10 C5", "T10 D5", "T10 C6", "T10 D6"),
        Fixture.Of("angka tahun lalu", "Judul kolom menyebut tahun lain", [], Grid.Report().With("C4", "Pembilang 2023").With("D4", "Penyebut 2023")).Returned([], "I06 A4"),
        Fixture.Of("tahun lalu di samping tahun ini", "Kolom tahun lalu dilewati dan disebut", [ExtraColumns], Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Row(5, null, null, "2023", "2024", "2023", "2024")
            .Rows(6, (code, name, numerator, denominator) => [code, name, 90, numerator, 900, denominator]))
            .Remarked(Submissions.FiguresOfReport, "T15 A4"),
        Fixture.Of("satu angka di baris indikator", "Satu angka Realisasi tanpa pembilang dan penyebut", [], Identified().Row(4, "Kode", "Indikator", "Realisasi")
            .Rows(5, (code, name, numerator, _) => [code, name, numerator]))
            .Returned([], ["N06 C5", "N06 C6", .. Enumerable.Range(7, 4).Select(row => $"N06 B{row}"), "N06 C11"]),
        Fixture.Of("nama komponen tidak dikenal", "Dua angka di bawah indikator tanpa nama yang dikenal", [Stacked], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "No", "Uraian", "Jumlah"), (grid, at) => grid
                .Row(5 + (3 * at), at + 1, Submissions.IndicatorsOfTts[at].Name)
                .Row(6 + (3 * at), "a", at is 1 or 2 ? "Yang sudah tercapai" : Submissions.IndicatorsOfTts[at].Numerator.Name, at + 1)
                .Row(7 + (3 * at), "b", at is 1 or 2 ? "Jumlah seluruhnya" : Submissions.IndicatorsOfTts[at].Denominator!.Name, 10 * (at + 1))))
            .Returned(NumberFixtures.Without(2, 3), "T06 B9", "N06 C9", "T06 B12", "N06 C12"),
        Fixture.Of("judul kolom penyebut tidak dikenal", "Nama penyebut di kolom Penyebut, angkanya di bawah judul lain", [], Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut", "Keseluruhan")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, DenominatorOf(code), denominator]))
            .Returned(NumberFixtures.Without(1, 2, 3, 4, 5, 6, 7), [.. Enumerable.Range(5, 7).Select(row => $"N06 B{row}")]),
        Fixture.Of("angka bersatuan di samping nama komponen", "12 perusahaan adalah angka, bukan nama", [Unit], Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Merge("C4", "D4")
            .Rows(5, (code, name, numerator, denominator) => [code, name, null, numerator, denominator]).With("D7", "3 perusahaan").With("D8", "4 perusahaan")),
        Fixture.Of("kumulatif di bawah bulan ini", "Kumulatif lebih kecil daripada bulan ini", [CumulativeDisagrees], Periods("Bulan Ini", "s.d. Bulan Ini").With("D5", 0))
            .Remarked(Submissions.FiguresOfReport, "T11 D5"),
        Fixture.Of("posisi tidak jelas", "Keadaan akhir bulan dengan dua angka", [CumulativeDisagrees], Periods("Bulan Ini", "s.d. Bulan Ini").With("D9", 45))
            .Returned(NumberFixtures.Without(3), "T12 C9"),
        Fixture.Of("baris tersembunyi", "Baris tersembunyi dibaca dan disebut", [HiddenRows], Grid.Report().HideRow(6)).Remarked(Submissions.FiguresOfReport, "T13 C6"),
        Fixture.Of("kolom tersembunyi", "Kolom tersembunyi dibaca dan disebut", [HiddenColumns], Grid.Report().HideColumn('D'))
            .Remarked(Submissions.FiguresOfReport, [.. Enumerable.Range(5, 7).Select(row => $"T13 D{row}")]),
        Fixture.Of("lembar tersembunyi", "Lembar tersembunyi dilewati dan disebut", [HiddenSheets], Grid.Report(), new Grid("Juni")
            .Row(4, "Kode", "Pembilang", "Penyebut").Row(5, "IKU-1", 1, 2).Hide())
            .Remarked(Submissions.FiguresOfReport, "T14 A1"),
        Fixture.Of("kolom bulan lain", "Kolom bulan lain dilewati dan disebut", [], Periods("Juni 2024", "Juli 2024")).Remarked(Submissions.FiguresOfReport, "T15 A4"),
        Fixture.Of("indikator yang tidak berlaku", "Sikka tidak melaporkan IKU-5 sampai IKU-7", [], Grid.Report().With("B1", "Sikka"))
            .Remarked([.. Submissions.FiguresOfReport.Take(4).Select(figure => figure.Replace("53.02", "53.07", StringComparison.Ordinal))], "T04 B9", "T04 B10", "T04 B11") with { From = "53.07" },
    ];

    private static string DenominatorOf(string code) => Submissions.IndicatorsOfTts.Single(indicator => indicator.Code.Value == code).Denominator!.Name;

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid Periods(string heading, string? second = null) => Identified()
        .Row(4, "No", "Uraian", heading, second)
        .Components(5, (number, component, amount) => [number, component.Name, amount, second is null ? null : amount]);
}
