using System.Globalization;
using Renstra.Testing.PowerBi;
using Renstra.Transform.Calendar;

namespace Renstra.PowerBi.Tests.Numbers;

/// <summary>The ten numbers that a person compares in the report itself (<c>powerbi/README.md</c>) are among what the truth foretells.</summary>
public sealed class CheckNumbersTests
{
    [Fact]
    public void The_numbers_to_check_after_opening_are_those_of_the_truth()
    {
        var foretold = ExpectedMeasures.All.Concat(ExpectedMeasures.OfEveryFigure()).ToLookup(each => (each.Measure, each.Filters), each => each.Shows);
        var rows = Rows().ToList();

        Assert.Equal(10, rows.Count);
        Assert.Equal(10, rows.DistinctBy(row => row.Measure).Count());
        Assert.All(rows, row => Assert.Equal(row.Shows, foretold[(row.Measure, row.Filters)].Distinct().Single()));
    }

    private static IEnumerable<(string Measure, string Filters, string Shows)> Rows() =>
        from line in File.ReadLines(ProjectFolder.PathOf("README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 9 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _)
        let month = Enumerable.Range(1, 12).Single(number => $"{ReportingMonth.NameOf(number)} 2024" == cells[3])
        let region = cells[4].Length == 0 ? TruthOfMeasures.Province : TruthOfMeasures.Regions.Single(each => each.Name == cells[4]).Code.Value
        select (cells[6].Trim('`'), new Expectation("", ExpectedMeasures.At(month, region, cells[5].Length == 0 ? null : cells[5]), null).Filters, cells[7]);
}
