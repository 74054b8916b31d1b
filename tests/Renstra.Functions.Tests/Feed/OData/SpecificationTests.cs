using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>What the specification says of expressions, case by case (OData 4.01 URL Conventions, 5.1.1).</summary>
public sealed class SpecificationTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("PenetapanKe ne 1", "Sementara")]
    [InlineData("not (PenetapanKe eq 1)", "Sementara")]
    [InlineData("PenetapanKe eq null", "Sementara")]
    [InlineData("not (PenetapanKe gt 0)", "Sementara")]
    [InlineData("PenetapanKe in (null,7)", "Sementara")]
    [InlineData("PenetapanKe in (null,1)", "Sementara Tetap")]
    [InlineData("not (PenetapanKe in (1,2))", "Sementara")]
    [InlineData("DitetapkanPada ne 2024-02-10T22:00:00Z", "Sementara")]
    [InlineData("PenetapanKe le null", "Sementara")]
    [InlineData("PenetapanKe lt 1", "")]
    [InlineData("PenetapanKe add 1 eq null", "Sementara")]
    [InlineData("date(DitetapkanPada) ne 2024-02-11", "Sementara Tetap")]
    [InlineData("PenetapanKe mul 2000000000 mul 2 eq 4000000000", "Tetap")]
    [InlineData("1 gt null or PenetapanKe eq 1", "Tetap")]
    public async Task Null_is_a_value_to_eq_and_ne_and_orders_with_nothing(string condition, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.CloseAsync("2024-01");

        var rows = await feed.RowsAsync($"Kinerja?$filter={Uri.EscapeDataString($"KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-1' and Bulan le 2024-02-01 and ({condition})")}");

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row.GetProperty("StatusBulan").GetString()).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("NamaLain lt 'Z'", 13)]
    [InlineData("not (NamaLain lt 'Z')", 10)]
    [InlineData("NamaLain ge null", 10)]
    [InlineData("contains(NamaLain,'a') or true", 23)]
    [InlineData("not contains(NamaLain,'~')", 13)]
    [InlineData("startswith(NamaLain,'~') eq false", 13)]
    [InlineData("startswith(NamaLain,'~') eq null", 10)]
    [InlineData("NamaLain eq null and KodeWilayah in (null,'53.04')", 1)]
    [InlineData("NamaLain eq NamaLain", 23)]
    public async Task Text_that_is_not_there_is_unknown(string condition, int expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(expected, (await feed.RowsAsync($"Wilayah?$filter={condition}")).Count);
    }

    [Theory]
    [InlineData("round(2.5) eq 3 and round(-2.5) eq -3 and round(0.5) eq 1")]
    [InlineData("Target gt round(0.4)")]
    [InlineData("Target mul 1.1 gt ceiling(0.2)")]
    [InlineData("0.1 add 0.2 eq 0.3")]
    [InlineData("7 div 2 eq 3 and -7 div 2 eq -3 and -7 mod 2 eq -1 and 7.0 div 2 eq 3.5")]
    [InlineData("9223372036854775807 gt 2147483647 and 2147483647 add 1 eq 2147483648")]
    [InlineData("Target lt 1e300 and Target gt -1e300")]
    [InlineData("date(2024-07-01T23:30:00-01:00) eq 2024-07-02")]
    [InlineData("BerlakuMulai ge date(2023-12-31T00:00:00Z)")]
    [InlineData("true gt false and not (false ge true)")]
    [InlineData("substring('Kupang',-3) eq 'ang' and substring('Kupang',9) eq '' and substring('Kupang',2,99) eq 'pang'")]
    [InlineData("Tahun in (2024,2025,2026) and Tahun eq 2024.0 or Tahun ne 2024")]
    public async Task It_holds_of_every_row(string condition)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        Assert.Equal(
            (await feed.RowsAsync("Target")).Count,
            (await feed.RowsAsync($"Target?$filter={Uri.EscapeDataString(condition)}")).Count);
    }

    [Fact]
    public async Task What_is_aggregated_can_be_looked_for_in_a_list()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Wilayah?$apply=groupby((Tingkat),aggregate($count as Banyak))&$filter=Banyak in (1,99)");

        Assert.Equal(["Kota", "Provinsi"], rows.Select(row => row.GetProperty("Tingkat").GetString()));
    }

    [Theory]
    [InlineData("9223372036854775807 add Tahun gt 0")]
    [InlineData("substring('Kupang',0,-1) eq ''")]
    [InlineData("KodeIndikator add 1 eq 2")]
    [InlineData("Target in ('a')")]
    [InlineData("length(Target) eq 1")]
    [InlineData("Target and true")]
    public async Task What_makes_no_sense_is_the_clients_mistake(string condition)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync($"Target?$filter={Uri.EscapeDataString(condition)}");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }
}
