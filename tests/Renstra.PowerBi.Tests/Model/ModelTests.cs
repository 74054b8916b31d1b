using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Model;

public sealed class ModelTests
{
    private static readonly SemanticModel Model = SemanticModel.Current;

    private static readonly string[] Facts =
        ["Kinerja", "KinerjaPeriode", "KepatuhanLaporan", "LaporanMasuk", "CatatanVerifikasi", "DataRealisasi", "PerubahanPenetapan"];

    private static readonly string[] Dimensions = ["Kalender", "Wilayah", "Indikator", "SkalaKategori"];

    [Fact]
    public void There_are_the_facts_and_dimensions_of_a_star_and_the_state_of_the_data() => Assert.Equal(
        Facts.Concat(Dimensions).Append("StatusData").Order(StringComparer.Ordinal),
        Model.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_table_is_referred_to_and_no_reference_dangles()
    {
        var referenced = Model.References.Where(each => each.Kind.StartsWith("ref ", StringComparison.Ordinal))
            .Select(each => $"{each.Kind["ref ".Length..]} {each.Name}");
        var defined = Model.Tables.Select(table => $"table {table.Name}").Append("cultureInfo id-ID");

        Assert.Equal(defined.Order(StringComparer.Ordinal), referenced.Order(StringComparer.Ordinal));
        Assert.All(Model.Files.Where(file => file.Key.StartsWith("tables/", StringComparison.Ordinal)), file => Assert.Equal($"tables/{file.Value.Single().Name}.tmdl", file.Key));
    }

    [Fact]
    public void Files_are_plain_utf8()
    {
        Assert.All(ProjectFolder.Files("*"), file => Assert.NotEqual(0xEF, File.ReadAllBytes(file)[0]));
        Assert.All(ProjectFolder.Files("*.tmdl"), file => Assert.DoesNotContain("\r", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Lineage_tags_are_identifiers_and_unique()
    {
        var tagged = Model.Files.Values.SelectMany(file => file).SelectMany(each => each.Everything())
            .Where(each => each.Kind is "table" or "column" or "measure" or "expression" or "hierarchy" or "level").ToList();
        var tags = tagged.Select(each => each["lineageTag"]).ToList();

        Assert.All(tags, tag => Assert.True(Guid.TryParse(tag, out _), $"{tag} is not an identifier"));
        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Names_are_unique_and_a_measure_is_not_called_like_a_column_of_its_table()
    {
        foreach (var table in Model.Tables)
        {
            var names = table.Children.Where(child => child.Kind is "column" or "measure" or "hierarchy").Select(child => child.Name).ToList();
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        Assert.Equal(Model.Measures.Count, Model.Measures.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(Model.Measures.Keys.Intersect(Model.Tables.Select(table => table.Name), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_column_is_one_of_the_feed_with_a_fitting_type()
    {
        foreach (var field in Model.Columns.Values.Where(field => !IsAdded(field)))
        {
            var set = FeedMetadata.Sets[field.Table];
            Assert.True(set.TryGetValue(field.Definition["sourceColumn"]!, out var type), $"{field.Address} is not in the feed");
            Assert.Equal(FittingType(type), field.Definition["dataType"]);
            Assert.Equal(field.Name, field.Definition["sourceColumn"]);
        }
    }

    [Fact]
    public void Only_when_data_were_loaded_and_where_a_tile_lies_is_not_from_the_feed() =>
        Assert.Equal(["StatusData.DimuatPada", "Wilayah.BarisPeta", "Wilayah.KolomPeta"], Model.Columns.Values.Where(IsAdded).Select(field => field.Address).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_seen_is_described_and_in_a_folder()
    {
        Assert.All(Model.Tables, table => Assert.NotEqual("", table.Description));
        Assert.All(Model.Expressions, expression => Assert.NotEqual("", expression.Description));
        Assert.All(Model.Columns.Values.Concat(Model.Measures.Values), field => Assert.EndsWith(".", field.Definition.Description, StringComparison.Ordinal));
        Assert.All(Model.Columns.Values.Concat(Model.Measures.Values).Where(field => !field.IsHidden), field => Assert.NotNull(field.Definition["displayFolder"]));
    }

    [Fact]
    public void No_number_is_added_up_by_itself()
    {
        Assert.Equal("true", Model.Model["discourageImplicitMeasures"]);
        Assert.All(Model.Columns.Values, field => Assert.Equal("none", field.Definition["summarizeBy"]));
        Assert.Contains(Model.References, each => each is { Kind: "annotation", Name: "__PBI_TimeIntelligenceEnabled", Expression: "0" });
    }

    [Fact]
    public void Language_and_level_are_set()
    {
        Assert.Equal("id-ID", Model.Model["culture"]);
        Assert.Equal("1601", Model.Files["database.tmdl"].Single()["compatibilityLevel"]);
    }

    [Fact]
    public void Relationships_join_columns_that_exist_and_hidden_keys_to_keys_that_are_unique()
    {
        var keys = FeedKeys();
        Assert.All(Model.Relationships, relationship =>
        {
            var (from, to) = (Model.Columns[relationship["fromColumn"]!], Model.Columns[relationship["toColumn"]!]);
            Assert.Equal(to.Definition["dataType"], from.Definition["dataType"]);
            Assert.True(to.Definition["isKey"] == "true" && keys.Contains(to.Address), $"{to.Address} is not a key");
            Assert.True(from.IsHidden || from.Table == "DataRealisasi", $"{from.Address} should be hidden");
            Assert.Null(relationship["crossFilteringBehavior"]);
        });
    }

    [Fact]
    public void Filters_reach_no_table_on_two_ways()
    {
        var active = Model.Relationships.Where(relationship => relationship["isActive"] != "false")
            .Select(relationship => (From: relationship["toColumn"]!.Split('.')[0], To: relationship["fromColumn"]!.Split('.')[0])).ToList();

        // Every active way through the model, table by table: two of them between the same two tables are ambiguous.
        foreach (var start in Model.Tables.Select(table => table.Name))
        {
            var reached = new List<string>();
            var open = new Stack<string>([start]);
            while (open.TryPop(out var at))
            {
                foreach (var (_, to) in active.Where(way => way.From == at))
                {
                    reached.Add(to);
                    open.Push(to);
                }
            }

            Assert.Equal(reached.Count, reached.Distinct(StringComparer.Ordinal).Count());
        }

        // Which months and regions a figure comes from is for its measure to say, so only the indicator filters its cells.
        Assert.All(Facts, fact => Assert.Equal(fact != "DataRealisasi", active.Contains(("Wilayah", fact)) && active.Contains(("Kalender", fact))));
    }

    [Fact]
    public void Columns_are_sorted_by_columns_that_exist()
    {
        var sorted = Model.Columns.Values.Where(field => field.Definition["sortByColumn"] is not null).ToList();

        Assert.All(sorted, field => Assert.Contains($"{field.Table}.{field.Definition["sortByColumn"]}", Model.Columns.Keys));
        Assert.Equal("UrutanKategori", Model.Columns["SkalaKategori.Kategori"].Definition["sortByColumn"]);
        Assert.Equal("BulanAngka", Model.Columns["Kalender.BulanTahun"].Definition["sortByColumn"]);
    }

    [Fact]
    public void The_calendar_is_marked_as_the_date_table()
    {
        var calendar = Model.Tables.Single(table => table.Name == "Kalender");

        Assert.Equal("Time", calendar["dataCategory"]);
        Assert.Equal("Bulan", calendar.All("column").Single(column => column["isKey"] == "true").Name);
        Assert.All(calendar.All("hierarchy").Single().All("level"), level => Assert.Contains($"Kalender.{level["column"]}", Model.Columns.Keys));
    }

    [Fact]
    public void Months_are_loaded_by_partitions_that_read_what_the_table_reads()
    {
        var monthly = FeedMetadata.Sets.Where(set => set.Value.ContainsKey("BulanAngka") && Facts.Contains(set.Key)).Select(set => set.Key);
        var partitioned = Model.Tables.Where(table => table.All("refreshPolicy").Any()).ToList();

        Assert.Equal(monthly.Order(StringComparer.Ordinal), partitioned.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(partitioned, table => Assert.Equal(table.All("partition").Single()["source"], table.All("refreshPolicy").Single()["sourceExpression"]));
        Assert.All(Model.Tables, table => Assert.Equal("m", table.All("partition").Single().Expression));
    }

    private static bool IsAdded(Field field) => !FeedMetadata.Sets[field.Table].ContainsKey(field.Name);

    private static string FittingType(string type) => type switch
    {
        "Edm.String" => "string",
        "Edm.Int32" or "Edm.Int64" => "int64",
        "Edm.Decimal" => "double",
        "Edm.Boolean" => "boolean",
        "Edm.Date" or "Edm.DateTimeOffset" => "dateTime",
        _ => throw new InvalidOperationException($"The feed has a type that the model does not: {type}"),
    };

    // Within the rows that the model loads: of the scales, the one in use.
    private static HashSet<string> FeedKeys() =>
        ["Kalender.Bulan", "Wilayah.KodeWilayah", "Indikator.KodeIndikator", "SkalaKategori.UrutanKategori"];
}
