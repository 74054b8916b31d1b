using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Costs;

/// <summary>
/// What the sample year asks of storage: the files in the order in which they were sent, the timers at the times at which they have
/// something to do, as LocalHost replays them. Run on demand; the counts are in <c>docs/performance.md</c>.
/// </summary>
public sealed class SampleYearTests(AzuriteFixture azurite) : IDisposable
{
    private const string Collecting = "CollectSharedFolder";
    private const string Ingesting = "IngestSubmission";
    private const string Closing = "ConsolidateMonth";
    private const string Reminding = "RemindOffices";

    private static readonly TimeSpan CollectInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CloseAt = TimeSpan.FromHours(22);
    private static readonly TimeSpan RemindAt = TimeSpan.FromHours(23);

    private readonly TemporaryFolder _shared = new();
    private readonly CountedRequests _requests = new();
    private readonly Dictionary<string, int> _runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ingested = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _shared.Dispose();

    [Fact(Explicit = true)]
    public async Task Requests_of_the_year_by_function_and_kind()
    {
        var deliveries = ReadDeliveries();
        var clock = new FakeTimeProvider(deliveries[0].SentAt.AddDays(-1).ToUniversalTime());
        await using var app = await App.CreateAsync(azurite, clock, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Renstra:Intake:SharedFolder"] = _shared.Path,
                ["Renstra:Intake:Watching"] = "00:00:00",
            });
            _requests.Install(builder);
        });

        await ReplayAsync(app, clock, deliveries);

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{_requests.Total} requests");
        foreach (var (function, runs) in _runs)
        {
            var kinds = _requests.Of(function).ToList();
            var total = kinds.Sum(kind => int.Parse(kind.AsSpan(0, 6), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{function}: {runs} runs, {total} requests, {(decimal)total / runs:0.0} each"));
            kinds.ForEach(output.WriteLine);
        }
    }

    private async Task ReplayAsync(App app, FakeTimeProvider clock, IReadOnlyList<Delivery> deliveries)
    {
        var lastTimer = clock.GetUtcNow();
        var hasNews = false;
        foreach (var moment in deliveries.GroupBy(delivery => NextCollection(delivery.SentAt)))
        {
            await RunTimersUntilAsync(moment.Key);
            foreach (var delivery in moment)
            {
                Drop(delivery);
            }

            clock.AdjustTime(moment.Key);
            await CollectAsync(app);
            await IngestAsync(app);
            hasNews = true;
        }

        await RunTimersUntilAsync(clock.GetUtcNow().AddDays(1));
        clock.AdjustTime(clock.GetUtcNow() + CollectInterval);
        await CollectAsync(app);

        async Task RunTimersUntilAsync(DateTimeOffset instant)
        {
            for (var due = NextTimer(lastTimer); due <= instant; due = NextTimer(due))
            {
                lastTimer = due;
                if (due.TimeOfDay == RemindAt && IsReminderDay(due))
                {
                    clock.AdjustTime(due);
                    await RunAsync(Reminding, () => app.Services.GetRequiredService<RemindOffices>().RunAsync(Cancellation));
                    if (due + CollectInterval <= instant)
                    {
                        clock.AdjustTime(due + CollectInterval);
                        await CollectAsync(app);
                    }
                }
                else if (due.TimeOfDay == CloseAt && (hasNews || ClosesAMonth(due)))
                {
                    clock.AdjustTime(due);
                    await RunAsync(Closing, () => app.Services.GetRequiredService<ConsolidateMonth>().RunAsync(Cancellation));
                    hasNews = false;
                }
            }
        }
    }

    private Task CollectAsync(App app) => RunAsync(Collecting, () => app.Services.GetRequiredService<CollectSharedFolder>().RunAsync(Cancellation));

    /// <summary>Does what the host's trigger does.</summary>
    private async Task IngestAsync(App app)
    {
        await foreach (var blob in app.Account.Blobs().GetBlobContainerClient("kiriman").GetBlobsAsync(cancellationToken: Cancellation))
        {
            if (_ingested.Add(blob.Name))
            {
                await RunAsync(Ingesting, () => app.Services.GetRequiredService<IngestSubmission>().RunAsync(blob.Name, Cancellation));
            }
        }
    }

    private async Task RunAsync(string function, Func<Task> run)
    {
        _runs[function] = _runs.GetValueOrDefault(function) + 1;
        await _requests.CountAsync(function, run);
    }

    private void Drop(Delivery delivery)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_shared.Path, delivery.Folder));
        var file = Path.Combine(folder.FullName, delivery.FileName);
        File.Copy(RepositoryRoot.PathOf($"sample-data/berkas/{delivery.Folder}/{delivery.FileName}"), file, overwrite: true);
        File.SetLastWriteTimeUtc(file, delivery.SentAt.UtcDateTime);
    }

    private static IReadOnlyList<Delivery> ReadDeliveries()
    {
        using var csv = CsvReader.FromFile(RepositoryRoot.PathOf("sample-data/pengiriman.csv"), new CsvReaderOptions { Separator = ',' });
        var deliveries = new List<Delivery>();
        while (csv.Read())
        {
            deliveries.Add(new Delivery(
                DateTimeOffset.Parse(csv.GetString("DikirimPada"), CultureInfo.InvariantCulture), csv.GetString("Folder"), csv.GetString("Berkas")));
        }

        return deliveries;
    }

    private static DateTimeOffset NextCollection(DateTimeOffset sentAt)
    {
        var settled = sentAt.ToUniversalTime() + TimeSpan.FromSeconds(60);
        var late = settled.Ticks % CollectInterval.Ticks;
        return late == 0 ? settled : settled.AddTicks(CollectInterval.Ticks - late);
    }

    private static DateTimeOffset NextTimer(DateTimeOffset after)
    {
        var day = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero);
        return day + CloseAt > after ? day + CloseAt : day + RemindAt > after ? day + RemindAt : day.AddDays(1) + CloseAt;
    }

    private static bool ClosesAMonth(DateTimeOffset due)
    {
        var closes = ReferenceData.Shipped.Calendar.ClosesAt(Wita.MonthOf(due).AddMonths(-1));
        return closes <= due && closes > due.AddDays(-1);
    }

    private static bool IsReminderDay(DateTimeOffset due)
    {
        var today = DateOnly.FromDateTime(Wita.From(due).DateTime);
        return ReferenceData.Shipped.Calendar.ReminderDay(Wita.MonthOf(due).AddMonths(-1), today) == today;
    }

    private sealed record Delivery(DateTimeOffset SentAt, string Folder, string FileName);
}
