using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.OData.Edm;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Feed;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed;

/// <summary>The page about the feed says what the feed says of itself, with values that it has answered with.</summary>
public sealed class FeedPageTests(AzuriteFixture azurite)
{
    private const string Page = "docs/feed.md";
    private const int LongestExample = 60;

    /// <summary>Behind this line the page is written by the test.</summary>
    private const string Marker = "<!-- From here on written by FeedPageTests out of the feed's own descriptions. -->\n";

    [Fact]
    public async Task The_page_lists_every_set_and_column_with_unit_null_rule_and_a_value_that_the_feed_answers_with()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await FillAsync(feed);
        var page = GoldenFile.Read(Page);
        var byHand = page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];

        var expected = byHand + await ReferenceAsync(feed);

        Assert.Equal(GoldenFile.Read(Page, expected), expected);
    }

    [Fact]
    public void The_page_explains_every_setting()
    {
        var page = GoldenFile.Read(Page);

        Assert.All(
            typeof(FeedOptions).GetProperties().Select(property => $"| `{FeedOptions.Section}:{property.Name}` |"),
            setting => Assert.Contains(setting, page));
    }

    private static async Task<string> ReferenceAsync(FeedApp feed)
    {
        var text = new StringBuilder();
        foreach (var set in ((FeedModel)feed.Services.GetService(typeof(FeedModel))!).Sets)
        {
            var rows = await feed.RowsAsync(set.Name);
            text.Append($"\n### {set.Name}\n\n{set.Description}\n\nKey: {string.Join(", ", set.Keys.Select(key => $"`{key.Name}`"))}.\n\n");
            text.Append("| column | type | unit | null | example | meaning |\n|---|---|---|---|---|---|\n");
            foreach (var column in set.Columns)
            {
                text.Append($"| `{column.Name}` | {column.Type.PrimitiveKind()}{(column.Type.IsNullable ? "?" : "")} | {column.Unit} | {column.Empty ?? "tidak pernah"} | `{ExampleOf(set, column, rows)}` | {column.Description.Split("; kosong ")[0].TrimEnd('.')}. |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A value of the row that has most to show, where it has one; else the first that any row has.</summary>
    private static string ExampleOf(FeedSet set, FeedColumn column, IReadOnlyList<JsonElement> rows)
    {
        var telling = rows.OrderByDescending(row => row.EnumerateObject().Count(value => value.Value.ValueKind != JsonValueKind.Null));
        var values = telling.Select(row => row.GetProperty(column.Name)).Where(value => value.ValueKind != JsonValueKind.Null).ToList();
        Assert.True(values.Count > 0, $"{set.Name}.{column.Name} is null in every row: give FillAsync something that it is not null for.");
        var text = values[0].ToString() switch
        {
            "True" => "true",
            "False" => "false",
            var other => other,
        };

        // The version of a build is no value to look for.
        text = text.Split('+')[0].ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return text.Length <= LongestExample ? text : string.Concat(text.AsSpan(0, LongestExample), "…");
    }

    /// <summary>Something for every column: reports, breakdowns, files returned and withdrawn, reminders, releases, what they changed, and a year that is closed.</summary>
    private static async Task FillAsync(FeedApp feed)
    {
        var data = feed.Data;
        var consolidator = feed.Services.GetRequiredService<Consolidator>();
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03" })
        {
            await data.ReportAsync("53.02", month, month == "2024-03" ? Broken(FeedData.Figures("53.02", month, 30)) : FeedData.Figures("53.02", month, 30));
        }

        await consolidator.CloseDueMonthsAsync(new IndependentWork(NullLogger.Instance), Cancellation);
        var revised = await data.ReportAsync("53.02", "2024-03", Broken(FeedData.Figures("53.02", "2024-03", 40)), At(5, 13));
        await data.SubmissionAsync(revised, "Laporan Maret 2024 (perbaikan).xlsx", Verdict.Diterima);
        await feed.Services.GetRequiredService<SubmissionStore>().MarkDeliveredAsync(revised, revised.SubmittedAt.AddMinutes(5), Cancellation);
        await consolidator.CloseDueMonthsAsync(new IndependentWork(NullLogger.Instance), Cancellation);

        var returned = await data.ReportAsync("53.03", "2024-04", FeedData.Figures("53.03", "2024-04", 1), At(5, 14), isAccepted: false);
        await data.SubmissionAsync(
            returned,
            "April 2024.xlsx",
            Verdict.Dikembalikan,
            new Finding(
                FindingCodes.NotANumber,
                Severity.Kesalahan,
                "Tulislah angka, misalnya 20.",
                new CellLocation("Laporan", "E9"),
                "dua puluh",
                IndicatorCode.Parse("IKU-1"),
                new ReportKey(RegionCode.Parse("53.03"), ReportingMonth.Parse("2024-04"), DataHolder.Region)));
        feed.Clock.SetUtcNow(Wita.At(new DateOnly(2024, 6, 5), new TimeOnly(7, 0)));
        await feed.Services.GetRequiredService<RemindOffices>().RunAsync(Cancellation);

        // The analyst withdraws a file, names one that never came, and closes the year; what comes after that changes no release.
        await PutAsync(feed, "penarikan.csv", $"LaporanMasuk,Alasan,DitarikOleh,DitarikPada\n{revised},Salah lampiran,Maria Bria,2024-06-04\n20240101000000000-000000000000,Salah tulis,Maria Bria,2024-06-04");
        await PutAsync(feed, "kalender.csv", ReferenceFiles.Shipped["kalender.csv"] + "TahunTutup,2024,,Sudah diperiksa BPK");
        await data.ReportAsync("53.02", "2024-02", FeedData.Figures("53.02", "2024-02", 50), At(6, 3));
        feed.Clock.Advance(TimeSpan.FromDays(1));
        await feed.Services.GetRequiredService<WithdrawalSweep>().RunAsync(Cancellation);
    }

    private static DateTimeOffset At(int month, int day) => Wita.At(new DateOnly(2024, month, day), new TimeOnly(10, 0));

    /// <summary>The figures with placements broken down.</summary>
    private static IReadOnlyList<Figure> Broken(IReadOnlyList<Figure> figures) =>
        [.. figures.Select(figure => figure.Indicator.Value != "IKU-2" ? figure : figure with { Parts = [Part("AKAN", 11, "D11"), Part("AKAD", 20, "D10")] })];

    private static PartAmount Part(string part, int amount, string cell) =>
        new(ComponentRole.Pembilang, "Penempatan", part, new ComponentAmount(amount, new CellLocation("Rincian", cell), amount.ToString(CultureInfo.InvariantCulture)));

    private static Task PutAsync(FeedApp feed, string file, string text) => feed.Services.GetRequiredService<StorageClients>().ReferenceBlobs
        .GetBlobClient(file).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
