using Microsoft.Playwright;

namespace Renstra.Dashboard.Tests;

/// <summary>Everybody can use the page: by keyboard, at any width, without colours, and by the rules of accessibility.</summary>
public sealed class AccessibilityTests(SampleYear year, Browser browser)
{
    /// <summary>What a window of 1440 pixels has at a zoom of 200 %.</summary>
    private const int Zoomed = 720;

    [Theory]
    [MemberData(nameof(Views.All), MemberType = typeof(Views))]
    public async Task A_view_breaks_no_rule_of_accessibility_and_nothing_sticks_out_of_the_window(string address)
    {
        foreach (var width in new[] { 1440, Zoomed, 360 })
        {
            await using var view = await browser.OpenAsync(year, address, width);

            if (width != Zoomed)
            {
                Assert.Empty(await view.BrokenRulesAsync());
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
        Assert.Equal("Asal angka: IKU-2, Provinsi NTT, Desember 2024", await view.HeadingAsync());
        Assert.Equal("H1", await view.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        await TabToAsync(view, "#wilayah-asal tbody a");
        await view.LeadAsync(() => view.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("Asal angka: IKU-2, Kab. Kupang, Desember 2024", await view.HeadingAsync());
        Assert.Equal(24, (await view.RowsAsync("sel")).Count);
        await view.LeadAsync(() => view.Page.GoBackAsync());
        Assert.Equal("Asal angka: IKU-2, Provinsi NTT, Desember 2024", await view.HeadingAsync());
    }

    [Fact]
    public async Task From_a_cell_one_click_leads_to_the_receipt_that_its_sender_got()
    {
        await using var view = await browser.OpenAsync(year, "asal?bulan=2024-10&indikator=IKU-2&wilayah=53.14");

        await view.LeadAsync(() => view.Page.Locator("#sel tbody a").First.ClickAsync());

        var number = (await view.HeadingAsync())["Tanda terima ".Length..];
        Assert.Matches("^TT-241104-[0-9A-Z]{4}-[0-9A-Z]{4}$", number);
        var facts = await view.Page.Locator("#kiriman").InnerTextAsync();
        Assert.Contains("Laporan IKU 53.14 Rote Ndao 2024-10.xlsx", facts, StringComparison.Ordinal);
        Assert.Contains($"hasil/Laporan IKU 53.14 Rote Ndao 2024-10 - DITERIMA - {number}.html", facts, StringComparison.Ordinal);
        var read = await view.RowsAsync("dibaca");
        Assert.Equal(14, read.Count);
        Assert.Equal(("6", "E10"), (read[2]["Angka"], read[2]["Sel"].Split('\n')[0]));
        Assert.Equal("N04", Assert.Single(await view.RowsAsync("peringatan"))["Kode"]);
        await using var sent = await browser.OpenAsync(year, new Uri(view.Page.Url).PathAndQuery, 360);
        Assert.Equal($"Tanda terima {number}", await sent.HeadingAsync());
        Assert.Empty(await sent.BrokenRulesAsync());
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
        Assert.Empty(await view.BrokenRulesAsync());
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
}
