using Microsoft.Playwright;

namespace Renstra.Dashboard.Tests;

/// <summary>What the page says when there is no figure, and when things are not as they should be.</summary>
public sealed class TroubleTests(SampleYear year, Browser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)><b>Kupang</b>";

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
    public async Task Before_the_first_reporting_month_the_page_says_that_there_is_nothing_yet()
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => AnswerAsync(page, "Kalender", """{"value":[]}"""));

        Assert.Equal("Belum ada angka", await view.HeadingAsync());
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_shows_no_figure_at_all()
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => page.RouteAsync("**/odata/**", route => route.AbortAsync()));

        Assert.Equal("Umpan data tidak terjangkau", await view.HeadingAsync());
        Assert.Equal(0, await view.Page.Locator("table").CountAsync());
    }

    [Theory]
    [InlineData(503, "Umpan data sedang terganggu")]
    [InlineData(401, "Kunci diperlukan atau keliru")]
    public async Task A_feed_that_refuses_says_what_to_do(int status, string heading)
    {
        await using var view = await browser.OpenAsync(year, "", prepare: page => page.RouteAsync("**/odata/**", route => route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "application/json", Body = """{"error":{"code":"x","message":"Penyimpanan terganggu."}}""" })));

        Assert.Equal(heading, await view.HeadingAsync());
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

    private static Task AnswerAsync(IPage page, string set, string body) =>
        page.RouteAsync($"**/odata/{set}?**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = body }));
}
