using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Renstra.Testing;

namespace Renstra.Dashboard.Tests;

/// <summary>What leaves the page: a table as a file, a sheet of paper, pictures.</summary>
public sealed partial class OutputTests(SampleYear year, Browser browser)
{
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

    [GeneratedRegex("/Type\\s*/Page[^s]")]
    private static partial Regex PageObject();
}
