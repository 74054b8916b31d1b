namespace Renstra.Dashboard.Tests;

/// <summary>Where there is no room for columns, a long table begins with what was asked about; the rest is one press away.</summary>
public sealed class NarrowTests(SampleYear year, Browser browser)
{
    private const string Cells = "asal?bulan=2024-12&indikator=IKU-2&wilayah=53.01";

    [Fact]
    public async Task The_months_before_the_asked_one_are_shown_and_hidden_by_keyboard()
    {
        await using var view = await browser.OpenAsync(year, Cells, 360);
        var rows = view.Page.Locator("#sel tbody tr:visible");
        var others = view.Page.Locator("#sel .lainnya");

        Assert.Equal(2, await rows.CountAsync());
        Assert.Equal("Tampilkan 22 baris lainnya", await others.InnerTextAsync());
        await others.FocusAsync();
        await view.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(24, await rows.CountAsync());
        Assert.Equal("true", await others.GetAttributeAsync("aria-expanded"));
        Assert.Equal("Sembunyikan 22 baris lainnya", await others.InnerTextAsync());
        Assert.Empty(await view.BrokenRulesAsync());
        Assert.True(await view.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360);
        await view.Page.Keyboard.PressAsync("Space");
        Assert.Equal(2, await rows.CountAsync());
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task A_wide_screen_and_paper_show_every_row()
    {
        await using var view = await browser.OpenAsync(year, Cells);

        Assert.Equal(24, await view.Page.Locator("#sel tbody tr:visible").CountAsync());
        Assert.False(await view.Page.Locator("#sel .lainnya").IsVisibleAsync());

        await view.Page.SetViewportSizeAsync(360, 900);
        await view.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal(24, await view.Page.Locator("#sel tbody tr:visible").CountAsync());
        Assert.False(await view.Page.Locator("#sel .lainnya").IsVisibleAsync());
    }
}
