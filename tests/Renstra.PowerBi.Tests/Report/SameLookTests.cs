using System.Text.RegularExpressions;
using Renstra.Testing;
using Renstra.Testing.PowerBi;

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

    [Fact]
    public void A_reports_state_has_the_same_mark_colour_and_ink()
    {
        var looks = Look().Matches(Source("pages/compliance.ts")).ToDictionary(look => look.Groups[1].Value, look => (Mark: look.Groups[2].Value, Look: look.Groups[3].Value), StringComparer.Ordinal);
        var report = SemanticModel.Current.Measures["Status Pengiriman"].Definition.Expression;
        var (colours, inks) = (Cases("Warna Status Pengiriman"), Cases("Warna Huruf Status Pengiriman"));
        var chart = File.ReadAllText(RepositoryRoot.PathOf("powerbi/Renstra.Report/definition/pages/kepatuhan/visuals/grafikStatus/visual.json"));

        Assert.Equal(["Sudah", "Terlambat", "Belum", "Dikembalikan", "Belum jatuh tempo"], looks.Keys);
        foreach (var (state, (mark, look)) in looks)
        {
            var style = Regex.Match(Styles, $@"^\.hari\.{look} \{{ background: (?:var\(--(\w+)\)|(#\w+)); color: (?:var\(--(\w+)\)|(#\w+));", RegexOptions.Multiline);
            var colour = style.Groups[1].Success ? Colour(style.Groups[1].Value) : Full(style.Groups[2].Value);
            var ink = style.Groups[3].Success ? Colour(style.Groups[3].Value) : Full(style.Groups[4].Value);

            Assert.Contains(state == "Belum jatuh tempo" ? $"\"{mark}\"" : $"\"{state}\", \"{mark}", report, StringComparison.Ordinal);
            Assert.Equal((state, colour), (state, colours[state]));
            Assert.Equal((state, ink), (state, inks.GetValueOrDefault(state, "#16242F")));
            Assert.Contains($"'{colour}'", chart, StringComparison.Ordinal);
        }
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

    [GeneratedRegex(@"^  '([\w ]+)': \['(.)', '(\w+)'\]", RegexOptions.Multiline)]
    private static partial Regex Look();

    [GeneratedRegex("\"([\\w ]+)\", \"(#\\w{6}|.)\"")]
    private static partial Regex Case();
}
