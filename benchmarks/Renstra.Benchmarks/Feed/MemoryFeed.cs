using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Renstra.Functions;
using Renstra.Functions.Feed;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.Sets;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Benchmarks.Feed;

/// <summary>Rows of <c>Kinerja</c> in memory, by month.</summary>
internal static class MemoryRows
{
    /// <summary>At least so many rows, whole months of them.</summary>
    public static IReadOnlyList<IReadOnlyList<object>> Make(int least)
    {
        var reference = ReferenceData.Shipped;
        var scales = new[] { "Sangat Berhasil", "Berhasil", "Cukup Berhasil", "Belum Berhasil" };
        var random = new Random(1);
        var months = new List<IReadOnlyList<object>>();
        for (var (month, rows) = (new ReportingMonth(2024, 1), 0); rows < least; month = month.AddMonths(1))
        {
            var release = new Release(month, 1, "000000000001", Wita.At(month.AddMonths(1).FirstDay.AddDays(10), new TimeOnly(6, 0)), "v", "v", 1, 22, 22, []);
            var of = new List<object>();
            foreach (var region in reference.Regions.All.OrderBy(region => region.Code.Value, StringComparer.Ordinal))
            {
                foreach (var indicator in reference.Indicators.All.Take(7).OrderBy(indicator => indicator.Code.Value, StringComparer.Ordinal))
                {
                    var submission = SubmissionId.Of(Wita.At(month.AddMonths(1).FirstDay.AddDays(4), new TimeOnly(10, 0)), $"{random.NextInt64():x16}".PadRight(64, '0'));
                    of.Add(new KinerjaRow(
                        new PerformanceRow
                        {
                            Region = region.Code,
                            Month = month,
                            Indicator = indicator.Code,
                            MonthNumerator = random.Next(1_000),
                            MonthDenominator = random.Next(1_000, 3_000),
                            MonthRealisation = random.Next(10_000) / 100m,
                            Numerator = random.Next(10_000),
                            Denominator = random.Next(10_000, 30_000),
                            Realisation = random.Next(10_000) / 100m,
                            Target = 65.5m,
                            Achievement = random.Next(15_000) / 100m,
                            Category = new Category("80/70/55", random.Next(4) + 1, scales[random.Next(4)], 55m, ""),
                            IsRunning = month.Month < 12,
                            IsReported = true,
                            DataMonth = month,
                            IsComplete = true,
                            Submission = submission,
                            ChangedAt = submission.SubmittedAt,
                        },
                        release,
                        reference));
                }
            }

            rows += of.Count;
            months.Add(of);
        }

        return months;
    }

    /// <summary>The same rows as the stock app has them.</summary>
    public static IReadOnlyList<StockRow> ForStock(IReadOnlyList<IReadOnlyList<object>> months)
    {
        var pairs = typeof(StockRow).GetProperties().Select(to => (To: to, From: typeof(KinerjaRow).GetProperty(to.Name)!)).ToList();
        return [.. months.SelectMany(month => month).Select(row =>
        {
            var copy = new StockRow();
            pairs.ForEach(pair => pair.To.SetValue(copy, pair.From.GetValue(row)));
            return copy;
        })];
    }
}

/// <summary>The feed as it ships, but that <c>Kinerja</c> is rows in memory and storage is replayed.</summary>
internal static class MemoryFeed
{
    public const string Key = "kunci";

    public static WebApplication Build(Func<IServiceProvider, FeedSet>? set, ReplayedStorage storage, IServer? server, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.Connection] = "UseDevelopmentStorage=true",
            ["Renstra:Feed:KeyHashes:0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.AddRenstra();
        builder.Services.PostConfigureAll<TableClientOptions>(options => options.Transport = storage);
        builder.Services.PostConfigureAll<BlobClientOptions>(options => options.Transport = storage);
        if (set is not null)
        {
            builder.Services.RemoveAll<FeedSet>();
            builder.Services.AddSingleton(set);
        }

        if (server is not null)
        {
            builder.Services.AddSingleton(server);
        }

        var app = builder.Build();
        app.Map("/odata/{**path}", app.Services.GetRequiredService<FeedHandler>().InvokeAsync);
        return app;
    }
}

/// <summary>Rows in memory as a set of the feed.</summary>
internal sealed class MemorySet(IReadOnlyList<IReadOnlyList<object>> months) : FeedSet(
    "Kinerja",
    "Capaian",
    typeof(KinerjaRow),
    nameof(KinerjaRow.Bulan),
    nameof(KinerjaRow.KodeWilayah),
    nameof(KinerjaRow.KodeIndikator))
{
    public override async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var month in months.Where(month => reading.Scope.Allows(nameof(KinerjaRow.Bulan), ((KinerjaRow)month[0]).Bulan)))
        {
            yield return month;
        }
    }
}
