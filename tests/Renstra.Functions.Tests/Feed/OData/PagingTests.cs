using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Tests.Feed.OData;

public sealed class PagingTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Kinerja?$filter=Bulan le 2024-03-01")]
    [InlineData("Kinerja?$filter=Tingkat eq 'Provinsi'")]
    [InlineData("Kinerja?$filter=Bulan le 2024-03-01&$orderby=Realisasi desc,Kategori")]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01&$orderby=year(DiubahPada),NamaIndikator desc")]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01&$orderby=Pembilang mul 1.5,Bulan desc")]
    [InlineData("Kinerja?$select=RasioCapaian&$filter=KodeIndikator ne 'IKU-2'&$count=true")]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01&$skip=7&$top=101")]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01&$skip=7&$top=100&$orderby=NamaWilayah")]
    [InlineData("Kinerja?$apply=groupby((Bulan,KodeWilayah),aggregate(Pembilang with sum as Jumlah))")]
    [InlineData("Kinerja?$apply=groupby((Bulan,KodeWilayah),aggregate(Pembilang with sum as Jumlah))&$orderby=Jumlah desc&$top=60")]
    [InlineData("Laporan")]
    [InlineData("DataRealisasi?$filter=Bulan ge 2024-01-01")]
    [InlineData("KinerjaTetap")]
    [InlineData("ProgramKegiatan?$orderby=Rupiah")]
    public async Task The_pages_of_a_walk_are_the_whole(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.ReportAsync("53.01", "2024-02", 20);
        await feed.Data.ReportAsync("53.01", "2024-01", 15, Wita.At(new DateOnly(2024, 2, 8), new TimeOnly(10, 0)));
        await feed.Data.CloseAsync("2024-01");
        var whole = await feed.RowsAsync(address);

        var walked = await WalkAsync(feed, address, "odata.maxpagesize=17");

        Assert.True(whole.Count > 17);
        Assert.Equal(whole.Select(row => row.ToString()), walked.Select(row => row.ToString()));
    }

    [Fact]
    public async Task A_page_has_as_many_rows_as_set_and_fewer_when_the_client_would_rather()
    {
        await using var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = "10");

        using var plain = await feed.SendAsync("Wilayah");
        using var fewer = await feed.SendAsync("Wilayah", "odata.maxpagesize=3, respond-async");
        using var more = await feed.SendAsync("Wilayah", "maxpagesize=1000");

        Assert.Equal((10, ""), await PageOfAsync(plain));
        Assert.Equal((3, "odata.maxpagesize=3"), await PageOfAsync(fewer));
        Assert.Equal((10, "odata.maxpagesize=10"), await PageOfAsync(more));
    }

    [Fact]
    public async Task Every_page_of_a_walk_tells_the_same_count()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var counts = new List<int>();

        var next = "Wilayah?$count=true&$filter=Tingkat eq 'Kabupaten'";
        while (next is not null)
        {
            var page = await feed.JsonAsync(next, "odata.maxpagesize=8");
            counts.Add(page.GetProperty("@odata.count").GetInt32());
            next = NextLink(page);
        }

        Assert.Equal([21, 21, 21], counts);
    }

    [Fact]
    public async Task A_walk_never_mixes_releases()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        const string address = "Kinerja?$filter=Bulan le 2024-03-01&$select=Bulan,KodeWilayah,PenetapanKe,Pembilang,StatusBulan";
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.CloseAsync("2024-02");
        var whole = await feed.RowsAsync(address);

        // Between the first page and the second one, both months are released again and the third for the first time.
        var first = await feed.JsonAsync(address, "odata.maxpagesize=20");
        await feed.Data.ReportAsync("53.71", "2024-01", 99, Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03" })
        {
            await feed.Data.CloseAsync(month);
        }

        var rest = await WalkAsync(feed, NextLink(first)!, "odata.maxpagesize=20");
        var afterwards = await feed.RowsAsync(address);

        var walked = first.GetProperty("value").EnumerateArray().Concat(rest).ToList();
        var closed = new DateOnly(2024, 2, 1);
        Assert.Equal(TextsThrough(closed, whole), TextsThrough(closed, walked));
        Assert.All(walked.Where(row => row.GetProperty("Bulan").GetString() == "2024-03-01"), row => Assert.Equal("Sementara", row.GetProperty("StatusBulan").GetString()));
        Assert.NotEqual(TextsThrough(closed, afterwards), TextsThrough(closed, walked));
        Assert.All(afterwards, row => Assert.Equal("Tetap", row.GetProperty("StatusBulan").GetString()));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    public async Task A_token_that_the_feed_did_not_give_out_is_a_mistake(string token)
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        using var response = await feed.SendAsync($"Wilayah?$skiptoken={token}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_token_holds_for_its_own_query_and_unaltered()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var next = NextLink(await feed.JsonAsync("Wilayah?$filter=Tingkat eq 'Kabupaten'", "odata.maxpagesize=8"))!;
        var token = next[(next.IndexOf("$skiptoken=", StringComparison.Ordinal) + 11)..];
        var altered = token[..^1] + (token[^1] == 'A' ? 'B' : 'A');

        foreach (var address in new[]
        {
            $"Wilayah?$skiptoken={token}",
            $"Wilayah?$filter=Tingkat eq 'Kota'&$skiptoken={token}",
            $"Indikator?$filter=Tingkat eq 'Kabupaten'&$skiptoken={token}",
            $"Wilayah?$filter=Tingkat eq 'Kabupaten'&$skiptoken={altered}",
        })
        {
            using var response = await feed.SendAsync(address);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_token_that_someone_has_worked_out_is_checked_whole()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var march = new ReleaseNumbers(new ReportingMonth(2024, 3), [9]);
        object?[] position = [new DateOnly(2024, 1, 1), "53", "IKU-1"];
        SkipToken[] forged =
        [
            new([], null, null, march),
            new(["53"], null, null, march),
            new([1, 2, 3], null, null, march),
            new([.. position, "x"], null, null, march),
            new(position, -1, null, march),
            new(position, null, -1, march),
            new(position, null, null, march with { Numbers = [-1] }),
            new(position, null, null, march with { Numbers = [.. Enumerable.Repeat(1, 1_201)] }),
            new(position, null, null, march),
        ];

        foreach (var token in forged)
        {
            using var response = await feed.SendAsync($"Kinerja?$skiptoken={token.Write("Kinerja?")}");
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{token}: {response.StatusCode}");
        }

        using var sorted = await feed.SendAsync($"Wilayah?$orderby=length(KodeWilayah)&$skiptoken={new SkipToken(["x", "53"], null, null, null).Write("Wilayah?$orderby=length(KodeWilayah)")}");
        Assert.Equal(HttpStatusCode.BadRequest, sorted.StatusCode);
    }

    /// <summary>Damage to a token's text, and to what it holds with the checksum made right again, as one who knows the code would.</summary>
    [Theory]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01 and KodeIndikator eq 'IKU-2'")]
    [InlineData("Kinerja?$filter=Bulan le 2024-02-01 and KodeIndikator eq 'IKU-2'&$orderby=Realisasi desc,Lengkap,DiubahPada")]
    [InlineData("Kinerja?$apply=groupby((Bulan,KodeWilayah),aggregate(Pembilang with sum as Jumlah))&$orderby=Jumlah&$count=true&$top=100")]
    [InlineData("KinerjaTahunan?$orderby=Pembilang div 3&$top=30")]
    public async Task A_damaged_token_is_a_mistake_or_leads_to_rows_of_its_own_query(string address)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        var whole = (await feed.RowsAsync(address.Split("&$top")[0])).Select(row => row.ToString()).ToHashSet();
        var next = NextLink(await feed.JsonAsync(address, "odata.maxpagesize=8"))!;
        var token = next[(next.IndexOf("$skiptoken=", StringComparison.Ordinal) + 11)..];
        var (set, options) = (address.Split('?')[0], address.Split('?')[1].Split('&').Where(option => option.StartsWith("$filter", StringComparison.Ordinal) || option.StartsWith("$orderby", StringComparison.Ordinal) || option.StartsWith("$apply", StringComparison.Ordinal)));
        var identity = $"{set}?{string.Join('&', options.Order(StringComparer.Ordinal))}";
        var (refused, answered) = (0, 0);

        for (var seed = 0; seed < 200; seed++)
        {
            var damaged = seed % 2 == 0 ? TokenDamage.Text(new Random(seed), token) : TokenDamage.Content(new Random(seed), token, identity);
            using var response = await feed.SendAsync($"{address}&$skiptoken={Uri.EscapeDataString(damaged)}", "odata.maxpagesize=8");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                answered++;
                Assert.All(JsonDocument.Parse(body).RootElement.GetProperty("value").EnumerateArray(), row => Assert.Contains(row.ToString(), whole));
            }
            else
            {
                refused++;
                Assert.True(response.StatusCode == HttpStatusCode.BadRequest && body.Contains("PermintaanKeliru", StringComparison.Ordinal), $"seed {seed}, {damaged}: {response.StatusCode} {body}");
            }

            Assert.True(seed % 2 == 1 || damaged == token || response.StatusCode == HttpStatusCode.BadRequest, $"seed {seed}: {damaged} was taken");
        }

        // Both ends of the property are met.
        Assert.True(refused > 100 && answered > 0, $"{refused} refused, {answered} answered");
    }

    [Fact]
    public async Task A_link_keeps_what_was_asked_and_leaves_out_what_has_been_done()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var page = await feed.JsonAsync("Wilayah?$filter=KodeWilayah ne 'a%26b+c'&$skip=2&$select=KodeWilayah&asal=dasbor&Code=rahasia", "odata.maxpagesize=8");

        Assert.StartsWith($"{feed.Address}odata/Wilayah?$filter=KodeWilayah%20ne%20%27a%26b%20c%27&$select=KodeWilayah&asal=dasbor&$skiptoken=", NextLink(page));
        Assert.DoesNotContain("rahasia", NextLink(page));
    }

    private static async Task<IReadOnlyList<JsonElement>> WalkAsync(FeedApp feed, string address, string prefer)
    {
        var rows = new List<JsonElement>();
        for (var next = address; next is not null;)
        {
            var page = await feed.JsonAsync(next, prefer);
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = NextLink(page);
        }

        return rows;
    }

    private static string? NextLink(JsonElement page) => page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;

    private static async Task<(int Rows, string Applied)> PageOfAsync(HttpResponseMessage response) => (
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("value").GetArrayLength(),
        response.Headers.TryGetValues("Preference-Applied", out var applied) ? string.Join(',', applied) : "");

    private static IEnumerable<string> TextsThrough(DateOnly month, IEnumerable<JsonElement> rows) => rows
        .Where(row => DateOnly.Parse(row.GetProperty("Bulan").GetString()!, System.Globalization.CultureInfo.InvariantCulture) <= month)
        .Select(row => row.ToString());
}

