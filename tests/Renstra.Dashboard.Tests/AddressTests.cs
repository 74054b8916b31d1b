
namespace Renstra.Dashboard.Tests;

/// <summary>Views have addresses, which say all that was chosen, and every link leads to one.</summary>
public sealed class AddressTests(SampleYear year, Browser browser)
{
    [Fact]
    public async Task Without_a_month_the_latest_closed_one_is_shown_and_named_in_the_address()
    {
        await using var view = await browser.OpenAsync(year, "");

        Assert.Equal("Ringkasan kinerja Desember 2024", await view.HeadingAsync());
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
    [MemberData(nameof(Views.All), MemberType = typeof(Views))]
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
    public async Task A_month_outside_the_reported_ones_leads_back_to_one_that_is_there()
    {
        await using var view = await browser.OpenAsync(year, "wilayah?bulan=2031-01");

        Assert.Equal("Tidak ada data untuk Januari 2031", await view.HeadingAsync());
        await view.LeadAsync(() => view.Page.GetByText("Lihat Desember 2024").ClickAsync());
        Assert.Equal("Capaian wilayah Desember 2024", await view.HeadingAsync());
    }

    [Fact]
    public async Task A_submission_that_never_was_has_no_receipt()
    {
        await using var view = await browser.OpenAsync(year, "tanda-terima?kiriman=20240101000000000-000000000000");

        Assert.Equal("Kiriman tidak dikenal", await view.HeadingAsync());
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
}
