using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Renstra.Testing.Azurite;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>Rows as CSV.</summary>
public sealed class CsvTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_same_rows_as_in_JSON_come_with_commas_and_a_point()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        const string query = "KinerjaTahunan?$filter=Tahun eq 2023&$orderby=Realisasi desc&$top=3&$select=Nomor,Realisasi,Pembilang,NamaIndikator";
        var rows = await feed.RowsAsync(query);

        using var response = await feed.SendAsync(query + "&$format=csv");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "Nomor,Realisasi,Pembilang,NamaIndikator\r\n" + string.Concat(rows.Select(row =>
                $"{row.GetProperty("Nomor")},{row.GetProperty("Realisasi").GetRawText()},{row.GetProperty("Pembilang")},{Quoted(row.GetProperty("NamaIndikator").GetString()!)}\r\n")),
            body);
    }

    [Theory]
    [InlineData("Wilayah?$top=1&$select=KodeWilayah,NamaWilayah", "text/csv")]
    [InlineData("Wilayah?$top=1&$select=KodeWilayah,NamaWilayah&$format=text/csv", null)]
    public async Task It_is_asked_for_by_header_or_option(string address, string? accept)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync(address, accept: accept is null ? null : new MediaTypeWithQualityHeaderValue(accept));

        Assert.Equal("KodeWilayah,NamaWilayah\r\n53,Provinsi Nusa Tenggara Timur\r\n", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_Indonesian_Excel_gets_semicolons_a_decimal_comma_and_the_mark_of_UTF8()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync("Target?$filter=KodeIndikator eq 'IKU-3' and Tahun eq 2024 and PeriodeTarget eq 'Tahun'&$select=KodeIndikator,Target,BerlakuMulai&$format=csv-id");

        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([.. Encoding.UTF8.GetPreamble(), .. "KodeIndikator;Target;BerlakuMulai\r\nIKU-3;12,40;2024-01-01\r\n"u8], bytes);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_made_inert_and_a_number_is_left_alone()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await feed.Data.SubmissionAsync(submission, "=cmd()|\"a\".xlsx", Verdict.Diterima);

        using var response = await feed.SendAsync("LaporanMasuk?$format=csv&$select=NamaBerkas,Ukuran");
        using var grouped = await feed.SendAsync("Target?$apply=aggregate(Target mul -1 with min as Terkecil)&$format=csv");

        Assert.Equal("NamaBerkas,Ukuran\r\n\"'=cmd()|\"\"a\"\".xlsx\",12345\r\n", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Terkecil\r\n-", await grouped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_header_leads_to_the_next_page()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var lines = new List<string>();

        for (var next = "Wilayah?$select=KodeWilayah&$format=csv"; next is not null;)
        {
            using var response = await feed.SendAsync(next, "odata.maxpagesize=10");
            lines.AddRange((await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single()[1..].Replace(">; rel=\"next\"", "", StringComparison.Ordinal) : null;
        }

        Assert.Equal((await feed.RowsAsync("Wilayah")).Select(row => row.GetProperty("KodeWilayah").GetString()), lines);
    }

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        : text;
}
