using System.Text.Json;
using Renstra.Functions.Tests.Feed;
using Renstra.PowerBi.Tests.Model;
using Renstra.Testing;
using Renstra.Testing.Azurite;
using Renstra.Testing.PowerBi;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Renstra.PowerBi.Tests.PowerQuery;

public sealed class QueryTests(AzuriteFixture azurite)
{
    private static readonly SemanticModel Model = SemanticModel.Current;

    private static readonly Dictionary<string, DateOnly> August = new(StringComparer.Ordinal)
    {
        ["RangeStart"] = new DateOnly(2024, 8, 1),
        ["RangeEnd"] = new DateOnly(2024, 9, 1),
    };

    private static readonly Lazy<Task<JsonElement>> Parsed = new(() => NodeChecks.ParseAsync(Model.Queries()));

    [Fact]
    public async Task Every_expression_is_m()
    {
        var parsed = await Parsed.Value;

        Assert.Equal(Model.Queries().Count, parsed.EnumerateObject().Count());
        Assert.All(parsed.EnumerateObject(), expression => Assert.False(expression.Value.TryGetProperty("error", out var error), $"{expression.Name}: {error}"));
    }

    [Fact]
    public async Task What_the_page_about_the_feed_shows_is_m()
    {
        var blocks = GoldenFile.Read("docs/feed.md").Split("```m\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToList();

        var parsed = await NodeChecks.ParseAsync(blocks.ToDictionary(block => block, block => block, StringComparer.Ordinal));

        Assert.Equal(3, blocks.Count);
        Assert.All(parsed.EnumerateObject(), block => Assert.False(block.Value.TryGetProperty("error", out var error), $"{block.Name}: {error}"));
    }

    [Fact]
    public async Task What_is_not_m_is_found()
    {
        var parsed = await NodeChecks.ParseAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "let S = 1, in S" });

        Assert.True(parsed.GetProperty("a").TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Every_table_asks_for_its_own_set_and_for_the_columns_that_it_has()
    {
        var queries = await TableQueriesAsync();

        Assert.All(Model.Tables, table =>
        {
            var query = queries[table.Name];
            Assert.Equal(table.Name, query.Set);
            Assert.Equal(table.All("column").Select(column => column.Name).Where(FeedMetadata.Sets[table.Name].ContainsKey), query.Columns);
        });
    }

    [Fact]
    public async Task After_folding_only_times_are_moved_to_the_offices_clock_and_columns_added()
    {
        var queries = await TableQueriesAsync();

        Assert.All(queries.Values, query => Assert.All(
            query.Afterwards, step => Assert.True(step is "WaktuWita" || (step is "Table.AddColumn" && query.Set is "Wilayah" or "StatusData"), step)));
        Assert.All(queries.Values, query => Assert.Equal(
            query.Columns.Any(column => FeedMetadata.Sets[query.Set][column] == "Edm.DateTimeOffset"), query.Afterwards.Contains("WaktuWita")));
    }

    [Fact]
    public async Task Every_region_has_a_tile_and_no_two_lie_on_one_another()
    {
        var parsed = await Parsed.Value;
        var tiles = parsed.GetProperty("PetaUbin").GetProperty("tree").GetProperty("record").EnumerateObject()
            .ToDictionary(tile => tile.Name[2..^1], tile => (Row: Item(tile.Value, 0), Column: Item(tile.Value, 1)), StringComparer.Ordinal);

        var regions = ReferenceData.Shipped.Regions.Reporting.Select(region => region.Code.Value);
        Assert.Equal(regions.Order(StringComparer.Ordinal), tiles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(tiles.Count, tiles.Values.Distinct().Count());

        static int Item(JsonElement tile, int index) => tile.GetProperty("list")[index].GetProperty("value").GetInt32();
    }

    [Fact]
    public async Task The_address_the_way_of_the_key_and_the_range_are_parameters()
    {
        var parsed = await Parsed.Value;

        Assert.All(new[] { ("AlamatUmpan", "Text"), ("CaraKunci", "Text"), ("RangeStart", "DateTime"), ("RangeEnd", "DateTime") }, parameter =>
        {
            var meta = parsed.GetProperty(parameter.Item1).GetProperty("tree").GetProperty("meta").GetProperty("record");
            Assert.True(meta.GetProperty("IsParameterQuery").GetProperty("value").GetBoolean());
            Assert.Equal(parameter.Item2, meta.GetProperty("Type").GetProperty("value").GetString());
        });
        Assert.Equal("#datetime", parsed.GetProperty("RangeStart").GetProperty("tree").GetProperty("call").GetString());
        Assert.Single(Model.Queries(), query => query.Value.Contains("OData.Feed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Partitions_fold_to_months_that_do_not_overlap()
    {
        var queries = await TableQueriesAsync();
        var constants = await ConstantsAsync(August);

        Assert.StartsWith(
            "Kinerja?$filter=BulanAngka ge 202408 and BulanAngka lt 202409&$select=Bulan,KodeWilayah,",
            queries["Kinerja"].Request(constants),
            StringComparison.Ordinal);
        Assert.All(Model.Tables.Where(table => table.All("refreshPolicy").Any()), table =>
            Assert.Contains("$filter=BulanAngka ge 202408 and BulanAngka lt 202409&", queries[table.Name].Request(constants), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_answers_every_request_with_the_columns_asked_for_and_the_months_of_the_partition()
    {
        await using var app = await FeedApp.StartAsync(azurite);
        app.Clock.SetUtcNow(Wita.At(new DateOnly(2024, 10, 15), new TimeOnly(9, 0)));
        foreach (var month in new[] { "2024-07", "2024-08", "2024-09" })
        {
            await app.Data.ReportAsync("53.02", month, 10);
        }

        var constants = await ConstantsAsync(August);
        foreach (var query in (await TableQueriesAsync()).Values)
        {
            // An absent column of a row is a null one: Power Query asks for it so.
            using var request = PowerQueryRequest.Of(query.Request(constants));
            request.Headers.TryAddWithoutValidation("Prefer", "odata.omit-values=nulls");
            request.Headers.AcceptEncoding.Clear();
            using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var rows = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
                .GetProperty("value").EnumerateArray().ToList();
            Assert.All(rows, row => Assert.Empty(row.EnumerateObject().Select(column => column.Name).Except(query.Columns)));
            if (query.Filters.Count > 0 && query.Columns.Contains("Bulan"))
            {
                Assert.All(rows, row => Assert.Equal("2024-08-01", row.GetProperty("Bulan").GetString()));
            }
        }

        var kinerja = await app.RowsAsync((await TableQueriesAsync())["Kinerja"].Request(constants));
        Assert.Contains(
            kinerja, row => row.GetProperty("KodeWilayah").GetString() == "53.02" && row.GetProperty("Realisasi").ValueKind == JsonValueKind.Number);
    }

    private static async Task<Dictionary<string, TableQuery>> TableQueriesAsync()
    {
        var parsed = await Parsed.Value;
        return Model.Tables.ToDictionary(
            table => table.Name, table => TableQuery.Of(parsed.GetProperty(table.Name).GetProperty("tree")), StringComparer.Ordinal);
    }

    private static async Task<Constants> ConstantsAsync(IReadOnlyDictionary<string, DateOnly> range) => new(await Parsed.Value, range);
}
