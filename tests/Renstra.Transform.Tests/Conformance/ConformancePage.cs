using System.Globalization;
using System.Text;
using Renstra.Transform.Plan;
using Renstra.Transform.Reference;
using static Renstra.Transform.Tests.Conformance.Markdown;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>Writes <c>docs/kesesuaian.md</c>: every printed figure of the plan beside the one that is computed. For Indonesian readers.</summary>
internal static class ConformancePage
{
    private const string Agrees = "sesuai";

    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Kesesuaian dengan Renstra 2024–2026

            Halaman ini membandingkan angka yang dicetak dalam Rencana Strategis Perubahan Dinas Ketenagakerjaan dan Transmigrasi
            Provinsi NTT 2024–2026 dengan angka yang dihitung Renstra dari data yang sama. Nilai tercetak disimpan apa adanya; yang tidak
            cocok ditandai dan dijelaskan, tidak diperbaiki diam-diam. “Baris” adalah baris naskah Renstra.

            Halaman ini ditulis oleh pengujian (`ConformancePageTests`) dan tidak untuk disunting.


            """.ReplaceLineEndings("\n"));
        Summary(page);
        Ratios(page);
        Narratives(page);
        Realisations(page);
        Categories(page);
        Budgets(page);
        Programmes(page);
        Targets(page);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Summary(StringBuilder page)
    {
        var sums = Table61.Parts.Concat(Table61.Periods).Concat(Table61.Targets).ToList();
        page.Append("## Ringkasan\n\n");
        page.Table(
            ["Yang diperiksa", "Jumlah ", "Sesuai ", "Menyimpang ", "Penyimpangan"],
            [
                ["[Tabel 2.3.1: rasio capaian](#tabel-231-rasio-capaian)", .. Counts(Table231.Ratios, ratio => ratio.Computed == ratio.Printed.Achievement), ""],
                ["[Narasi 2023: rasio dengan pembulatan lain](#narasi-2023-pembulatan-lain)", .. Counts(Table231.Narratives, check => check.Narrative == check.OfUnrounded), ""],
                ["[Realisasi menurut hitungannya](#realisasi-menurut-hitungannya)", .. Counts(Table231.Realisations, check => check.Agrees), "sumber tidak konsisten: no. 4 (2023) dan no. 6 (2022)"],
                ["[Kategori tercetak](#kategori-tercetak)", .. Counts(CategoriesOfChapter2.All, check => check.Renstra == check.Printed.Label), "salah cetak pada baris 731"],
                ["[Tabel 2.3.2: rasio anggaran](#tabel-232-rasio-anggaran)", .. Counts([.. Table232.Lines.Select(line => line.Printed.Ratio == line.Computed), false, false], agrees => agrees), "baris Jumlah: sumber menjumlahkan persentase"],
                ["[Tabel 6.1: penjumlahan](#tabel-61-penjumlahan)", .. Counts(sums, check => check.Agrees), "urusan 2.07 dan sub-kegiatan 2.07.02.1.01.0004"],
            ]);
    }

    private static void Ratios(StringBuilder page)
    {
        page.Append(
            """
            ## Tabel 2.3.1: rasio capaian

