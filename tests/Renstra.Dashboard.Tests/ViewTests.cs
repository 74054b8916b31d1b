using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Renstra.Testing;

namespace Renstra.Dashboard.Tests;

/// <summary>How the page is to be used: by keyboard, at any width, on paper, by address, and when things are not as they should be.</summary>
public sealed partial class ViewTests(SampleYear year, Browser browser)
{
    /// <summary>What a window of 1440 pixels has at a zoom of 200 %.</summary>
    private const int Zoomed = 720;

    private const string Hostile = "<img src=x onerror=alert(1)><b>Kupang</b>";

    public static TheoryData<string> Views =>
    [
        "?bulan=2024-12",
        "wilayah?bulan=2024-07&indikator=IKU-5",
        "tren?bulan=2024-12",
        "tren?bulan=2024-12&indikator=IKU-2",
        "kepatuhan?bulan=2024-07",
        "asal?bulan=2024-12&indikator=IKU-2&wilayah=53.14",
        "asal?bulan=2024-12&indikator=IKU-4",
        "perubahan?bulan=2024-12",
        "kesegaran",
        "?bulan=2025-02",
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_breaks_no_rule_of_accessibility_and_nothing_sticks_out_of_the_window(string address)
    {
        foreach (var width in new[] { 1440, Zoomed, 360 })
        {
            await using var view = await browser.OpenAsync(year, address, width);

            if (width != Zoomed)
            {
                var found = await view.Page.RunAxe();
                Assert.Equal("", string.Join('\n', found.Violations.Select(violation => $"{width}: {violation.Id}: {violation.Help}: {string.Join(" ; ", violation.Nodes.Take(3).Select(node => node.Html))}")));
            }

            Assert.True(await view.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{address} is wider than {width}.");
            Assert.Empty(view.Complaints);
        }
    }

    [Fact]
    public async Task From_a_figure_to_its_cell_leads_by_keyboard_alone()
    {
        await using var view = await browser.OpenAsync(year, "?bulan=2024-12");

        await view.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Langsung ke isi", await view.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await view.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(view, "#indikator tbody tr:nth-child(2) a.angka");
        await view.LeadAsync(() => view.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("Asal angka: IKU-2, Provinsi NTT, Desember 2024", await HeadingAsync(view));
        Assert.Equal("H1", await view.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        await TabToAsync(view, "#wilayah-asal tbody a");
        await view.LeadAsync(() => view.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("Asal angka: IKU-2, Kab. Kupang, Desember 2024", await HeadingAsync(view));
        Assert.Equal(24, (await view.RowsAsync("sel")).Count);
        await view.LeadAsync(() => view.Page.GoBackAsync());
        Assert.Equal("Asal angka: IKU-2, Provinsi NTT, Desember 2024", await HeadingAsync(view));
    }

    [Fact]
    public async Task From_a_cell_one_click_leads_to_the_receipt_that_its_sender_got()
    {
        await using var view = await browser.OpenAsync(year, "asal?bulan=2024-10&indikator=IKU-2&wilayah=53.14");

        await view.LeadAsync(() => view.Page.Locator("#sel tbody a").First.ClickAsync());

        var number = (await HeadingAsync(view))["Tanda terima ".Length..];
        Assert.Matches("^TT-241104-[0-9A-Z]{4}-[0-9A-Z]{4}$", number);
        var facts = await view.Page.Locator("#kiriman").InnerTextAsync();
        Assert.Contains("Laporan IKU 53.14 Rote Ndao 2024-10.xlsx", facts, StringComparison.Ordinal);
        Assert.Contains($"hasil/Laporan IKU 53.14 Rote Ndao 2024-10 - DITERIMA - {number}.html", facts, StringComparison.Ordinal);
        var read = await view.RowsAsync("dibaca");
        Assert.Equal(14, read.Count);
        Assert.Equal(("6", "E10"), (read[2]["Angka"], read[2]["Sel"].Split('\n')[0]));
        Assert.Equal("N04", Assert.Single(await view.RowsAsync("peringatan"))["Kode"]);
        await using var sent = await browser.OpenAsync(year, new Uri(view.Page.Url).PathAndQuery, 360);
        Assert.Equal($"Tanda terima {number}", await HeadingAsync(sent));
        Assert.Empty((await sent.Page.RunAxe()).Violations);
        Assert.True(await sent.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360);
        Assert.Empty(view.Complaints.Concat(sent.Complaints));
    }

    [Fact]
    public async Task The_receipt_of_a_returned_file_says_what_was_to_be_mended_and_where()
    {
        await using var view = await browser.OpenAsync(year, "kepatuhan?bulan=2024-10");

        await view.LeadAsync(() => view.Page.GetByRole(AriaRole.Link, new() { Name = "Laporan IKU 53.10 Manggarai 2024-10.xlsx" }).ClickAsync());

        Assert.Contains("DIKEMBALIKAN", await view.Page.Locator(".putusan").InnerTextAsync(), StringComparison.Ordinal);
        var error = Assert.Single(await view.RowsAsync("kesalahan"));
        Assert.Equal(("E10", "-4", "N03"), (error["Di mana"].Split('\n')[0], error["Tertulis"], error["Kode"]));
        Assert.Empty((await view.Page.RunAxe()).Violations);
    }

    [Fact]
    public async Task A_submission_that_never_was_has_no_receipt()
    {
        await using var view = await browser.OpenAsync(year, "tanda-terima?kiriman=20240101000000000-000000000000");

        Assert.Equal("Kiriman tidak dikenal", await HeadingAsync(view));
    }

    [Fact]
    public async Task A_month_keeps_the_colours_of_the_scale_it_was_released_by()
    {
        const string Scales = """
            {"value":[
              {"Skala":"Permendagri86","UrutanKategori":1,"Kategori":"Sangat Tinggi","BatasBawah":91,"Dipakai":true},{"Skala":"Permendagri86","UrutanKategori":2,"Kategori":"Tinggi","BatasBawah":76,"Dipakai":true},
              {"Skala":"Permendagri86","UrutanKategori":3,"Kategori":"Sedang","BatasBawah":66,"Dipakai":true},{"Skala":"Permendagri86","UrutanKategori":4,"Kategori":"Rendah","BatasBawah":51,"Dipakai":true},
              {"Skala":"Permendagri86","UrutanKategori":5,"Kategori":"Sangat Rendah","BatasBawah":0,"Dipakai":true},
              {"Skala":"Renstra","UrutanKategori":1,"Kategori":"Sangat Berhasil","BatasBawah":80,"Dipakai":false},{"Skala":"Renstra","UrutanKategori":2,"Kategori":"Berhasil","BatasBawah":70,"Dipakai":false},
              {"Skala":"Renstra","UrutanKategori":3,"Kategori":"Cukup Berhasil","BatasBawah":55,"Dipakai":false},{"Skala":"Renstra","UrutanKategori":4,"Kategori":"Belum Berhasil","BatasBawah":0,"Dipakai":false}]}
            """;
        await using var view = await browser.OpenAsync(year, "?bulan=2024-12", prepare: page => AnswerAsync(page, "SkalaKategori", Scales));

        Assert.Equal("kategori kurang", await view.Page.Locator("#indikator tbody tr:first-child td[data-kolom=Kategori] .kategori").GetAttributeAsync("class"));
        Assert.Contains("Belum Berhasil di bawah 55 %", await view.Page.Locator("ul.keterangan").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_new_year_the_months_of_the_last_one_stand_beside_it()
    {
        await using var view = await browser.OpenAsync(year, "tren?bulan=2025-01&indikator=IKU-2");

        Assert.Equal(12, await view.Page.Locator(".deret.lalu circle").CountAsync());
        Assert.Equal(["2024", "2025", "Target 2025"], await view.Page.Locator(".legenda li").AllInnerTextsAsync());
        Assert.Contains("Desember 2024", await view.Page.Locator(".deret.lalu [role=img]").Last.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_month_the_latest_closed_one_is_shown_and_named_in_the_address()
    {
        await using var view = await browser.OpenAsync(year, "");

        Assert.Equal("Ringkasan kinerja Desember 2024", await HeadingAsync(view));
        Assert.EndsWith("/dasbor/?bulan=2024-12", view.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Month_and_indicator_and_region_are_chosen_from_lists_and_stand_in_the_address()
    {
        await using var view = await browser.OpenAsync(year, "asal?bulan=2024-12&indikator=IKU-2&wilayah=53.14");

        await view.LeadAsync(() => view.Page.GetByLabel("Bulan", new() { Exact = true }).SelectOptionAsync("2024-05-01"));
        await view.LeadAsync(() => view.Page.GetByLabel("Indikator").SelectOptionAsync("IKU-4"));
        await view.LeadAsync(() => view.Page.GetByLabel("Wilayah").SelectOptionAsync("53.71"));

        Assert.EndsWith("/dasbor/asal?bulan=2024-05&indikator=IKU-4&wilayah=53.71", view.Page.Url, StringComparison.Ordinal);
        await using var sent = await browser.OpenAsync(year, new Uri(view.Page.Url).PathAndQuery);
        Assert.Equal(await view.Page.Locator("main").InnerTextAsync(), await sent.Page.Locator("main").InnerTextAsync());
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_link_of_a_view_leads_to_a_view(string address)
    {
        await using var view = await browser.OpenAsync(year, address);
        var links = (await view.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]:not(.lompat)')].map((each) => new URL(each.getAttribute('href'), location.href).href)")).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith(year.Address + "dasbor/", link, StringComparison.Ordinal));
        foreach (var link in links.Where((_, place) => place % 12 == 0))
        {
            await view.LeadAsync(() => view.Page.EvaluateAsync("(href) => { history.pushState(null, '', href); dispatchEvent(new PopStateEvent('popstate')); }", link));
            Assert.DoesNotContain("tidak dikenal", await view.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task A_table_is_downloaded_with_all_that_it_shows_and_opens_right_in_an_Indonesian_Excel()
    {
        await using var view = await browser.OpenAsync(year, "?bulan=2024-12");

        var download = await view.Page.RunAndWaitForDownloadAsync(() => view.Page.GetByRole(AriaRole.Button, new() { Name = "Unduh CSV: Indikator kinerja utama Provinsi NTT, Desember 2024" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);

        Assert.Equal("ringkasan-2024-12.csv", download.SuggestedFilename);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8, lines.Length);
        Assert.StartsWith("Indikator;Realisasi;Bulan ini saja;Target;Rasio capaian;Kategori;Kelengkapan", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("IKU-2 % Besaran Pencari Kerja Terdaftar yang Ditempatkan;82,73;131,13;75;110,31;Sangat Berhasil;21 dari 22", lines[2], StringComparison.Ordinal);
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task Every_drawing_has_its_table()
    {
        await using var view = await browser.OpenAsync(year, "tren?bulan=2024-12");

        var drawings = await view.Page.Locator(".bagan").CountAsync();
        foreach (var button in await view.Page.GetByRole(AriaRole.Button, new() { Name = "Tabel", Exact = true }).AllAsync())
        {
            await button.ClickAsync();
        }

        Assert.Equal(7, drawings);
        Assert.Equal(drawings, await view.Page.Locator(".bagan table:visible").CountAsync());
        Assert.Equal(0, await view.Page.Locator("svg.garis:visible").CountAsync());
    }

    [Fact]
    public async Task Whatever_has_a_category_says_it_by_symbol_and_words_beside_its_colour()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2024-07&indikator=IKU-2");

        var tiles = await view.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.petak.unggul, .petak.baik, .petak.cukup, .petak.kurang')].map((each) => each.textContent)");

        Assert.Equal(22, tiles.Length);
        Assert.All(tiles, tile => Assert.Matches("[▲●◆▼].*(Sangat Berhasil|Berhasil|Cukup Berhasil|Belum Berhasil)", tile));
    }

    [Theory]
    [InlineData("2024-03")]
    [InlineData("2024-12")]
    public async Task The_summary_is_one_sheet_of_A4_with_room_to_sign(string month)
    {
        await using var view = await browser.OpenAsync(year, $"?bulan={month}");

        var pdf = await view.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });

        Assert.Single(PageObject().Matches(Encoding.Latin1.GetString(pdf)));
        await view.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await view.Page.GetByText("Kepala Dinas,").IsVisibleAsync());
        Assert.False(await view.Page.Locator("header.kepala").IsVisibleAsync());
    }

    [Fact]
    public async Task A_month_that_is_not_closed_says_so_and_what_is_not_there_is_no_0()
    {
        await using var view = await browser.OpenAsync(year, "?bulan=2025-02");

        var rows = await view.RowsAsync("indikator");

        Assert.Contains("Sementara", await view.Page.Locator(".kedudukan").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("–", rows[1]["Realisasi"].Split('\n')[0]);
        Assert.Contains("belum dilaporkan", rows[1]["Realisasi"], StringComparison.Ordinal);
        Assert.Equal(["Tanpa kategori", "Tanpa kategori"], rows.Take(2).Select(row => row["Kategori"]));
    }

    [Fact]
    public async Task A_region_that_never_reported_is_named()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2024-03");

        Assert.Contains("Belum pernah melapor: Kab. Sumba Tengah", await view.Page.Locator("p.peringatan").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_month_has_nothing_before_it_and_says_so()
    {
        await using var view = await browser.OpenAsync(year, "perubahan?bulan=2024-01");

        Assert.Contains("Ini penetapan pertama untuk bulan ini", await view.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await view.Page.GetByLabel("Bulan sebelumnya").CountAsync());
    }

    [Fact]
    public async Task A_month_outside_the_reported_ones_leads_back_to_one_that_is_there()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2031-01");

        Assert.Equal("Tidak ada data untuk Januari 2031", await HeadingAsync(view));
        await view.LeadAsync(() => view.Page.GetByText("Lihat Desember 2024").ClickAsync());
        Assert.Equal("Capaian wilayah Desember 2024", await HeadingAsync(view));
    }

    [Fact]
    public async Task Before_the_first_reporting_month_the_page_says_that_there_is_nothing_yet()
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => AnswerAsync(page, "Kalender", """{"value":[]}"""));

        Assert.Equal("Belum ada angka", await HeadingAsync(view));
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_shows_no_figure_at_all()
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => page.RouteAsync("**/odata/**", route => route.AbortAsync()));

        Assert.Equal("Umpan data tidak terjangkau", await HeadingAsync(view));
        Assert.Equal(0, await view.Page.Locator("table").CountAsync());
    }

    [Theory]
    [InlineData(503, "Umpan data sedang terganggu")]
    [InlineData(401, "Kunci diperlukan atau keliru")]
    public async Task A_feed_that_refuses_says_what_to_do(int status, string heading)
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => page.RouteAsync("**/odata/**", route => route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "application/json", Body = """{"error":{"code":"x","message":"Penyimpanan terganggu."}}""" })));

        Assert.Equal(heading, await HeadingAsync(view));
        Assert.True(await view.Page.GetByRole(AriaRole.Button, new() { Name = "Coba lagi" }).IsVisibleAsync());
    }

    [Fact]
    public async Task A_month_that_should_have_been_closed_makes_every_page_look_stale()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2024-12", prepare: page => AnswerAsync(page, "Penetapan", """{"value":[]}"""));

        var strip = view.Page.Locator(".kesegaran.basi");
        Assert.Contains("Penutupan bulan terlambat", await strip.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_data_never_becomes_markup()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2024-12", prepare: page => page.RouteAsync("**/odata/Wilayah?**", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = (await answer.TextAsync()).Replace("Kabupaten Kupang", Hostile, StringComparison.Ordinal) });
        }));

        Assert.Contains(Hostile, await view.Page.Locator("#panas tbody").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await view.Page.Locator("main img").CountAsync());
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task A_key_in_the_address_signs_in_and_leaves_the_address()
    {
        await using var view = await browser.OpenAsync(year, "");
        var page = await view.Page.Context.Browser!.NewPageAsync();
        await page.GotoAsync(new Uri(year.Address, $"dasbor/?code={year.Key}").AbsoluteUri);
        await page.Locator("main[aria-busy=false]").WaitForAsync();

        Assert.Equal("Ringkasan kinerja Desember 2024", await page.Locator("h1").InnerTextAsync());
        Assert.Equal(new Uri(year.Address, "dasbor/?bulan=2024-12").AbsoluteUri, page.Url);
        var again = await page.ReloadAsync();
        Assert.Equal(200, again!.Status);
        await page.CloseAsync();
    }

    /// <summary>Pictures for the guides: written where <c>RENSTRA_PICTURES</c> is <c>true</c>, and looked at by people.</summary>
    [Theory]
    [InlineData("ringkasan", "?bulan=2024-12")]
    [InlineData("wilayah", "wilayah?bulan=2024-07&indikator=IKU-2")]
    [InlineData("tren", "tren?bulan=2024-12&indikator=IKU-4")]
    [InlineData("kepatuhan", "kepatuhan?bulan=2024-10")]
    [InlineData("asal", "asal?bulan=2024-10&indikator=IKU-3&wilayah=53.14")]
    public async Task A_picture_is_taken_at_three_widths(string name, string address)
    {
        var write = Environment.GetEnvironmentVariable("RENSTRA_PICTURES") is "true";
        foreach (var width in new[] { 1440, 768, 360 })
        {
            await using var view = await browser.OpenAsync(year, address, width);

            var picture = await view.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });

            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
            if (write)
            {
                await File.WriteAllBytesAsync(RepositoryRoot.PathOf($"docs/gambar/dasbor-{name}-{width}.png"), picture, TestContext.Current.CancellationToken);
            }
        }
    }

    private static Task<string> HeadingAsync(View view) => view.Page.Locator("h1").InnerTextAsync();

    private static Task AnswerAsync(IPage page, string set, string body) =>
        page.RouteAsync($"**/odata/{set}?**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = body }));

    /// <summary>Presses Tab until that element has the focus.</summary>
    private static async Task TabToAsync(View view, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            await view.Page.Keyboard.PressAsync("Tab");
            if (await view.Page.EvaluateAsync<bool>("(selector) => document.activeElement === document.querySelector(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by Tab.");
    }

    [GeneratedRegex("/Type\\s*/Page[^s]")]
    private static partial Regex PageObject();
}
