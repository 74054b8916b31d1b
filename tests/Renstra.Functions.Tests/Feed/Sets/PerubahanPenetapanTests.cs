using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed.Sets;

public sealed class PerubahanPenetapanTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Late = Wita.At(new DateOnly(2024, 5, 14), new TimeOnly(10, 0));

    [Fact]
    public async Task A_changed_figure_is_read_with_what_it_was_what_it_is_by_how_much_and_why()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var revision = await RevisedAsync(feed);

        var row = Assert.Single(await feed.RowsAsync("PerubahanPenetapan?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal(2, row.GetProperty("PenetapanKe").GetInt32());
        Assert.Equal((31m, 41m, 10m), (Number(row, "PembilangSebelum"), Number(row, "Pembilang"), Number(row, "SelisihPembilang")));
        Assert.Equal((62m, 82m, 20m), (Number(row, "PenyebutSebelum"), Number(row, "Penyebut"), Number(row, "SelisihPenyebut")));
        Assert.Equal(("Laporan diperbaiki", revision.ToString()), (row.GetProperty("Sebab").GetString(), row.GetProperty("LaporanMasuk").GetString()));
    }

    [Fact]
    public async Task Later_months_of_the_year_tell_the_same_revision_as_their_cause()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var revision = await RevisedAsync(feed);

        var rows = await feed.RowsAsync("PerubahanPenetapan?$filter=KodeWilayah eq '53' and KodeIndikator eq 'IKU-2'");

        Assert.Equal(["2024-03-01", "2024-04-01"], rows.Select(row => row.GetProperty("Bulan").GetString()));
        Assert.All(rows, row => Assert.Equal(revision.ToString(), row.GetProperty("LaporanMasuk").GetString()));
    }

    [Fact]
    public async Task What_was_prepared_for_a_release_that_never_was_is_not_shown()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await RevisedAsync(feed);
        var before = await feed.RowsAsync("PerubahanPenetapan");
        var store = feed.Services.GetRequiredService<ReleaseChangeStore>();
        var month = ReportingMonth.Parse("2024-03");
        var release = (await feed.Services.GetRequiredService<ReleaseStore>().InForceAsync(month, TestContext.Current.CancellationToken))!;
        var changes = await store.OfAsync(month, 2, release.Fingerprint, TestContext.Current.CancellationToken);
        await store.WriteAsync(changes.Select(change => change with { Fingerprint = "000000000000" }), TestContext.Current.CancellationToken);

        var after = await feed.RowsAsync("PerubahanPenetapan");

        Assert.NotEmpty(before);
        Assert.Equal(before.Select(row => row.ToString()), after.Select(row => row.ToString()));
    }

    /// <summary>Months through April are released, then March is revised for one region and they are released again.</summary>
    private static async Task<SubmissionId> RevisedAsync(FeedApp feed)
    {
        var consolidator = feed.Services.GetRequiredService<Consolidator>();
        await feed.Data.ReportAsync("53.01", "2024-03", 30);
        await consolidator.CloseDueMonthsAsync(new IndependentWork(NullLogger.Instance), TestContext.Current.CancellationToken);
        var revision = await feed.Data.ReportAsync("53.01", "2024-03", 40, Late);
        await consolidator.CloseDueMonthsAsync(new IndependentWork(NullLogger.Instance), TestContext.Current.CancellationToken);
        return revision;
    }

    private static decimal Number(JsonElement row, string column) => row.GetProperty(column).GetDecimal();
}
