using System.Globalization;
using System.Text.RegularExpressions;
using Renstra.Testing;
using static Renstra.Dashboard.Tests.Indonesian;

namespace Renstra.Dashboard.Tests;

/// <summary>Every figure on every page is what the truth of the sample year comes to, in a month with gaps, one in the middle, and the last.</summary>
public sealed partial class FigureTests(SampleYear year, Browser browser)
{
    private const string Province = "53";

    private static readonly Truth Truth = Truth.Read();

    public static TheoryData<int> Months => [3, 7, 12];

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_summary_says_the_provinces_figures_and_how_complete_they_are(int month)
    {
        await using var view = await browser.OpenAsync(year, $"?bulan=2024-{month:00}");

        var rows = await view.RowsAsync("indikator");

        Assert.Equal(Truth.Indicators, rows.Select(row => row["Indikator"].Split(' ')[0]));
        Assert.All(rows, row =>
        {
            var indicator = row["Indikator"].Split(' ')[0];
            var own = Pair(row["Bulan ini saja"]);
            var toDate = Pair(row["Realisasi"]);
            var (reporting, due) = Pair(row["Kelengkapan"]);
            var expected = Fields(month, Province, indicator);
            // Where the month's denominator is 0 the page gives the reason in place of the two counts.
            var ownCounts = expected[2] == "-" ? expected[..2] : [Write(own.Numerator), Write(own.Denominator)];
            Assert.Equal(
                string.Join(" | ", expected),
                string.Join(" | ", [
                    .. ownCounts, Write(Number(row["Bulan ini saja"])), Write(toDate.Numerator), Write(toDate.Denominator), Write(Number(row["Realisasi"])),
                    Write(Number(row["Target"])), Write(Number(row["Rasio capaian"])), Label(row["Kategori"]), reporting == due ? "Sudah" : "Belum", Write(reporting)]));
            Assert.Equal(Truth.RegionsOf(indicator).Count, due);
        });
        Assert.Empty(view.Complaints);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_summary_says_which_indicators_are_below_their_target_and_in_how_many_regions(int month)
    {
        await using var view = await browser.OpenAsync(year, $"?bulan=2024-{month:00}");

        var rows = await view.RowsAsync("indikator");
        var where = await view.Page.Locator("#di-mana").InnerTextAsync();

        var below = Truth.Indicators.Where(indicator => IsBelow(month, Province, indicator) is true).ToList();
        Assert.NotEmpty(below);
        Assert.Equal(below, rows.Where(row => row["Rasio capaian"].Contains("di bawah target", StringComparison.Ordinal)).Select(row => row["Indikator"].Split(' ')[0]));
        Assert.StartsWith($"{below.Count} dari 7 indikator di bawah target: ", await view.Page.Locator("#putusan").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var indicator in below)
        {
            var measured = Truth.RegionsOf(indicator).Select(region => IsBelow(month, region, indicator)).Where(each => each is not null).ToList();
            var many = measured.Count(each => each is true);
            Assert.Contains(many == measured.Count ? $"{indicator} di semua {many} wilayah" : $"{indicator} di {many} dari {measured.Count} wilayah", where, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_heat_table_says_every_regions_realisation_and_colours_nothing_without_one(int month)
    {
        await using var view = await browser.OpenAsync(year, $"wilayah?bulan=2024-{month:00}");

        var rows = await view.RowsAsync("panas");
        var looks = await view.Page.EvaluateAsync<string[][]>("() => [...document.querySelectorAll('#panas tbody tr')].map((row) => [...row.children].slice(1).map((cell) => cell.className))");

        var regions = RegionCodes();
        Assert.Equal(1 + regions.Count, rows.Count);
        var coloured = 0;
        for (var line = 0; line < rows.Count; line++)
        {
            var region = line == 0 ? Province : regions[line - 1];
            foreach (var (indicator, column) in Truth.Indicators.Select((indicator, column) => (indicator, column)))
            {
                var applies = region == Province || Truth.RegionsOf(indicator).Contains(region);
                var expected = applies ? Fields(month, region, indicator) : null;
                var cell = rows[line][indicator];
                Assert.Equal(($"{region} {indicator}", expected?[5] ?? "-"), ($"{region} {indicator}", Write(Number(cell))));
                Assert.Equal(Tone(expected?[8]), Tones().Match(looks[line][column]).Value);
                Assert.Equal(!applies, cell.Contains("tidak berlaku", StringComparison.Ordinal));
                coloured += expected?[8] is null or "-" ? 0 : 1;
            }
        }

        Assert.True(coloured > 60, $"Only {coloured} figures have a category.");
        Assert.Empty(view.Complaints);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_ranking_of_an_indicator_says_counts_target_ratio_and_category_of_every_region_it_applies_to(int month)
    {
        foreach (var indicator in Truth.Indicators)
        {
            await using var view = await browser.OpenAsync(year, $"wilayah?bulan=2024-{month:00}&indikator={indicator}");
            await view.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Tabel", Exact = true }).ClickAsync();

            var rows = await view.RowsAsync("peringkat");

            var codes = await view.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#peringkat tbody th')].map((each) => each.textContent)");
            var names = RegionNames();
            Assert.Equal(
                Truth.RegionsOf(indicator).Select(region => $"{names[region]}: {string.Join(" | ", Fields(month, region, indicator)[3..9])}").Order(StringComparer.Ordinal),
                rows.Select(row => $"{row["Wilayah"]}: {Write(Number(row["Pembilang"]))} | {Write(Number(row["Penyebut"]))} | {Write(Number(row["Realisasi"]))} | {Write(Number(row["Target"]))} | {Write(Number(row["Rasio capaian"]))} | {Label(row["Kategori"])}").Order(StringComparer.Ordinal));
            var ratios = rows.Select(row => Number(row["Rasio capaian"])).ToList();
            Assert.Equal(ratios.OrderByDescending(ratio => ratio ?? -1), ratios);
            Assert.Equal(rows.Count, codes.Length);
        }
    }

    [Theory]
    [InlineData(Province)]
    [InlineData("53.17")]
    [InlineData("53.14")]
    public async Task The_trend_says_each_months_figures_and_draws_no_point_where_there_is_none(string region)
    {
        foreach (var indicator in Truth.Indicators.Where(indicator => region == Province || Truth.RegionsOf(indicator).Contains(region)))
        {
            await using var view = await browser.OpenAsync(year, $"tren?bulan=2024-12&indikator={indicator}&wilayah={region}");

            var points = await view.Page.Locator(".deret.kini a").CountAsync();
            await view.Page.EvaluateAsync("() => { document.querySelector('.tunggal section.tabel').id = 'deret'; }");
            var rows = await view.RowsAsync("deret");

            Assert.Equal(12, rows.Count);
            for (var month = 1; month <= 12; month++)
            {
                var row = rows[month - 1];
                var expected = Fields(month, region, indicator);
                Assert.Equal(
                    (month, expected[2], expected[5], expected[6], expected[7], expected[8]),
                    (month, Write(Number(row["Bulan itu saja"])), Write(Number(row["Realisasi"])), Write(Number(row["Target"])), Write(Number(row["Rasio capaian"])), Label(row["Kategori"])));
            }

            Assert.Equal(rows.Count(row => Number(row["Realisasi"]) is not null), points);
        }
    }

    [Fact]
    public async Task The_calendar_says_who_reported_when_and_who_did_not()
    {
        await using var view = await browser.OpenAsync(year, "kepatuhan?bulan=2024-07");

        var cells = await view.Page.EvaluateAsync<string[][]>("() => [...document.querySelectorAll('#kalender tbody tr')].map((row) => [...row.children].slice(1).map((cell) => cell.querySelector('.terucap').textContent))");

        var status = Truth.Rows("sample-data/kebenaran-status.csv").ToDictionary(row => (row("KodeWilayah"), row("Bulan")), row => (Status: row("Status"), Returned: row("JumlahDikembalikan")));
        var regions = RegionCodes();
        Assert.Equal(regions.Count, cells.Length);
        for (var line = 0; line < regions.Count; line++)
        {
            for (var month = 1; month <= 12; month++)
            {
                var (expected, returned) = status[(regions[line], $"2024-{month:00}")];
                Assert.Equal(
                    (regions[line], month, expected switch { "Tepat waktu" => "Sudah", "Tidak melapor" => returned == "0" ? "Belum" : "Dikembalikan", _ => expected }),
                    (regions[line], month, cells[line][month - 1]));
            }
        }

        Assert.Empty(view.Complaints);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Where_a_number_comes_from_names_the_file_that_the_truth_was_written_into(int month)
    {
        var truth = Truth.Rows("sample-data/kebenaran.csv").ToDictionary(row => (row("Bulan"), row("KodeWilayah"), row("Indikator")));
        foreach (var region in RegionCodes().Where((_, place) => place % 4 == month % 4))
        {
            await using var view = await browser.OpenAsync(year, $"asal?bulan=2024-{month:00}&indikator=IKU-2&wilayah={region}");

            var rows = await view.RowsAsync("sel");

            var expected = Enumerable.Range(1, month).Select(each => $"2024-{each:00}").Where(each => truth.ContainsKey((each, region, "IKU-2")))
                .Select(each => truth[(each, region, "IKU-2")])
                .SelectMany(row => new[] { $"Pembilang {row("Pembilang")} {row("Berkas")}", $"Penyebut {row("Penyebut")} {row("Berkas")}" });
            var reported = rows.Where(row => !row["Angka"].StartsWith('–')).ToList();
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                reported.Select(row => $"{row["Peran"]} {Write(Number(row["Angka"]))} {row["Berkas"].Split('\n')[0]}").Order(StringComparer.Ordinal));
            Assert.All(reported, row => Assert.Matches("^[A-Z]+[0-9]+$", row["Sel"]));
            Assert.All(reported, row => Assert.StartsWith("TT-", row["Tanda terima"], StringComparison.Ordinal));
            Assert.All(reported, row => Assert.Contains(row["Angka"].Replace(".", "", StringComparison.Ordinal), Digits().Replace(row["Isi sel"], ""), StringComparison.Ordinal));
            Assert.Equal(
                Fields(month, region, "IKU-2")[3],
                Write(rows.Where(row => row["Peran"] == "Pembilang").Sum(row => Number(row["Angka"]) ?? 0)));
            Assert.Empty(view.Complaints);
        }
    }

    [Fact]
    public async Task A_provinces_number_is_made_of_its_regions_numbers()
    {
        foreach (var indicator in Truth.Indicators)
        {
            await using var view = await browser.OpenAsync(year, $"asal?bulan=2024-12&indikator={indicator}");

            var rows = await view.RowsAsync("wilayah-asal");

            var expected = Fields(12, Province, indicator);
            Assert.Equal(Truth.RegionsOf(indicator).Count, rows.Count);
            Assert.Equal(
                (indicator, expected[3], expected[4]),
                (indicator, Write(rows.Sum(row => Number(row["Pembilang"]) ?? 0)), Write(rows.Sum(row => Number(row["Penyebut"]) ?? 0))));
        }
    }

    [Fact]
    public async Task What_a_release_changed_ends_in_what_is_shown_now()
    {
        await using var view = await browser.OpenAsync(year, "perubahan?bulan=2024-12");

        var rows = await view.RowsAsync("perubahan");

        var province = rows.Where(row => row["Wilayah"] == "Provinsi NTT").ToList();
        Assert.NotEmpty(province);
        Assert.All(province, row => Assert.Equal((row["Indikator"], Fields(12, Province, row["Indikator"])[5]), (row["Indikator"], Write(Number(row["Sesudah"])))));
        Assert.Contains("Ende", Assert.Single(await view.RowsAsync("sebab"))["Berkas"], StringComparison.Ordinal);
    }

    /// <summary>What the truth says: own numerator, denominator, share; to date the same; target, ratio, category; reported, how many.</summary>
    private static string[] Fields(int month, string region, string indicator) => Truth.Line(month, region, indicator).Split(" | ");

    /// <summary>Whether a ratio is below 100; null without one.</summary>
    private static bool? IsBelow(int month, string region, string indicator) =>
        Fields(month, region, indicator)[7] is "-" ? null : decimal.Parse(Fields(month, region, indicator)[7], CultureInfo.InvariantCulture) < 100;

    private static string Write(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";

    private static string Label(string cell) => cell == "Tanpa kategori" ? "-" : cell;

    private static string Tone(string? category) => category switch
    {
        "Sangat Berhasil" => "unggul",
        "Berhasil" => "baik",
        "Cukup Berhasil" => "cukup",
        "Belum Berhasil" => "kurang",
        _ => "",
    };

    private static List<string> RegionCodes() => [.. Truth.RegionsOf("IKU-1").Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> RegionNames() => Truth.Rows("src/Renstra.Transform/Reference/wilayah.csv")
        .ToDictionary(row => row("KodeKemendagri"), row => row("Tingkat") == "Kabupaten" ? $"Kab. {row("Nama")}" : row("Nama"), StringComparer.Ordinal);

    [GeneratedRegex("unggul|baik|cukup|kurang")]
    private static partial Regex Tones();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex Digits();
}
