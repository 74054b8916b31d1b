namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>What a second pair of eyes found offices to send: numbers that must not be taken for others, and layouts that anybody can read.</summary>
internal static class HabitFixtures
{
    /// <summary>How a hurried officer calls the indicators of Timor Tengah Selatan.</summary>
    private static readonly string[] Abbreviations =
    [
        "Peserta pelatihan bersertifikat", "Pencaker ditempatkan", "Perusahaan bentuk sarana HI", "Perusahaan laksanakan norma kerja",
        "Kawasan/lokasi trans. difasilitasi pencadangan", "Lokasi trans. difasilitasi pembangunan", "UPT difasilitasi pengembangan",
    ];

    public static IEnumerable<Fixture> All =>
    [
        Fixture.Of("dua angka bertumpuk", "Dua angka dalam satu sel, berganti baris", [], Grid.Report().With("D6", "12\n130")).Returned(NumberFixtures.Without(2), "N01 D6"),
        Fixture.Of("angka terpenggal", "1 dan 234 berganti baris: bukan 1234", [], Grid.Report().With("D6", "1\n234")).Returned(NumberFixtures.Without(2), "N01 D6"),
        Fixture.Of("dua angka berjarak", "Dua angka dipisah banyak spasi", [], Grid.Report().With("D6", "12   130")).Returned(NumberFixtures.Without(2), "N01 D6") with { IsPlainText = false },
        Fixture.Of("satuan di baris kedua", "Satuan di bawah angka dalam sel yang sama", [], Grid.Report().With("C7", "3\nperusahaan")),

        Fixture.Of("target tanpa keterangan di atas realisasi", "Baris target yang tidak diberi keterangan, di atas baris Realisasi", [], RowsOf(null, "Realisasi")),
        Fixture.Of("baris target dan realisasi", "Baris Target di atas baris Realisasi", [], RowsOf("Target", "Realisasi")),
        Fixture.Of("baris realisasi di atas baris tahun lalu", "Baris Realisasi di atas baris Tahun Lalu", [], RowsOf("Realisasi", "Tahun Lalu", isSecond: false)),
        Fixture.Of("baris tahun lalu di atas baris realisasi", "Baris Realisasi Tahun Lalu di atas baris Realisasi", [], RowsOf("Realisasi Tahun Lalu", "Realisasi")),
        Fixture.Of("hanya baris target", "Baris Target di atas baris tanpa keterangan", [], RowsOf("Target", null))
            .Returned([], [.. Enumerable.Range(0, 7).Select(at => $"T08 D{5 + (2 * at)}")]),

        Fixture.Of("baris bulan ini dan s d bulan ini", "Baris Bulan Ini di atas baris s.d. Bulan Ini, masing-masing untuk komponen yang memintanya", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Kode", "Indikator", "Uraian", "Pembilang", "Penyebut"),
            (grid, at) => grid
                .Row(5 + (2 * at), CodeOf(at), NameOf(at), "Bulan Ini", at is 3 or 6 ? 0 : at + 1, 10 * (at + 1))
                .Row(6 + (2 * at), null, null, "s.d. Bulan Ini", at + 1, 10 * (at + 1)))),
        Fixture.Of("hanya baris s d bulan ini", "Setiap baris menyebut s.d. Bulan Ini", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Kode", "Indikator", "Uraian", "Pembilang", "Penyebut"),
            (grid, at) => grid.Row(5 + at, CodeOf(at), NameOf(at), "s.d. Bulan Ini", at + 1, 10 * (at + 1)))).Returned(NumberFixtures.Without(1, 2), "T10 D5", "T10 D6"),
        Fixture.Of("kata pembilang dan penyebut di samping nama tanpa kode", "Baris Pembilang dan Penyebut di samping nama indikator", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Indikator", "Komponen", "Jumlah"),
            (grid, at) => grid.Row(5 + (2 * at), NameOf(at), "Pembilang", at + 1).Row(6 + (2 * at), null, "Penyebut", 10 * (at + 1)))),
        Fixture.Of("kolom formulasi di antara", "Kolom Formulasi di antara nama dan komponen", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "No", "Indikator", "Formulasi", "Uraian", "Jumlah"),
            (grid, at) => grid
                .Row(5 + (2 * at), at + 1, NameOf(at), $"{NumeratorOf(at)} : {DenominatorOf(at)} x 100%", "Pembilang", at + 1)
                .Row(6 + (2 * at), null, null, null, "Penyebut", 10 * (at + 1)))),
        Fixture.Of("nama digabung ke bawah kata di sampingnya", "Nama digabung ke bawah, Pembilang dan Penyebut di sampingnya", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Indikator", "Uraian", "Nilai"),
            (grid, at) => grid.Row(5 + (2 * at), NameOf(at), "Pembilang", at + 1).Row(6 + (2 * at), null, "Penyebut", 10 * (at + 1)).Merge($"A{5 + (2 * at)}", $"A{6 + (2 * at)}"))),
        Fixture.Of("uraian dan jumlah berpasangan", "Uraian Pembilang, Jumlah, Uraian Penyebut, Jumlah", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "No", "Indikator", "Uraian Pembilang", "Jumlah", "Uraian Penyebut", "Jumlah"),
            (grid, at) => grid.Row(5 + at, at + 1, NameOf(at), NumeratorOf(at), at + 1, DenominatorOf(at), 10 * (at + 1)))),
        Fixture.Of("uraian berangka dan jumlah berpasangan", "Uraian yang kosong pada beberapa baris", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "No", "Indikator", "Uraian Pembilang", "Jumlah", "Uraian Penyebut", "Jumlah"),
            (grid, at) => grid.Row(5 + at, at + 1, NameOf(at), at > 3 ? null : NumeratorOf(at), at + 1, at > 3 ? null : DenominatorOf(at), 10 * (at + 1)))),
        Fixture.Of("nama disingkat dengan nomor", "Nama disingkat, nomor menurut urutan Renstra", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "No", "Indikator", "Pembilang", "Penyebut"),
            (grid, at) => grid.Row(5 + at, at + 1, Abbreviations[at], at + 1, 10 * (at + 1)))).Remarked(Submissions.FiguresOfReport, "T16 B7", "T16 B10"),
        Fixture.Of("dua tabel bersebelahan", "IKU-1 sampai IKU-4 di kiri, selebihnya di kanan", [], Enumerable.Range(0, 7).Aggregate(
            Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut", null, "Kode", "Indikator", "Pembilang", "Penyebut"),
            (grid, at) => at < 4
                ? grid.Row(5 + at, CodeOf(at), NameOf(at), at + 1, 10 * (at + 1))
                : grid.Row(1 + at, null, null, null, null, null, CodeOf(at), NameOf(at), at + 1, 10 * (at + 1)))),
        Fixture.Of("dua bulan bersebelahan", "Juni di kiri, Juli di kanan, masing-masing dengan judulnya", [], Enumerable.Range(0, 7).Aggregate(
            new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(3, "Bulan Juni 2024", null, null, null, null, "Bulan Juli 2024")
                .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut", null, "Kode", "Indikator", "Pembilang", "Penyebut"),
            (grid, at) => grid.Row(5 + at, CodeOf(at), NameOf(at), at + 1, 10 * (at + 1), null, CodeOf(at), NameOf(at), at + 1, 10 * (at + 1))))
            with { Figures = [.. Submissions.FiguresOfReport.Select(figure => figure.Replace("2024-07", "2024-06", StringComparison.Ordinal)), .. Submissions.FiguresOfReport] },
        Fixture.Of("judul kolom berbahasa Inggris", "Indicator, Numerator, Denominator", [], new Grid().Row(1, "Regency", "TTS").Row(2, "Month", "July 2024").Row(4, "No", "Indicator", "Numerator", "Denominator").Indicators(5)),
    ];

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    /// <summary>Two rows for each indicator, of which one says what the office reports.</summary>
    private static Grid RowsOf(string? first, string? second, bool isSecond = true) => Enumerable.Range(0, 7).Aggregate(
        Identified().Row(4, "Kode", "Indikator", "Uraian", "Pembilang", "Penyebut"),
        (grid, at) => grid
            .Row(5 + (2 * at), CodeOf(at), NameOf(at), first, isSecond ? 90 : at + 1, isSecond ? 95 : 10 * (at + 1))
            .Row(6 + (2 * at), null, null, second, isSecond ? at + 1 : 90, isSecond ? 10 * (at + 1) : 95));

    private static string CodeOf(int at) => Submissions.IndicatorsOfTts[at].Code.Value;

    private static string NameOf(int at) => Submissions.IndicatorsOfTts[at].Name;

    private static string NumeratorOf(int at) => Submissions.IndicatorsOfTts[at].Numerator.Name;

    private static string DenominatorOf(int at) => Submissions.IndicatorsOfTts[at].Denominator!.Name;
}
