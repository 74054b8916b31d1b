using System.Collections.Concurrent;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Feed.Sets;

/// <summary>
/// The reports that stand, month by month. What was read is kept together with the versions of the rows that it was read from, and
/// read again only when these have changed, which one query of keys tells for all months of a request.
/// </summary>
internal sealed class StandingReports(ReportStore reports, SharedReads shared, KeptInMemory memory)
{
    /// <summary>What a report takes in memory, in bytes: seven indicators with their cells.</summary>
    private const int ReportSize = 3_000;

    /// <summary>The reports of months, as one request sees them.</summary>
    /// <param name="regions">Only those of some regions, each read by itself; all where null.</param>
    /// <param name="first">The first month that may be asked for.</param>
    /// <param name="last">The last one.</param>
    public Reader Of(IReadOnlyList<RegionCode>? regions, ReportingMonth first, ReportingMonth last) => new(this, regions, first, last);

    /// <summary>A request's view of the reports: of each month what is read first.</summary>
    internal sealed class Reader(StandingReports owner, IReadOnlyList<RegionCode>? regions, ReportingMonth first, ReportingMonth last)
    {
        private readonly ConcurrentDictionary<ReportingMonth, Lazy<Task<MonthReports[]>>> _months = new();
        private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<ReportingMonth, string>>>> _versions = new();

        /// <summary>A month's reports: the same objects for as long as they are the same reports.</summary>
        public Task<MonthReports[]> OfAsync(ReportingMonth month) => _months.GetOrAdd(month, each => new(() => regions is null
            ? Task.WhenAll(owner.ReadAsync(each, null, this))
            : Task.WhenAll(regions.Select(region => owner.ReadAsync(each, region, this))))).Value;

        public async Task<string> VersionOfAsync(ReportingMonth month, RegionCode? region)
        {
            var versions = await _versions.GetOrAdd(region?.Value ?? "", _ => new(() => owner.VersionsAsync(first, last, region))).Value;
            return versions.GetValueOrDefault(month, MonthReports.NoVersion);
        }
    }

    private Task<IReadOnlyDictionary<ReportingMonth, string>> VersionsAsync(ReportingMonth first, ReportingMonth last, RegionCode? region) =>
        shared.GetAsync(("versions", region, first, last), () => reports.VersionsAsync(first, last, region, CancellationToken.None), CancellationToken.None);

    private async Task<MonthReports> ReadAsync(ReportingMonth month, RegionCode? region, Reader reader)
    {
        var key = ("standing", month, region);
        if (shared.TryGet<MonthReports>(key, out var fresh))
        {
            return fresh;
        }

        if (memory.TryGet<MonthReports>(key, out var kept) && kept.Version == await reader.VersionOfAsync(month, region))
        {
            return kept;
        }

        return await shared.GetAsync(key, ReadMonthAsync, CancellationToken.None);

        async Task<MonthReports> ReadMonthAsync()
        {
            var (version, read) = await reports.CurrentWithVersionAsync(month, region, CancellationToken.None);
            if (kept?.Version == version)
            {
                return kept;
            }

            var standing = new MonthReports(version, [.. read.Select(report => report.ToCurrent())]);
            memory.Set(key, standing, (long)ReportSize * (standing.Reports.Count + 1));
            return standing;
        }
    }
}

/// <summary>A month's reports that stand.</summary>
/// <param name="version">The version of the rows that they were read from.</param>
/// <param name="reports">The reports.</param>
internal sealed class MonthReports(string version, IReadOnlyList<CurrentReport> reports)
{
    /// <summary>The version of no rows.</summary>
    public const string NoVersion = "";

    public string Version { get; } = version;

    public IReadOnlyList<CurrentReport> Reports { get; } = reports;
}
