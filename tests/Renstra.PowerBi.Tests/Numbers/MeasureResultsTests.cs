using Renstra.Testing;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Numbers;

/// <summary>
/// For every measure there is an expectation that a person can hold against Desktop. That the measures come to it is computed over
/// the feed's own rows, where those are: <c>Renstra.Dashboard.Tests</c>.
/// </summary>
public sealed class MeasureResultsTests
{
    private const string Query = "powerbi/periksa-ukuran.dax";

    private static readonly SemanticModel Model = SemanticModel.Current;

    [Fact]
    public void Every_measure_has_an_expectation() =>
        Assert.Equal(Model.Measures.Keys.Order(StringComparer.Ordinal), ExpectedMeasures.All.Select(each => each.Measure).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_expectation_chooses_values_of_columns_that_there_are() =>
        Assert.All(ExpectedMeasures.All, each => Assert.All(each.Chosen, chosen => Assert.Contains(chosen.Column, Model.Columns.Keys)));

    [Fact]
    public void The_query_for_Desktop_asks_all_of_it() =>
        Assert.Equal(GoldenFile.Read(Query, MeasureAnswers.Query(ExpectedMeasures.All, Model)), MeasureAnswers.Query(ExpectedMeasures.All, Model));
}