            Rasio capaian = realisasi / target × 100, dibulatkan dua angka (setengah menjauhi nol). Kolom 2022 membagi realisasi sebelum
            dibulatkan, kolom 2023 realisasi yang sudah dibulatkan. Untuk no. 5 dan 6 tahun 2022 tidak ada hitungan yang menghasilkan
            realisasi tercetak, sehingga realisasi tercetak yang dibagi.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["No. ", "Indikator", "Tahun ", "Target ", "Realisasi tercetak ", "Yang dibagi", "Rasio tercetak ", "Rasio dihitung ", "Hasil"],
            Table231.Ratios.Select(ratio => (IReadOnlyList<string>)
            [
                Whole(ratio.Printed.Number), ratio.Printed.Name, Whole(ratio.Printed.Year), Percent(ratio.Printed.Target), Percent(ratio.Printed.Realisation),
                ratio.IsUnrounded ? "tidak dibulatkan" : "dibulatkan", Percent(ratio.Printed.Achievement), Percent(ratio.Computed),
                Result(ratio.Computed == ratio.Printed.Achievement, ""),
            ]));
    }

    private static void Narratives(StringBuilder page)
    {
        page.Append(
            """
            ## Narasi 2023: pembulatan lain

            Pada lima indikator, narasi Bab II tahun 2023 mencetak rasio dari realisasi yang tidak dibulatkan, sedangkan Tabel 2.3.1
            mencetak rasio dari realisasi yang dibulatkan.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["Baris ", "No. ", "Narasi ", "Dihitung, tidak dibulatkan ", "Tabel 2.3.1 ", "Dihitung, dibulatkan ", "Hasil"],
            Table231.Narratives.Select(check => (IReadOnlyList<string>)
            [
                Whole(check.Line), Whole(check.Table.Number), Percent(check.Narrative), Percent(check.OfUnrounded), Percent(check.Table.Achievement),
                Percent(check.OfRounded), Result(check.Narrative == check.OfUnrounded && check.Table.Achievement == check.OfRounded, ""),
            ]));
    }

    private static void Realisations(StringBuilder page)
    {
        page.Append(
            """
            ## Realisasi menurut hitungannya

            Proporsi = pembilang / penyebut × 100. Pertumbuhan (no. 4 dan 5) = (tahun ini − tahun lalu) / tahun lalu × 100; kolom penyebut
            berisi nilai tahun lalu.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["No. ", "Tahun ", "Pembilang ", "Penyebut ", "Tercetak ", "Dihitung ", "Sumber", "Hasil"],
            Table231.Realisations.Select(check => (IReadOnlyList<string>)
            [
                Whole(check.Printed.Number), Whole(check.Printed.Year), Amount(check.Printed.Numerator), Amount(check.Printed.Denominator),
                Percent(check.Printed.Realisation), Percent(check.Computed), check.Printed.Source, Result(check.Agrees, check.Printed.Note),
            ]));
        var without = ReferenceData.Shipped.History.Where(result => result.RealisationOfCounts is null)
            .Select(result => $"no. {Whole(result.Number)} ({Whole(result.Year)})");
        page.Append(CultureInfo.InvariantCulture, $"Tanpa hitungan dalam narasi, jadi tidak dapat diperiksa: {string.Join(", ", without)}.\n\n");
    }

    private static void Categories(StringBuilder page)
    {
        page.Append(
            """
            ## Kategori tercetak

            Renstra tidak mencetak batas kategori. Pasangan capaian dan kategori dalam narasi Bab II (tanpa baris 731 yang salah cetak)
            membatasi batas bawah setiap kategori sebagai berikut.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["Kategori", "Batas bawah di atas ", "dan paling tinggi ", "Batas yang dipakai "],
            CategoriesOfChapter2.Bounds.Select(bound => (IReadOnlyList<string>)[bound.Label, Percent(bound.Above), Percent(bound.UpTo), Percent(bound.Chosen)]));
        page.Table(
            ["Baris ", "No. ", "Tahun ", "Capaian tercetak ", "Kategori tercetak", "Skala Renstra", "Skala LAKIP", "Hasil"],
            CategoriesOfChapter2.All.Select(check => (IReadOnlyList<string>)
            [
                Whole(check.Printed.Line), Whole(check.Printed.Number), Whole(check.Printed.Year), Percent(check.Printed.Achievement),
                check.Printed.Label, check.Renstra, check.Lakip, Result(check.Renstra == check.Printed.Label, check.Printed.Note),
            ]));
        page.Append(CultureInfo.InvariantCulture, $"Skala LAKIP menghasilkan {Whole(CategoriesOfChapter2.All.Count(check => check.Lakip == check.Printed.Label))} dari {Whole(CategoriesOfChapter2.All.Count)} kategori.\n\n");
    }

    private static void Budgets(StringBuilder page)
    {
        page.Append("## Tabel 2.3.2: rasio anggaran\n\nRasio = realisasi / anggaran × 100.\n\n");
        page.Table(
            ["Uraian", "Tahun ", "Anggaran (Rp) ", "Realisasi (Rp) ", "Rasio tercetak ", "Rasio dihitung ", "Hasil"],
            [
                .. Table232.Lines.Select(line => Budget(line.Printed, line.Computed)),
                .. Table232.Totals.Select(total => Budget(total.Printed, total.RatioOfSums)),
            ]);
        page.Append(
            """
            Kolom rata-rata pertumbuhan Tabel 2.3.2 mencakup tahun yang tidak dicetak, jadi tidak dapat dihitung ulang; nilainya disimpan
            apa adanya.


            """.ReplaceLineEndings("\n"));
    }

    private static IReadOnlyList<string> Budget(BudgetLine line, decimal computed) =>
    [
        line.Item, Whole(line.Year), Amount(line.Budget), Amount(line.Realisation), Percent(line.Ratio), Percent(computed),
        Result(line.Ratio == computed, line.Note),
    ];

    private static void Programmes(StringBuilder page)
    {
        page.Append(
            """
            ## Tabel 6.1: penjumlahan

            Setiap jumlah uang (Rp) dibandingkan dengan jumlah bagian-bagiannya. Sel yang cocok hanya memuat nilai tercetak.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["Kode", "Uraian", "2024 ", "2025 ", "2026 ", "Akhir periode ", "Hasil"],
            [
                ["2.17.2.07.3.32.01.0000", "Dinas Tenaga Kerja dan Transmigrasi Provinsi NTT (baris 2272)", .. Table61.Columns.Select(column => Amount(Table61.PrintedTotal[column])), Result(Table61.Columns.All(column => Table61.PrintedTotal[column] == Table61.Total(column)), "menjumlahkan urusan 2.07 sebagaimana tercetak")],
                .. Table61.Parts.GroupBy(check => check.Line).Select(line => (IReadOnlyList<string>)
                [
                    line.Key.Code, line.Key.Name, .. line.Select(Sum), Result(line.All(check => check.Agrees), line.Key.Note),
                ]),
            ]);
        page.Append(CultureInfo.InvariantCulture, $"Akhir periode sebagai jumlah tiga tahunnya: {Whole(Table61.Periods.Count)} baris diperiksa");
        page.Append(CultureInfo.InvariantCulture, $" (Rp) dan {Whole(Table61.Targets.Count)} target sub-kegiatan. Yang menyimpang:\n\n");
        page.Table(
            ["Kode", "Nilai", "Tercetak ", "Jumlah tahunnya ", "Hasil"],
            [
                .. Table61.Periods.Where(check => !check.Agrees).Select(check => Broken(check, "Rp")),
                .. Table61.Targets.Where(check => !check.Agrees).Select(check => Broken(check, $"target ({check.Line.Unit})")),
            ]);
    }

    private static IReadOnlyList<string> Broken(SumCheck check, string what) =>
        [check.Line.Code, what, Amount(check.Printed), Amount(check.Sum), Result(check.Agrees, check.Line.Note)];

    private static string Sum(SumCheck check) =>
        check.Agrees ? Amount(check.Printed) : $"{Amount(check.Printed)} (jumlah bagiannya {Amount(check.Sum)})";

    private static void Targets(StringBuilder page)
    {
        page.Append(
            """
            ## Tabel 7.1 dan 7.2: target

            Target disalin dari sumber. Dari target berentang, ujung yang lebih ringan yang dipakai; kedua ujungnya disimpan.


            """.ReplaceLineEndings("\n"));
        page.Table(
            ["Indikator", "Tahun ", "Target ", "Ujung lain ", "Sumber", "Catatan"],
            ReferenceData.Shipped.Targets.All.Select(target => (IReadOnlyList<string>)
            [
                target.Indicator.Value, Whole(target.Year), Percent(target.Value), target.StretchValue is { } stretch ? Percent(stretch) : "–", target.Source, target.Note,
            ]));
    }

    /// <summary>What agrees may still have a note; what does not must have one.</summary>
    private static string Result(bool agrees, string note) => (agrees, note) switch
    {
        (true, "") => Agrees,
        (true, _) => $"{Agrees}; {note}",
        (false, "") => throw new InvalidOperationException("A figure that does not come out has no explanation."),
        (false, _) => $"**menyimpang**: {note}",
    };

    private static string[] Counts<T>(IReadOnlyCollection<T> checks, Func<T, bool> agrees)
    {
        var agreeing = checks.Count(agrees);
        return [Whole(checks.Count), Whole(agreeing), Whole(checks.Count - agreeing)];
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
