using System.Globalization;
using CsCheck;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Feed.Sets;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Performance;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Tests.Feed.OData;

public sealed class ReadScopeTests(AzuriteFixture azurite)
{
    private static readonly IReadOnlyList<KinerjaRow> Rows =
        [.. ReportingMonth.Range(new ReportingMonth(2023, 11), new ReportingMonth(2025, 2))
            .SelectMany(month => new PerformanceCalculator(ReferenceData.Shipped).Calculate(month, []))
            .Select(row => new KinerjaRow(row, null, ReferenceData.Shipped))];

    private static readonly Gen<string> Day = Gen.Select(Gen.Int[2023, 2025], Gen.Int[1, 12], Gen.OneOf(1, 1, 1, 15))
        .Select((year, month, day) => new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static readonly Gen<string> Code = Gen.OneOf("'53'", "'53.01'", "'53.02'", "'53.71'", "'99.99'", "''");

    private static readonly Gen<int> MonthNumber = Gen.OneOf(
        Gen.Select(Gen.Int[2023, 2025], Gen.Int[0, 14]).Select((year, month) => (year * 100) + month),
        Gen.OneOf(0, 1, 99, 1_12, 9999_12, 9999_13, -202407, int.MaxValue, int.MinValue + 1));

    private static readonly Gen<string> Comparison = Gen.OneOf("eq", "ne", "gt", "ge", "lt", "le");

    private static readonly Gen<string> Condition = Gen.OneOf(
        Gen.Select(Comparison, Day).Select((comparison, day) => $"Bulan {comparison} {day}"),
        Gen.Select(Comparison, Day).Select((comparison, day) => $"{day} {comparison} Bulan"),
        Day.List[0, 3].Select(days => $"Bulan in ({string.Join(',', days)})"),
        Gen.Select(Comparison, Gen.Int[2022, 2026]).Select((comparison, year) => FormattableString.Invariant($"year(Bulan) {comparison} {year}")),
        Gen.Select(Comparison, Gen.Int[2022, 2026]).Select((comparison, year) => FormattableString.Invariant($"{year} {comparison} year(Bulan)")),
        Gen.Select(Comparison, Gen.Int[1, 12]).Select((comparison, month) => FormattableString.Invariant($"month(Bulan) {comparison} {month}")),
        Gen.Select(Comparison, MonthNumber).Select((comparison, month) => FormattableString.Invariant($"BulanAngka {comparison} {month}")),
        Gen.Select(Comparison, MonthNumber).Select((comparison, month) => FormattableString.Invariant($"{month} {comparison} BulanAngka")),
        MonthNumber.List[0, 3].Select(months => FormattableString.Invariant($"BulanAngka in ({string.Join(',', months)})")),
        Gen.Select(Comparison, Gen.Int[2022, 2026]).Select((comparison, year) => FormattableString.Invariant($"Tahun {comparison} {year}")),
        Gen.Select(Comparison, Code).Select((comparison, code) => $"KodeWilayah {comparison} {code}"),
        Code.List[0, 3].Select(codes => $"KodeWilayah in ({string.Join(',', codes)})"),
        Gen.Select(Comparison, Gen.OneOf("'Provinsi'", "'Kabupaten'", "'Kota'", "null")).Select((comparison, level) => $"Tingkat {comparison} {level}"),
        Gen.OneOf("Berjalan", "Bulan eq null", "Bulan ne null", "Realisasi eq null", "contains(NamaWilayah,'Sumba')", "tolower(KodeWilayah) eq '53.01'", "KodeWilayah eq KodeIndikator", "1 eq 1", "1 eq 2"));

    private static readonly Gen<string> Filter = Gen.Recursive<string>((depth, nested) => depth == 4
        ? Condition
        : Gen.Frequency(
            (2, Condition),
            (2, Gen.Select(nested, nested).Select((left, right) => $"({left} and {right})")),
            (2, Gen.Select(nested, nested).Select((left, right) => $"({left} or {right})")),
            (1, nested.Select(inner => $"not ({inner})"))));

    [Fact]
    public async Task Every_row_that_a_filter_lets_through_lies_within_its_scope()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var model = (FeedModel)feed.Services.GetService(typeof(FeedModel))!;

        Filter.Sample(
            filter =>
            {
                var parser = ParserOf(model, filter);
                var clause = parser.ParseFilter();
                var scope = new ScopeReader(model["Kinerja"], parser.ParameterAliasNodes).Read(clause.Expression);
                var months = scope.Months("Bulan", new ReportingMonth(2023, 11), new ReportingMonth(2025, 2)).Select(month => month.FirstDay).ToHashSet();
                var isLetThrough = RowShape.Of(model["Kinerja"], parser.ParameterAliasNodes).Expressions.Condition(clause);
                return Rows.Where(row => isLetThrough(row)).All(row =>
                    months.Contains(row.Bulan)
                    && scope.Allows("KodeWilayah", row.KodeWilayah)
                    && scope.Allows("Tingkat", row.Tingkat)
                    && scope.MonthBounds("Bulan") is var (first, last)
                    && (first is null || first.Value.FirstDay <= row.Bulan)
                    && (last is null || last.Value.FirstDay >= row.Bulan));
            },
            iter: 3_000);
    }

    [Theory]
    [InlineData("Bulan ge 2024-01-01 and Bulan lt 2024-02-01", "2024-01")]
    [InlineData("Bulan gt 2024-01-31 and Bulan le 2024-03-31", "2024-02 2024-03")]
    [InlineData("(Bulan eq 2024-01-01 and KodeWilayah eq '53.01') or (Bulan eq 2024-06-01 and KodeWilayah eq '53.02')", "2024-01 2024-06")]
    [InlineData("year(Bulan) eq 2024 and Bulan ge 2024-11-01", "2024-11 2024-12")]
    [InlineData("BulanAngka ge 202401 and BulanAngka lt 202402", "2024-01")]
    [InlineData("BulanAngka gt 202312 and 202402 ge BulanAngka", "2024-01 2024-02")]
    [InlineData("BulanAngka gt 202411 and BulanAngka lt 202500", "2024-12")]
    [InlineData("BulanAngka in (202403,202413,202501)", "2024-03 2025-01")]
    [InlineData("Tahun eq 2024 and BulanAngka ge @awal&@awal=202411", "2024-11 2024-12")]
    [InlineData("Bulan in (2024-02-01,2024-05-01) and Bulan gt 2024-03-01", "2024-05")]
    public async Task A_filter_narrows_the_months_that_are_read(string filter, string expected)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var model = (FeedModel)feed.Services.GetService(typeof(FeedModel))!;
        var parser = ParserOf(model, filter);

        var scope = new ScopeReader(model["Kinerja"], parser.ParameterAliasNodes).Read(parser.ParseFilter().Expression);

        Assert.Equal(expected, string.Join(' ', scope.Months("Bulan", new ReportingMonth(2023, 1), new ReportingMonth(2026, 12))));
    }

    private static ODataQueryOptionParser ParserOf(FeedModel model, string filter) => new(
        model.Edm,
        new ODataUriParser(model.Edm, new Uri("Kinerja", UriKind.Relative)).ParsePath(),
        $"$filter={filter}".Split('&').Select(option => option.Split('=', 2)).ToDictionary(option => option[0], option => option[1]))
    {
        Resolver = model.Resolver,
    };
}
