using System.Runtime.CompilerServices;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Feed.Sets;

/// <summary>
/// Reads performance month by month: from the release in force, or, while a month has none, computed from the reports that stand by
/// the same code that computes releases.
/// </summary>
internal sealed class PerformanceReader(StandingReports reports, ReleaseStore releases, ReleasedRows released, SharedReads shared, KeptInMemory memory)
{
    /// <summary>The most months that are read side by side.</summary>
    private const int LargestStride = 8;

    /// <summary>The months asked for, ascending, each with at least the rows asked for.</summary>
    /// <param name="reading">The request. Its first page fixes the releases that the walk is read from.</param>
    /// <param name="scope">The months and regions that it needs.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    public async IAsyncEnumerable<MonthPerformance> ReadAsync(
        FeedReading reading, PerformanceScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (scope.IsEmpty)
        {
            yield break;
        }

        var inForce = await InForceAsync(reading, scope, cancellation);
        var calculator = new PerformanceCalculator(reading.Reference);
        var hasProvince = scope.Regions.Any(IsProvince);
        var regions = hasProvince ? "" : string.Join(' ', scope.Regions);
        var behind = scope.Months.Where(month => reading.Releases!.Of(month) is null).SelectMany(calculator.MonthsBehind).Order().ToList();
        var standing = behind.Count == 0 ? null : reports.Of(hasProvince || scope.Regions.Count > PerformanceScope.FewRegions ? null : scope.Regions, behind[0], behind[^1]);

        // A reader who stops after a month has asked for little, one who goes on wants the next ones soon.
        for (var (start, stride) = (0, 1); start < scope.Months.Count; start += stride, stride = Math.Min(stride * 2, LargestStride))
        {
            var months = scope.Months.Skip(start).Take(stride);
            foreach (var month in await Task.WhenAll(months.Select(month => ReadMonthAsync(month))))
            {
                yield return month;
            }
        }

        async Task<MonthPerformance> ReadMonthAsync(ReportingMonth month) => await ReleaseOfAsync(month) is { } release
            ? await released.ReadAsync(release, scope.Regions, cancellation)
            : await OpenMonthAsync(month).WaitAsync(cancellation);

        // Computed once for all who ask for the same, and again when a report has come.
        async Task<MonthPerformance> OpenMonthAsync(ReportingMonth month)
        {
            var parts = await Task.WhenAll(calculator.MonthsBehind(month).Select(standing!.OfAsync));
            var made = new OpenMonth(month, regions, reading.Reference, [.. parts.SelectMany(part => part)]);
            return memory.TryGet<KeptOpenMonth>((month, regions), out var kept) && kept.MadeOf.Equals(made)
                ? kept.Performance
                : await shared.GetAsync(made, () => Task.FromResult(Compute(made)), CancellationToken.None);
        }

        MonthPerformance Compute(OpenMonth made)
        {
            var current = made.Parts.SelectMany(part => part.Reports).ToList();
            IReadOnlyList<PerformanceRow> rows = hasProvince
                ? calculator.Calculate(made.Month, current)
                : [.. scope.Regions.SelectMany(region => calculator.CalculateRegion(region, made.Month, current))];
            var computed = new MonthPerformance(made.Month, null, rows);
            memory.Set((made.Month, made.Regions), new KeptOpenMonth(made, computed), computed.Size);
            return computed;
        }

        async Task<Release?> ReleaseOfAsync(ReportingMonth month) => inForce.TryGetValue(month, out var found)
            ? found
            : reading.Releases!.Of(month) is { } number
                // Releases never go away, so that a token that names another was not given out here.
                ? await releases.FindAsync(month, number, cancellation) ?? throw SkipToken.Unknown()
                : null;
    }

    private static bool IsProvince(RegionCode region) => region.IsProvince;

    /// <summary>On a walk's first page the releases in force, which the walk is then tied to; on a later page nothing, they are known by number.</summary>
    private async Task<IReadOnlyDictionary<ReportingMonth, Release?>> InForceAsync(FeedReading reading, PerformanceScope scope, CancellationToken cancellation)
    {
        var found = new Dictionary<ReportingMonth, Release?>();
        if (reading.Releases is not null)
        {
            return found;
        }

        var (first, last) = (scope.Months[0], scope.Months[^1]);
        foreach (var release in await shared.GetAsync(("in force", first, last), () => ReadInForceAsync(first, last), cancellation))
        {
            found[release.Month] = release;
        }

        var months = ReportingMonth.Range(first, last).ToList();
        reading.Releases = new ReleaseNumbers(first, [.. months.Select(month => found.GetValueOrDefault(month)?.Number ?? 0)]);
        return found;
    }

    private async Task<IReadOnlyList<Release>> ReadInForceAsync(ReportingMonth first, ReportingMonth last) => first == last
        ? [.. new[] { await releases.InForceAsync(first, CancellationToken.None) }.OfType<Release>()]
        : await releases.InForceAsync(first, last, CancellationToken.None);

    /// <summary>What an open month is computed of; the same only where every part is the same object.</summary>
    private sealed class OpenMonth(ReportingMonth month, string regions, ReferenceData reference, IReadOnlyList<MonthReports> parts) : IEquatable<OpenMonth>
    {
        public ReportingMonth Month { get; } = month;

        public string Regions { get; } = regions;

        public IReadOnlyList<MonthReports> Parts { get; } = parts;

        private ReferenceData Reference { get; } = reference;

        public bool Equals(OpenMonth? other) => other is not null
            && Month == other.Month
            && Regions == other.Regions
            && ReferenceEquals(Reference, other.Reference)
            && Parts.SequenceEqual(other.Parts);

        public override bool Equals(object? obj) => Equals(obj as OpenMonth);

        public override int GetHashCode() => HashCode.Combine(Month, Regions);
    }

    private sealed record KeptOpenMonth(OpenMonth MadeOf, MonthPerformance Performance);
}

/// <summary>Which months and regions a request needs, among those that there are.</summary>
/// <param name="Months">The months, ascending.</param>
/// <param name="Regions">The regions; the province may be among them.</param>
internal sealed record PerformanceScope(IReadOnlyList<ReportingMonth> Months, IReadOnlyList<RegionCode> Regions)
{
    /// <summary>Up to so many regions are read one by one; for more, a month's whole partition costs less.</summary>
    public const int FewRegions = 3;

    /// <summary>Whether there can be a row at all.</summary>
    public bool IsEmpty => Months.Count == 0 || Regions.Count == 0;

    /// <summary>The scope of a set with a row for each month.</summary>
    public static PerformanceScope Of(FeedReading reading) => new(
        [.. reading.Scope.Months(nameof(CapaianRow.Bulan), reading.Reference.FirstMonth, reading.CurrentMonth)],
        RegionsOf(reading));

    /// <summary>The regions that rows asked for can belong to.</summary>
    public static IReadOnlyList<RegionCode> RegionsOf(FeedReading reading) =>
    [
        .. reading.Reference.Regions.All
            .Where(region => reading.Scope.Allows(nameof(CapaianRow.KodeWilayah), region.Code.Value)
                && reading.Scope.Allows(nameof(CapaianRow.NamaWilayah), region.FullName)
                && reading.Scope.Allows(nameof(CapaianRow.Tingkat), region.Level.ToString()))
            .Select(region => region.Code),
    ];
}
