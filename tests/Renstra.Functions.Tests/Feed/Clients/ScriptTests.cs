using System.Globalization;
using System.Text.Json;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.Clients;

/// <summary>The lines that the page about the feed gives to Python and R, run by the real ones. Where one is not installed, its test is skipped and says so.</summary>
public sealed class ScriptTests(AzuriteFixture azurite)
{
    private const string Question = "Kinerja?$filter=Tahun eq 2024 and Tingkat eq 'Provinsi'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_lines_for_Python_read_every_page()
    {
        await RequireAsync("python3", ["-c", "import json"]);
        await using var feed = await StartAsync();

        var printed = JsonDocument.Parse(await RunAsync(feed, "python3", "-c", Block("python", "urllib") + "\nprint(json.dumps(baris))")).RootElement;

        Assert.Equal(await OwnAsync(feed), printed.EnumerateArray().Select(row => row.GetProperty("Realisasi").ToString()));
    }

    [Fact]
    public async Task The_lines_for_pandas_read_codes_as_text()
    {
        await RequireAsync("python3", ["-c", "import pandas"]);
        await using var feed = await StartAsync(pageSize: 5_000);

        var printed = await RunAsync(feed, "python3", "-c", Block("python", "pandas") + "\nprint(len(kinerja), kinerja.KodeWilayah.iloc[0], kinerja.Bulan.dt.month.max(), kinerja.Realisasi.count())");

        var own = await OwnAsync(feed);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{own.Count} 53 5 {own.Count(value => value.Length > 0)}"), printed.Trim());
    }

    [Fact]
    public async Task The_lines_for_R_read_every_page()
    {
        await RequireAsync("Rscript", ["-e", "library(jsonlite)"]);
        await using var feed = await StartAsync();

        var printed = await RunAsync(feed, "Rscript", "-e", Block("r", "jsonlite") + "\ncat(nrow(baris), sum(!is.na(baris$Realisasi)), baris$KodeWilayah[1])");

        var own = await OwnAsync(feed);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{own.Count} {own.Count(value => value.Length > 0)} 53"), printed.Trim());
    }

    private async Task<FeedApp> StartAsync(int pageSize = 10)
    {
        var feed = await FeedApp.StartAsync(azurite, settings => settings["Renstra:Feed:PageSize"] = pageSize.ToString(CultureInfo.InvariantCulture));
        await feed.Data.ReportsAsync("2024-01", 10);
        return feed;
    }

    /// <summary>The realisations that the feed itself gives, as text; empty where there is none.</summary>
    private static async Task<IReadOnlyList<string>> OwnAsync(FeedApp feed)
    {
        var rows = new List<JsonElement>();
        for (var next = Question; next is not null;)
        {
            var page = await feed.JsonAsync(next);
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.True(rows.Count > 20);
        return [.. rows.Select(row => row.GetProperty("Realisasi")).Select(value => value.ValueKind == JsonValueKind.Null ? "" : value.GetDouble().ToString("0.0###", CultureInfo.InvariantCulture))];
    }

    /// <summary>The block of the page in a language that has a word in it.</summary>
    private static string Block(string language, string word) => GoldenFile.Read("docs/feed.md").Split($"```{language}\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
        .Single(block => block.Contains(word, StringComparison.Ordinal));

    private static Task<string> RunAsync(FeedApp feed, string program, string option, string lines)
    {
        Assert.Contains("https://…/odata/", lines, StringComparison.Ordinal);
        return OtherProgram.RunAsync(
            program,
            [option, lines.Replace("https://…/", feed.Address.AbsoluteUri, StringComparison.Ordinal)],
            Path.GetTempPath(),
            "",
            Cancellation,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["KUNCI"] = FeedApp.Key, ["PYTHONIOENCODING"] = "utf-8" });
    }

    private static async Task RequireAsync(string program, IReadOnlyList<string> check)
    {
        try
        {
            await OtherProgram.RunAsync(program, check, Path.GetTempPath(), "", Cancellation);
        }
        catch (InvalidOperationException missing)
        {
            Assert.Skip($"{program} cannot run what the page shows: {missing.Message}");
        }
    }
}
