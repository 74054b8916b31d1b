using System.Text.RegularExpressions;
using Renstra.PowerBi.Tests.Model;
using Renstra.Testing;

namespace Renstra.PowerBi.Tests.Report;

/// <summary>Who knows the page at /dasbor finds the way in the report: regions lie where they lie there, and a category looks the same.</summary>
public sealed partial class SameLookTests
{
    private static readonly string Styles = Source("styles.css");

    [Fact]
    public void A_region_has_the_same_tile_in_the_report_as_on_the_page()
    {
        var page = PageTile().Matches(Source("places.ts")).ToDictionary(tile => tile.Groups[1].Value, tile => (Row: tile.Groups[3].Value, Column: tile.Groups[2].Value), StringComparer.Ordinal);
        var report = ReportTile().Matches(SemanticModel.Current.Expressions.Single(each => each.Name == "PetaUbin").Expression)
            .ToDictionary(tile => tile.Groups[1].Value, tile => (Row: tile.Groups[2].Value, Column: tile.Groups[3].Value), StringComparer.Ordinal);

        Assert.Equal(22, page.Count);
        Assert.Equal(page.OrderBy(tile => tile.Key, StringComparer.Ordinal), report.OrderBy(tile => tile.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_category_has_the_same_mark_colour_and_ink()
    {
        var symbols = Regex.Match(Source("figures.ts"), @"symbols[^{]*\{([^}]*)\}").Groups[1].Value;
        var marks = Regex.Matches(symbols, @"(\w+): '(.)'").ToDictionary(mark => mark.Groups[1].Value, mark => mark.Groups[2].Value, StringComparer.Ordinal);

        Assert.Equal(5, marks.Count);
        Assert.Equal(marks, Cases("Tanda Kategori"));
        Assert.Equal(marks.Keys.ToDictionary(tone => tone, Colour, StringComparer.Ordinal), Cases("Warna Kategori"));
        Assert.Equal(marks.Keys.ToDictionary(tone => tone, Ink, StringComparer.Ordinal), Cases("Warna Huruf Kategori"));
    }

    private static string Colour(string tone) => Full(Regex.Match(Styles, $@"--{tone}: (#\w+);").Groups[1].Value);

    private static string Ink(string tone) => Full(Regex.Match(Styles, $@"^\.{tone} \{{ background: var\(--{tone}\); color: (#\w+);", RegexOptions.Multiline).Groups[1].Value);

    /// <summary>A colour with six digits, in capitals.</summary>
    private static string Full(string colour) => (colour.Length == 4 ? string.Concat(colour.Skip(1).Select(digit => $"{digit}{digit}").Prepend("#")) : colour).ToUpperInvariant();

    private static Dictionary<string, string> Cases(string measure) =>
        Case().Matches(SemanticModel.Current.Measures[measure].Definition.Expression).ToDictionary(each => each.Groups[1].Value, each => each.Groups[2].Value, StringComparer.Ordinal);

    private static string Source(string file) => File.ReadAllText(RepositoryRoot.PathOf($"src/Renstra.Dashboard/src/{file}"));

    [GeneratedRegex(@"'(53\.\d+)': at\((\d+), (\d+),")]
    private static partial Regex PageTile();

    [GeneratedRegex(@"#""(53\.\d+)"" = \{(\d+), (\d+)\}")]
    private static partial Regex ReportTile();

    [GeneratedRegex("\"(\\w+)\", \"(#\\w{6}|.)\"")]
    private static partial Regex Case();
}
