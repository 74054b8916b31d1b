using Renstra.Testing.PowerBi;


namespace Renstra.PowerBi.Tests.Report;

public sealed class ReportTests
{
    /// <summary>Desktop's canvas for phones.</summary>
    private const decimal PhoneWidth = 324;

    /// <summary>The roles that fields can have in each kind of visual: a field in another one is not shown at all.</summary>
    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["cardVisual"] = ["Data"],
        ["tableEx"] = ["Values"],
        ["pivotTable"] = ["Rows", "Columns", "Values"],
        ["slicer"] = ["Values"],
        ["lineChart"] = ["Category", "Y"],
        ["columnChart"] = ["Category", "Series", "Y"],
        ["clusteredBarChart"] = ["Category", "Y"],
        ["textbox"] = [],
        ["actionButton"] = [],
    };

    private static readonly SemanticModel Model = SemanticModel.Current;

    [Fact]
    public void There_are_the_pages_that_are_asked_for_in_their_order() =>
        Assert.Equal(
            ["ringkasan", "wilayah", "tren", "kepatuhan", "kualitas", "asalAngka", "keteranganAngka"],
            ReportFiles.Order.GetProperty("pageOrder").EnumerateArray().Select(page => page.GetString()!));

    [Fact]
    public void Folders_are_called_like_what_is_in_them()
    {
        Assert.Equal(ReportFiles.All.Count, ReportFiles.Order.GetProperty("pageOrder").GetArrayLength());
        Assert.All(ReportFiles.All, page =>
        {
            Assert.Equal(page.Folder, page.Name);
            Assert.All(page.Visuals, visual => Assert.Equal(visual.Folder, visual.Name));
            Assert.All(page.Visuals, visual => Assert.InRange(visual.Name.Length, 1, 50));
        });
    }

    [Fact]
    public void No_visual_lies_off_its_page_or_on_another() =>
        Assert.All(ReportFiles.All, page => Lies(page.Size, [.. page.Visuals.Select(visual => (visual.Name, visual.Place))]));

    [Fact]
    public void The_first_page_has_a_layout_for_phones()
    {
        var first = ReportFiles.All.Single(page => page.Name == "ringkasan");

        Assert.All(first.Visuals, visual => Assert.NotNull(visual.PlaceOnPhone));
        var placed = first.Visuals.Select(visual => (visual.Name, Place: visual.PlaceOnPhone!.Value)).ToList();
        Lies(new Box(0, 0, PhoneWidth, placed.Max(visual => visual.Place.Y + visual.Place.Height)), placed);
    }

    [Fact]
    public void Every_visual_says_what_it_shows_and_has_its_turn_on_the_keyboard() => Assert.All(ReportFiles.All, page =>
    {
        Assert.All(page.Visuals, visual => Assert.True(visual.AltText?.Length > 20, $"{page.Name}/{visual.Name}"));
        Assert.Equal(page.Visuals.Count, page.Visuals.Select(visual => visual.TabOrder).Distinct().Count());
        Assert.All(
            page.Visuals.Where(visual => visual.Type is "tableEx" or "pivotTable" or "lineChart" or "columnChart" or "clusteredBarChart" or "slicer"),
            visual => Assert.NotNull(visual.Title));
    });

    [Fact]
    public void Every_page_begins_with_a_title_that_says_what_is_seen_and_ends_with_how_fresh_it_is() =>
        Assert.All(ReportFiles.All.Where(page => page.Name != "keteranganAngka"), page =>
        {
            Assert.Contains(page.Visuals.Single(visual => visual.Name == "judul").Fields(), field => field.Contains(".Judul ", StringComparison.Ordinal));
            Assert.Contains("StatusData.Kemutakhiran", page.Visuals[^1].Fields());
        });

    [Fact]
    public void Month_indicator_region_and_year_are_chosen_by_slicers_that_go_along_from_page_to_page()
    {
        var slicers = ReportFiles.All.SelectMany(page => page.Visuals.Where(visual => visual.Type == "slicer").Select(visual => (
            Page: page.Name,
            Field: visual.Definition.GetProperty("visual").GetProperty("query").GetProperty("queryState").GetProperty("Values").GetProperty("projections")[0].GetProperty("queryRef").GetString()!,
            Group: visual.Definition.GetProperty("visual").GetProperty("syncGroup").GetProperty("groupName").GetString()))).ToList();

        Assert.Equal(["ringkasan", "wilayah"], slicers.Where(slicer => slicer.Field == "Kalender.BulanTahun").Select(slicer => slicer.Page));
        Assert.Equal(["tren", "wilayah"], slicers.Where(slicer => slicer.Field == "Indikator.KodeIndikator").Select(slicer => slicer.Page));
        Assert.Equal(["kepatuhan", "kualitas", "tren"], slicers.Where(slicer => slicer.Field == "Kalender.Tahun").Select(slicer => slicer.Page));
        Assert.All(slicers.GroupBy(slicer => slicer.Field), same => Assert.Single(same.Select(slicer => slicer.Group).Distinct()));
        Assert.Equal(slicers.Select(slicer => slicer.Field).Distinct().Count(), slicers.Select(slicer => slicer.Group).Distinct().Count());
    }

    [Fact]
    public void Fields_have_roles_that_their_visual_knows() => Assert.All(ReportFiles.All.SelectMany(page => page.Visuals), visual =>
    {
        var roles = visual.Definition.GetProperty("visual").TryGetProperty("query", out var query)
            ? query.GetProperty("queryState").EnumerateObject().Select(role => role.Name)
            : [];
        Assert.Equal(Roles[visual.Type], roles);
    });

    [Fact]
    public void Every_field_that_a_visual_or_filter_names_exists()
    {
        var named = ReportFiles.All.SelectMany(page => page.Fields().Select(field => (page.Name, Field: field))).ToList();

        Assert.True(named.Count > 200);
        Assert.All(named, use => Assert.True(Exists(use.Field), $"{use.Name}: {use.Field}"));
    }

    [Fact]
    public void Every_measure_is_used_or_documented()
    {
        var readme = File.ReadAllText(ProjectFolder.PathOf("README.md"));
        var used = ReportFiles.All.SelectMany(page => page.Fields()).Select(field => field.Split('.', 2)[1]).ToHashSet(StringComparer.Ordinal);
        var within = string.Join('\n', Model.Measures.Values.Select(measure => measure.Definition.Expression));

        Assert.DoesNotContain(Model.Measures.Keys, name =>
            !used.Contains(name)
            && !within.Contains($"[{name}]", StringComparison.Ordinal)
            && !readme.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_are_shown_by_measures_and_never_added_up_by_a_visual() =>
        Assert.DoesNotContain(
            ReportFiles.All.SelectMany(page => page.Visuals).SelectMany(visual => ReportFiles.Objects(visual.Definition)),
            value => value.TryGetProperty("Aggregation", out _));

    [Fact]
    public void Totals_are_off_wherever_there_could_be_some() =>
        Assert.All(ReportFiles.All.SelectMany(page => page.Visuals).Where(visual => visual.Type is "tableEx" or "pivotTable"), visual =>
        {
            var objects = visual.Definition.GetProperty("visual").GetProperty("objects");
            var switches = visual.Type == "tableEx" ? objects.GetProperty("total")[0] : objects.GetProperty("subTotals")[0];
            Assert.All(
                switches.GetProperty("properties").EnumerateObject(),
                total => Assert.Equal("false", total.Value.GetProperty("expr").GetProperty("Literal").GetProperty("Value").GetString()));
        });

    [Fact]
    public void Filters_and_bindings_have_names_of_their_own()
    {
        var filters = ReportFiles.All.SelectMany(page => page.Visuals.Select(visual => visual.Definition).Prepend(page.Definition))
            .Where(each => each.TryGetProperty("filterConfig", out _))
            .SelectMany(each => each.GetProperty("filterConfig").GetProperty("filters").EnumerateArray()).ToList();
        var names = filters.Select(filter => filter.GetProperty("name").GetString()!).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 50));
        Assert.All(
            filters.Where(filter => filter.GetProperty("howCreated").GetString() != "Drillthrough"),
            filter => Assert.True(filter.TryGetProperty("filter", out _)));
    }

    [Fact]
    public void From_any_figure_one_comes_to_its_cells()
    {
        var origin = ReportFiles.All.Single(page => page.Name == "asalAngka");
        var binding = origin.Definition.GetProperty("pageBinding");
        var bound = binding.GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("boundFilter").GetString()!, StringComparer.Ordinal);

        Assert.Equal("Drillthrough", binding.GetProperty("type").GetString());
        Assert.Equal(
            ["Indikator.KodeIndikator", "Wilayah.NamaSingkat", "Kalender.BulanTahun"],
            bound.Values.Select(parameter => FieldNames.Of(parameter.GetProperty("fieldExpr"))!));
        Assert.All(
            origin.Definition.GetProperty("filterConfig").GetProperty("filters").EnumerateArray(),
            filter => Assert.Contains(filter.GetProperty("name").GetString()!, bound.Keys));
        Assert.Superset(
            new[] { "NamaBerkas", "Lembar", "Sel", "IsiSel", "Nomor Tanda Terima Asal" }.Select(name => $"DataRealisasi.{name}").ToHashSet(StringComparer.Ordinal),
            origin.Visuals.Single(visual => visual.Name == "selAsal").Fields().ToHashSet(StringComparer.Ordinal));
        Assert.Contains(origin.Visuals, visual => visual.Type == "actionButton");
    }

    [Fact]
    public void Pages_and_visuals_that_are_pointed_to_exist()
    {
        var tooltip = ReportFiles.All.Single(page => page.Definition.TryGetProperty("type", out var type) && type.GetString() == "Tooltip").Name;
        var pointed = ReportFiles.All.SelectMany(page => page.Visuals).SelectMany(visual => ReportFiles.Objects(visual.Definition))
            .Where(value => value.TryGetProperty("section", out _))
            .Select(value => value.GetProperty("section").GetProperty("expr").GetProperty("Literal").GetProperty("Value").GetString()).ToList();

        Assert.NotEmpty(pointed);
        Assert.All(pointed, section => Assert.Equal($"'{tooltip}'", section));
        Assert.All(ReportFiles.All.Where(page => page.Definition.TryGetProperty("visualInteractions", out _)), page =>
            Assert.All(page.Definition.GetProperty("visualInteractions").EnumerateArray(), interaction =>
                Assert.All(new[] { "source", "target" }, end => Assert.Contains(page.Visuals, visual => visual.Name == interaction.GetProperty(end).GetString()))));
    }

    private static void Lies(Box page, IReadOnlyList<(string Name, Box Place)> visuals)
    {
        Assert.All(visuals, visual => Assert.True(page.Contains(visual.Place), $"{visual.Name} lies off the page"));
        for (var first = 0; first < visuals.Count; first++)
        {
            for (var second = first + 1; second < visuals.Count; second++)
            {
                Assert.False(visuals[first].Place.Overlaps(visuals[second].Place), $"{visuals[first].Name} lies on {visuals[second].Name}");
            }
        }
    }

    private static bool Exists(string field) =>
        Model.Columns.ContainsKey(field) || (Model.Measures.TryGetValue(field.Split('.', 2)[1], out var measure) && measure.Table == field.Split('.', 2)[0]);
}
