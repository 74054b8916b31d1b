namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>
/// What a second set of odd files taught, decided before the reader was looked at: tables beside tables, regions or indicators across, tables of
/// targets, numbers below their names, and what says which region and month it is.
/// </summary>
internal static class LayoutFixtures
{
    private const string Province = "53";

    public static IEnumerable<Fixture> All =>
    [
        Fixture.Of("nomor kode dan nama tertukar", "Kolom No di depan kolom Kode; nama dua indikator tertukar", [], Identified().Row(4, "No", "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [numerator, code, name, numerator, denominator]).With("C5", Name(2)).With("C6", Name(1)))
            .Returned(NumberFixtures.Without(1, 2), "T09 B5", "T09 B6"),
        Fixture.Of("dua tabel bersebelahan berbeda baris", "Tabel transmigrasi di kanan, dua baris lebih rendah", [], Identified()
            .Row(4, "A. KETENAGAKERJAAN").Row(5, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(6, 0, 4, (code, name, numerator, denominator) => [code, name, numerator, denominator])
            .Row(6, null, null, null, null, null, "B. TRANSMIGRASI").Row(7, null, null, null, null, null, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(8, 4, 3, (code, name, numerator, denominator) => [null, null, null, null, null, code, name, numerator, denominator])),
        Fixture.Of("dua bulan bersebelahan berbeda baris", "Juni di kiri, Juli di kanan satu baris lebih rendah, masing-masing dengan judulnya", [], new Grid()
            .Row(1, "KABUPATEN TTS").Row(2, "BULAN JUNI 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5)
            .Row(3, null, null, null, null, null, "BULAN JULI 2024").Row(5, null, null, null, null, null, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(6, (code, name, numerator, denominator) => [null, null, null, null, null, code, name, numerator + 1, denominator + 1]))
            with { Figures = [.. Of("53.02", "2024-06", 0), .. Of("53.02", "2024-07", 1)] },
        Both(Fixture.Of("daerah mendatar", "Daerah berjajar ke samping, komponen ke bawah, jumlah di ujung", [], new Grid().Row(1, "REKAP BULAN JULI 2024")
            .Row(3, "No", "Uraian", "TTS", "Kab. TTU", "JUMLAH").Components(4, (number, component, amount) => [number, component.Name, amount, amount + 1, (2 * amount) + 1]))),
        Both(Fixture.Of("daerah mendatar dengan pasangan kolom", "Sepasang kolom untuk tiap daerah", [], new Grid().Row(1, "REKAP BULAN JULI 2024")
            .Row(3, "Kode", "Indikator", "Timor Tengah Selatan", null, "Timor Tengah Utara", null).Merge("C3", "D3").Merge("E3", "F3")
            .Row(4, null, null, "Pembilang", "Penyebut", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, denominator, numerator + 1, denominator + 1]))),
        Both(Fixture.Of("indikator mendatar", "Indikator berjajar ke samping, daerah ke bawah, provinsi di akhir", [], new Grid().Row(1, "REKAP BULAN JULI 2024")
            .Row(3, ["No", "Kabupaten/Kota", .. Submissions.IndicatorsOfTts.SelectMany(indicator => new[] { indicator.Code.Value, null })])
            .Row(4, [null, null, .. Enumerable.Range(0, 14).Select(at => at % 2 == 0 ? "Pembilang" : "Penyebut")])
            .Row(5, [1, "TTS", .. Amounts(0)]).Row(6, [2, "Kab. TTU", .. Amounts(1)]).Row(7, [null, "PROVINSI NTT", .. Amounts(2)]))),
        Fixture.Of("ekspor lebar", "Satu baris untuk satu daerah dan bulan, kolom untuk tiap komponen", [], new Grid("Data")
            .Row(1, ["Kabupaten/Kota", "Bulan", .. Submissions.IndicatorsOfTts.SelectMany(indicator => new[] { $"{indicator.Code} Pembilang", $"{indicator.Code} Penyebut" })])
            .Row(2, ["TTS", "Juli 2024", .. Amounts(0)])),
        Fixture.Of("tabel target di atas", "Tabel target di atas laporan", [], new Grid().Row(1, "TARGET TAHUN 2024").Row(2, "Kode", "Indikator", "Pembilang", "Penyebut")
            .Rows(3, (code, name, _, _) => [code, name, 99, 100]).Row(12, "Kabupaten/Kota", "TTS").Row(13, "Bulan", "Juli 2024").Row(15, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(16))
            .Remarked(Submissions.FiguresOfReport, "T18 A1"),
        Fixture.Of("lembar target", "Lembar target di samping laporan", [], Grid.Report(), new Grid("Target").Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024")
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, (code, name, _, _) => [code, name, 99, 100])).Remarked(Submissions.FiguresOfReport, "T18 A1"),
        Fixture.Of("hanya tabel target", "Judulnya menyebut target, bukan realisasi", [], Grid.Report().Row(3, "TARGET INDIKATOR KINERJA UTAMA")).Returned([], "T01 A3"),
        Fixture.Of("target dan realisasi dalam judul", "Judul yang menyebut keduanya adalah laporan", [], Grid.Report().Row(3, "TARGET DAN REALISASI INDIKATOR KINERJA UTAMA")),
        Fixture.Of("angka di bawah nama", "Angka satu baris di bawah nama indikator", [], Enumerable.Range(0, 7).Aggregate(Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut"), (grid, at) => grid
            .Row(5 + (2 * at), $"IKU-{at + 1}", Name(at + 1)).Row(6 + (2 * at), null, null, at + 1, 10 * (at + 1)))),
        Fixture.Of("pembilang dan penyebut bertangga", "Pembilang dan penyebut pada dua baris, masing-masing di kolomnya", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut"), (grid, at) => grid
                .Row(5 + (3 * at), $"IKU-{at + 1}", Name(at + 1))
                .Row(6 + (3 * at), null, $"a. {Submissions.IndicatorsOfTts[at].Numerator.Name}", at + 1)
                .Row(7 + (3 * at), null, $"b. {Submissions.IndicatorsOfTts[at].Denominator!.Name}", null, 10 * (at + 1)))),
        Fixture.Of("dua kabupaten dalam judul", "KABUPATEN TTS DAN TTU", [], Titled("KABUPATEN TTS DAN TTU", "BULAN JULI 2024")).Returned([], "I07 A1"),
        Fixture.Of("nama kabupaten belum lengkap", "KABUPATEN TIMOR TENGAH", [], Titled("KABUPATEN TIMOR TENGAH", "BULAN JULI 2024")).Returned([], "I07 A1"),
        Fixture.Of("tahun anggaran disingkat", "T.A. 2024", [], Titled("KABUPATEN TTS", "BULAN JULI T.A. 2024")),
        Fixture.Of("sampul berjudul", "Wilayah dan bulan hanya pada lembar sampul, tanpa label", [], new Grid("Sampul").Row(2, "LAPORAN BULANAN").Row(4, "KABUPATEN TIMOR TENGAH SELATAN").Row(6, "BULAN JULI 2024"),
            new Grid("IKU").Row(1, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(2)),
        Fixture.Of("bulan lalu pada baris tersembunyi", "Bulan Juni tertinggal pada baris tersembunyi", [], Titled("KABUPATEN TTS", "BULAN JULI 2024").Row(3, "Bulan", "Juni 2024").HideRow(3)),
        Fixture.Of("satuan disingkat", "perush., kws/lok, lok.", [], Grid.Report().With("D7", "30 perush.").With("C9", "5 kws/lok").With("C10", "6 lok.")),
        Fixture.Of("denumerator", "Numerator dan Denumerator", [], Identified().Row(4, "Kode", "Indikator", "Numerator", "Denumerator").Indicators(5)),
    ];

    private static string Name(int number) => Submissions.IndicatorsOfTts[number - 1].Name;

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid Titled(string region, string month) => new Grid().Row(1, region).Row(2, month).Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);

    private static IEnumerable<object?> Amounts(int more) => Enumerable.Range(1, 7).SelectMany(at => new object?[] { at + more, (10 * at) + more });

    private static Fixture Both(Fixture fixture) => fixture with { From = Province, Figures = [.. Of("53.02", "2024-07", 0), .. Of("53.03", "2024-07", 1)] };

    private static IReadOnlyList<string> Of(string region, string month, int more) =>
        [.. Submissions.IndicatorsOfTts.Select((indicator, at) => FormattableString.Invariant($"{region} {month} KAB {indicator.Code} {at + 1 + more}/{(10 * (at + 1)) + more}"))];
}
