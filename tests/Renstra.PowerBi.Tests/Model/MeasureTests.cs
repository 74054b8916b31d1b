using System.Text.RegularExpressions;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Model;

/// <summary>DAX cannot be computed here; that it names what there is, and keeps the rules of the figures, can be seen.</summary>
public sealed partial class MeasureTests
{
    private static readonly SemanticModel Model = SemanticModel.Current;

    /// <summary>The functions that the measures may use: a misspelt one is none of them, and none of them averages.</summary>
    private static readonly HashSet<string> Functions =
    [
        "ADDCOLUMNS", "ALL", "BLANK", "CALCULATE", "CALCULATETABLE", "COALESCE", "CONCATENATEX", "COUNTROWS", "DATE", "DIVIDE", "EDATE", "FILTER", "FORMAT",
        "IF", "INT", "ISBLANK", "ISEMPTY", "ISFILTERED", "KEEPFILTERS", "LOOKUPVALUE", "MAX", "MONTH", "REMOVEFILTERS", "SELECTEDVALUE", "SUMMARIZE", "SWITCH", "TIME",
        "TRUE", "UNICHAR", "UTCNOW", "VALUES", "YEAR",
    ];

    [Fact]
    public void Every_column_and_measure_that_is_named_exists()
    {
        foreach (var measure in Model.Measures.Values)
        {
            var code = Code(measure);
            Assert.All(ColumnNames().Matches(code), match => Assert.Contains($"{match.Groups[1].Value}.{match.Groups[2].Value}", Model.Columns.Keys));
            Assert.All(MeasureNames().Matches(code).Select(match => match.Groups[1].Value).Where(name => name[0] != '@'), name => Assert.Contains(name, Model.Measures.Keys));
        }
    }

    [Fact]
    public void Only_known_functions_are_called_and_brackets_close()
    {
        foreach (var measure in Model.Measures.Values)
        {
            var code = Code(measure);
            Assert.All(Calls().Matches(code).Select(match => match.Groups[1].Value), name => Assert.Contains(name, Functions));
            Assert.All(new[] { "()", "[]", "{}" }, pair => Assert.Equal(code.Count(letter => letter == pair[0]), code.Count(letter => letter == pair[1])));
            Assert.Equal(Variables().Count(code) == 0, !code.Contains("RETURN", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Variables_are_used_and_are_not_called_like_tables()
    {
        foreach (var measure in Model.Measures.Values)
        {
            var code = Code(measure);
            Assert.All(Variables().Matches(code).Select(match => match.Groups[1].Value), name =>
            {
                Assert.DoesNotContain(Model.Tables, table => table.Name == name);
                Assert.True(Regex.Count(code, $@"(?<![\w\[]){name}(?![\w\]])") > 1, $"{measure.Name}: {name} is not used");
            });
        }
    }

    [Fact]
    public void A_figure_is_that_of_one_row_or_none()
    {
        var read = Model.Measures.Values.Where(measure => FigureColumns().IsMatch(Code(measure))).ToList();

        Assert.NotEmpty(read);
        Assert.All(read, measure => Assert.Matches(@"IF \( COUNTROWS \( (\w+) \) = 1, (?:IF \( (?:NOT ISBLANK \( )?)?SELECTEDVALUE \( \1\[", Code(measure)));
    }

    [Fact]
    public void A_difference_is_taken_only_of_two_numbers_that_are_there()
    {
        var differences = Model.Measures.Values.Where(measure => Differences().IsMatch(Code(measure))).ToList();

        Assert.Equal(["Perubahan dari Bulan Lalu", "Selisih Target", "Umur Data (hari)"], differences.Select(measure => measure.Name).Order(StringComparer.Ordinal));
        Assert.All(differences, measure =>
        {
            var code = Code(measure);
            var terms = Differences().Matches(code).SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value }).Where(term => term != ")");
            Assert.All(terms, term => Assert.Contains($"NOT ISBLANK ( {term} )", code, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void What_is_not_reported_is_never_turned_into_a_number()
    {
        // Zero stands only for a count of rows that are there to be counted, and for the hour of a time.
        var zeros = Model.Measures.Values.Where(measure => Regex.IsMatch(Code(measure), @", 0 \)")).ToList();

        Assert.All(zeros, measure => Assert.Matches(@"COUNTROWS|\[Wilayah Melapor\]|TIME \( 8, 0, 0 \)", Code(measure)));
        Assert.All(zeros.Where(measure => !Code(measure).Contains("TIME", StringComparison.Ordinal)), measure => Assert.Matches(@"NOT IS(?:EMPTY|BLANK)", Code(measure)));
    }

    [Fact]
    public void Colours_stand_only_where_there_is_a_category()
    {
        Assert.Contains("NOT ISBLANK ( Urutan )", Code(Model.Measures["Golongan Kategori"]), StringComparison.Ordinal);
        Assert.Equal("[Golongan Kategori]", Regex.Match(Model.Measures["Warna Kategori"].Definition.Expression, @"^SWITCH \( (\[[^\]]+\])").Groups[1].Value);
        Assert.DoesNotMatch(@"""#\w{6}"" \)$", Regex.Replace(Model.Measures["Warna Kategori"].Definition.Expression, @"""\w+"", ""#\w{6}""", ""));
    }

    [Fact]
    public void Numbers_of_texts_and_dates_are_written_the_indonesian_way() =>
        Assert.All(
            Model.Measures.Values.Where(measure => measure.Definition.Expression.Contains("FORMAT (", StringComparison.Ordinal)),
            measure => Assert.Equal(Regex.Count(measure.Definition.Expression, @"FORMAT \("), Regex.Count(measure.Definition.Expression, @", ""id-ID"" \)")));

    /// <summary>An expression without its texts.</summary>
    private static string Code(Field measure) => Texts().Replace(measure.Definition.Expression, "\"\"");

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(\w+)\[(\w+)\]")]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"(?<![\w'])\[([^\]]+)\]")]
    private static partial Regex MeasureNames();

    [GeneratedRegex(@"\b(?!IN\b|RETURN\b)([A-Z]{2,}) \(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"\bVAR (\w+) =")]
    private static partial Regex Variables();

    [GeneratedRegex(@"(?:Kinerja|KinerjaPeriode)\[(?:Realisasi\w*|Target|RasioCapaian|Kategori|UrutanKategori|Pembilang\w*|Penyebut\w*|Lengkap\w*|StatusLapor|Wilayah\w+)\]")]
    private static partial Regex FigureColumns();

    [GeneratedRegex(@"(\w+|\)) - ([A-Za-z]\w*)")]
    private static partial Regex Differences();
}
