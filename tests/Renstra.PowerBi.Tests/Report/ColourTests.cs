using System.Globalization;
using System.Text.RegularExpressions;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Report;

/// <summary>Categories are told apart by everybody: by colour, also by those who see fewer, and by a mark without any colour.</summary>
public sealed partial class ColourTests
{
    /// <summary>How colours appear to people without one kind of cone, on linear light (Machado, Oliveira and Fernandes 2009, severity 1.0).</summary>
    private static readonly Dictionary<string, double[,]> Sight = new(StringComparer.Ordinal)
    {
        ["all cones"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["without red"] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["without green"] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["without blue"] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    private static readonly Dictionary<string, string> Backgrounds = Cases("Warna Kategori");
    private static readonly Dictionary<string, string> Statuses = Cases("Warna Status Pengiriman");

    public static TheoryData<string> Eyes => [.. Sight.Keys];

    [Theory]
    [MemberData(nameof(Eyes))]
    public void Category_colours_are_told_apart(string sight) => AreToldApart(Backgrounds, sight);

    [Theory]
    [MemberData(nameof(Eyes))]
    public void Colours_of_a_reports_state_are_told_apart(string sight) => AreToldApart(Statuses, sight);

    [Fact]
    public void A_reports_state_is_seen_as_a_bar_on_white_and_its_text_is_read_easily()
    {
        var texts = Cases("Warna Huruf Status Pengiriman");

        Assert.Equal(5, Statuses.Count);
        Assert.All(Statuses, state => Assert.True(Contrast(state.Value, "#FFFFFF") >= 3, $"{state.Key}: {Contrast(state.Value, "#FFFFFF")}"));
        Assert.All(Statuses, state => Assert.True(Contrast(state.Value, texts.GetValueOrDefault(state.Key, "#16242F")) >= 4.5, $"text on {state.Key}"));
    }

    [Fact]
    public void A_state_has_the_same_colour_in_the_chart_as_in_the_calendar()
    {
        var chart = ReportFiles.All.Single(page => page.Name == "kepatuhan").Visuals.Single(visual => visual.Name == "grafikStatus");
        var fills = chart.Definition.GetProperty("visual").GetProperty("objects").GetProperty("dataPoint").EnumerateArray().ToDictionary(
            point => Literal(point.GetProperty("selector").GetProperty("data")[0].GetProperty("scopeId").GetProperty("Comparison").GetProperty("Right")),
            point => Literal(point.GetProperty("properties").GetProperty("fill").GetProperty("solid").GetProperty("color").GetProperty("expr")),
            StringComparer.Ordinal);

        Assert.All(Statuses, status => Assert.Equal(status.Value, fills[status.Key]));

        static string Literal(System.Text.Json.JsonElement expression) => expression.GetProperty("Literal").GetProperty("Value").GetString()!.Trim('\'');
    }

    [Fact]
    public void Text_on_a_category_is_read_easily()
    {
        var texts = Cases("Warna Huruf Kategori");

        Assert.Equal(Backgrounds.Keys, texts.Keys);
        Assert.All(Backgrounds, colour => Assert.True(Contrast(colour.Value, texts[colour.Key]) >= 4.5, $"{colour.Key}: {Contrast(colour.Value, texts[colour.Key])}"));
    }

    [Fact]
    public void Every_category_has_a_mark_of_its_own()
    {
        var marks = Regex.Matches(SemanticModel.Current.Measures["Tanda Kategori"].Definition.Expression, "\"(\\w+)\", \"(.)\"").Select(match => match.Groups[2].Value).ToList();

        Assert.Equal(Backgrounds.Count, marks.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("[Tanda Kategori]", SemanticModel.Current.Measures["Kategori Bertanda"].Definition.Expression, StringComparison.Ordinal);
        Assert.Contains("[Tanda Kategori]", SemanticModel.Current.Measures["Rasio Bertanda"].Definition.Expression, StringComparison.Ordinal);
    }

    private static void AreToldApart(Dictionary<string, string> colours, string sight)
    {
        var seen = colours.DistinctBy(colour => colour.Value).ToDictionary(
            colour => colour.Key, colour => Lab(Seen(Linear(colour.Value), Sight[sight])), StringComparer.Ordinal);

        // Twenty is far above what is just noticeable (about two), so that it holds on poor projectors too.
        foreach (var (first, second) in Pairs(seen.Keys))
        {
            Assert.True(Distance(seen[first], seen[second]) > 20, $"{first} and {second}, {sight}: {Distance(seen[first], seen[second])}");
        }

        Assert.Equal(colours.Count, seen.Count);
    }

    private static Dictionary<string, string> Cases(string measure) =>
        Case().Matches(SemanticModel.Current.Measures[measure].Definition.Expression).ToDictionary(
            match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    private static IEnumerable<(string First, string Second)> Pairs(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.SelectMany((first, index) => all.Skip(index + 1).Select(second => (first, second)));
    }

    private static double[] Linear(string colour) =>
        [.. Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(1 + (part * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    private static double[] Seen(double[] linear, double[,] sight) =>
        [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => sight[row, column] * linear[column]), 0, 1))];

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(Linear(one)), Luminance(Linear(other)));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(double[] linear) => (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);

    /// <summary>CIE L*a*b* under D65, in which distances are about as great as they are seen to be.</summary>
    private static double[] Lab(double[] linear)
    {
        var x = Root(((0.4124 * linear[0]) + (0.3576 * linear[1]) + (0.1805 * linear[2])) / 0.95047);
        var y = Root(Luminance(linear));
        var z = Root(((0.0193 * linear[0]) + (0.1192 * linear[1]) + (0.9505 * linear[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (first, second) => (first - second) * (first - second)).Sum());

    [GeneratedRegex("\"([\\w ]+)\", \"(#\\w{6})\"")]
    private static partial Regex Case();
}
