using System.Text.Json;
using Renstra.Testing.PowerBi;

namespace Renstra.Dashboard.Tests;

/// <summary>The sample year as Power BI loads it: every table's rows, read from the feed.</summary>
public sealed class LoadedYear(SampleYear year) : IAsyncLifetime
{
    /// <summary>When it was loaded, by the clock of the sample year.</summary>
    internal DateTime LoadedAt { get; private set; }

    internal LoadedModel Rows { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var rows = new Dictionary<string, IReadOnlyList<JsonElement>>(StringComparer.Ordinal);
        foreach (var table in SemanticModel.Current.Tables.Select(table => table.Name))
        {
            // Of the scales the model loads the one in use.
            rows.Add(table, await year.ReadAsync(table == "SkalaKategori" ? "SkalaKategori?$filter=Dipakai eq true" : table));
        }

        LoadedAt = rows["StatusData"].Single().GetProperty("DibacaPada").GetDateTimeOffset().UtcDateTime;

        // Tiles are of the drawing and tested there; the moment of loading is the model's own.
        Rows = new LoadedModel(SemanticModel.Current, rows, (column, _) => column == "StatusData.DimuatPada" ? LoadedAt.AddHours(8) : null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// Every measure of the Power BI project, computed over the feed's rows of the sample year, shows what the truth of that year foretells.
/// </summary>
public sealed class MeasureTests(LoadedYear year) : IClassFixture<LoadedYear>
{
    private readonly DaxEngine _engine = new(SemanticModel.Current, year.Rows, year.LoadedAt.AddHours(1));

    [Fact]
    public void Every_measure_shows_what_the_truth_foretells() => Holds(ExpectedMeasures.All, each => each.Context);

    [Fact]
    public void Every_measure_about_a_figure_does_so_all_through_the_year() => Holds(ExpectedMeasures.OfEveryFigure(), each => each.Context);

    [Fact]
    public void A_visual_that_sorts_by_another_column_shows_the_same()
    {
        // Rows of a visual are grouped by the column and by the one that sorts it: a measure has to take the place of both.
        Holds(ExpectedMeasures.All.Where(each => each.Chosen.Count > 0), each => each.Chosen.Aggregate(each.Context, (context, chosen) =>
            SemanticModel.Current.Columns[chosen.Column].Definition["sortByColumn"] is { } sorting ? context.With($"{chosen.Column.Split('.')[0]}.{sorting}", SortValues(chosen, sorting)) : context));
    }

    [Fact]
    public void Two_days_after_loading_the_report_says_that_its_data_are_old()
    {
        var later = new DaxEngine(SemanticModel.Current, year.Rows, year.LoadedAt.AddDays(2).AddMinutes(1));

        Assert.StartsWith("DATA LAMA: dimuat 2 hari yang lalu", (string)later.Measure("Kemutakhiran", FilterContext.None)!, StringComparison.Ordinal);
        Assert.Equal("#8A2F06", later.Measure("Warna Kemutakhiran", FilterContext.None));
        Assert.Equal(2m, later.Measure("Umur Data (hari)", FilterContext.None));
    }

    private void Holds(IEnumerable<Expectation> expectations, Func<Expectation, FilterContext> chosen)
    {
        var all = expectations.ToList();

        Assert.True(all.Count > 100);
        var different = all.Select(each => (Expected: each.Shows ?? "(kosong)", Shown: Shown(each, chosen(each)), each.Measure, each.Filters)).Where(each => each.Expected != each.Shown).ToList();
        Assert.Empty(different);
    }

    private IReadOnlyList<object?> SortValues((string Column, object Value) chosen, string sorting)
    {
        var table = year.Rows[chosen.Column.Split('.')[0]];
        return [.. table.Rows.Where(row => Equals(row[table.PlaceOf(chosen.Column)], chosen.Value is int number ? (decimal)number : chosen.Value)).Select(row => row[table.PlaceOf($"{table.Name}.{sorting}")]).Distinct()];
    }

    private string Shown(Expectation each, FilterContext context)
    {
        var shown = MeasureAnswers.Shown(SemanticModel.Current.Measures[each.Measure], _engine.Measure(each.Measure, context)) ?? "(kosong)";
        return each.BeginsWith && shown.Length > each.Shows!.Length ? shown[..each.Shows.Length] : shown;
    }
}
