using Renstra.Transform.Reports;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>Several months or regions in one file.</summary>
internal static class SeveralReportsFixtures
{
    private const string Province = "53";

    public static IEnumerable<Fixture> All =>
    [
        Fixture.Of("lembar tiap bulan", "Satu lembar untuk tiap bulan", [MonthSheets], Sheet("Juni 2024", "TTS", "Juni 2024"), Sheet("Juli 2024", "TTS", "Juli 2024"))
            .Remarked([.. Of("53.02", "2024-06"), .. Of("53.02", "2024-07")]),
        Fixture.Of("lembar tiap bulan, satu keliru", "Laporan Juni diterima, Juli dikembalikan", [MonthSheets, Partly], Sheet("Juni 2024", "TTS", "Juni 2024"), Sheet("Juli 2024", "TTS", "Juli 2024").With("C5", "lima"))
            .Remarked([.. Of("53.02", "2024-06"), .. Of("53.02", "2024-07").Skip(1)], "N01 C5") with { Verdict = Verdict.DiterimaSebagian },
        Fixture.Of("pasangan kolom tiap bulan", "Sepasang kolom untuk tiap bulan", [MonthColumns], Pairs())
            .Remarked([.. Of("53.02", "2024-06"), .. Of("53.02", "2024-07", 1)]),
        Fixture.Of("pasangan kolom tiap bulan dengan gabungan", "Bulan di atas pasangan kolom yang digabung", [MonthColumns, Merged], Pairs().Merge("C2", "D2").Merge("E2", "F2"))
            .Remarked([.. Of("53.02", "2024-06"), .. Of("53.02", "2024-07", 1)]),
        Fixture.Of("lembar tiap daerah", "Satu lembar untuk tiap daerah, dari provinsi", [SeveralRegions], Sheet("TTS", "TTS", "Juli 2024"), Sheet("TTU", "TTU", "Juli 2024"))
            .Remarked([.. Of("53.02", "2024-07"), .. Of("53.03", "2024-07")]) with { From = Province },
        Fixture.Of("lembar tiap daerah, satu keliru", "TTS diterima, TTU dikembalikan", [SeveralRegions, Partly], Sheet("TTS", "TTS", "Juli 2024"), Sheet("TTU", "TTU", "Juli 2024").With("D7", -1))
            .Remarked([.. Of("53.02", "2024-07"), .. Of("53.03", "2024-07").Where((_, at) => at != 2)], "N03 D7") with { From = Province, Verdict = Verdict.DiterimaSebagian },
        Fixture.Of("tabel tiap daerah", "Satu tabel untuk tiap daerah di bawah judul bulan yang sama", [SeveralRegions], new Grid("Rekap")
            .Row(1, "REKAPITULASI INDIKATOR KINERJA UTAMA BULAN JULI 2024")
            .Row(3, "Kabupaten: Timor Tengah Selatan").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5)
            .Row(14, "Kabupaten: Timor Tengah Utara").Row(15, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(16))
            .Remarked([.. Of("53.02", "2024-07"), .. Of("53.03", "2024-07")]) with { From = Province },
        Fixture.Of("daftar daerah dan bulan", "Daftar datar dari aplikasi lain: daerah dan bulan di tiap baris", [SeveralRegions], new Grid("Data")
            .Row(1, "Kab/Kota", "Periode", "Kode IKU", "Pembilang", "Penyebut")
            .Rows(2, (code, _, numerator, denominator) => ["TTS", "2024-06", code, numerator, denominator])
            .Rows(9, (code, _, numerator, denominator) => ["TTS", "2024-07", code, numerator + 1, denominator + 1])
            .Rows(16, (code, _, numerator, denominator) => ["TTU", "2024-07", code, numerator, denominator]))
            .Remarked([.. Of("53.02", "2024-06"), .. Of("53.02", "2024-07", 1), .. Of("53.03", "2024-07")]) with { From = Province },
        Fixture.Of("kabupaten menyebut daerah lain", "Kabupaten tidak dapat melapor untuk daerah lain", [FolderDisagrees], Sheet("TTS", "TTS", "Juli 2024"), Sheet("Belu", "Belu", "Juli 2024"))
            .Returned(Of("53.02", "2024-07"), "I05 B1"),
    ];

    private static Grid Sheet(string name, string region, string month) => new Grid(name).Row(1, "Kabupaten", region).Row(2, "Bulan", month)
        .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);

    private static Grid Pairs() => new Grid()
        .Row(1, "Kabupaten", "TTS")
        .Row(2, null, null, "Juni 2024", null, "Juli 2024", null)
        .Row(3, "Kode", "Indikator", "Pembilang", "Penyebut", "Pembilang", "Penyebut")
        .Rows(4, (code, name, numerator, denominator) => [code, name, numerator, denominator, numerator + 1, denominator + 1]);

    /// <summary>The figures of the plain report for a region and month, each amount so much more.</summary>
    private static IReadOnlyList<string> Of(string region, string month, int more = 0) =>
        [.. Submissions.IndicatorsOfTts.Select((indicator, at) => FormattableString.Invariant($"{region} {month} KAB {indicator.Code} {at + 1 + more}/{(10 * (at + 1)) + more}"))];
}