/// <summary>Damages tokens.</summary>
internal static class TokenDamage
{
    private const int ChecksumLength = 9;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ";
    private static readonly string[] Pieces = ["null", "-1", "0", "\"\"", "\"n1\"", "\"i1\"", "\"dkemarin\"", "\"tx\"", "\"b\"", "\"s\\u0000\"", "[]", "{}", "99999999999999999999", "1e400", "\"2024-13\"", "\"f1e999\"", "\"fNaN\""];

    /// <summary>Letters changed, cut, doubled or put elsewhere.</summary>
    public static string Text(Random random, string token)
    {
        var (at, length) = (random.Next(token.Length), random.Next(1, 12));
        var part = token.Substring(at, Math.Min(length, token.Length - at));
        return random.Next(6) switch
        {
            0 => token[..at] + Letters[random.Next(Letters.Length)] + token[(at + 1)..],
            1 => token.Remove(at, part.Length),
            2 => token.Insert(at, part),
            3 => token[..at],
            4 => token.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
            _ => string.Concat(token.Reverse()),
        };
    }

    /// <summary>What the token holds is changed, and the checksum fits.</summary>
    public static string Content(Random random, string token, string identity)
    {
        var json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token).AsSpan(ChecksumLength));
        var values = Regex.Matches(json, "\"(?:[^\"\\\\]|\\\\.)*\"(?!:)|null|-?\\d+").ToList();
        var value = values[random.Next(values.Count)];
        var other = random.Next(3) switch
        {
            0 => Pieces[random.Next(Pieces.Length)],
            1 => values[random.Next(values.Count)].Value,
            _ => value.Value[..random.Next(value.Length)],
        };
        json = json.Remove(value.Index, value.Length).Insert(value.Index, other);
        return Base64Url.EncodeToString([.. SHA256.HashData(Encoding.UTF8.GetBytes(json + identity)).AsSpan(0, ChecksumLength), .. Encoding.UTF8.GetBytes(json)]);
    }
}
