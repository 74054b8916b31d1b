using System.Text.RegularExpressions;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;

namespace Renstra.Transform.Tests.Reports;

/// <summary>That every finding is met, says what to do, and stands in <c>docs/catatan-verifikasi.md</c> as it is.</summary>
public sealed partial class FindingTextsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SampleFolder.Path, "..", "docs", "catatan-verifikasi.md"));

    public static TheoryData<string> Codes => [.. FindingCodes.All];

    [Fact]
    public void Every_code_has_a_case()
    {
        Assert.Equal(FindingCodes.All.Order(StringComparer.Ordinal), FindingCases.ByCode.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_listed_once_each()
    {
        var constants = typeof(FindingCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(StringComparer.Ordinal), FindingCodes.All.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_finding_asks_politely_for_what_would_mend_it_and_names_its_cell(string code)
    {
        var finding = FindingCases.FindingOf(code);

        Assert.Contains("ohon ", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.InRange(finding.Message.Length, 40, 320);
        if (finding.Location is not null && finding.Code != FindingCodes.HiddenSheetIgnored && finding.Code != FindingCodes.NothingReported)
        {
            Assert.Contains($"el {finding.Location.Cell}", finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_has_exactly_the_codes_with_the_levels_that_hold()
    {
        var onPage = Section().Matches(Page).Select(match => (Code: match.Groups["code"].Value, Level: match.Groups["level"].Value));

        Assert.Equal(FindingCodes.All.Select(code => (code, ReferenceData.Shipped.Severities.Of(code, null).ToString())), onPage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_says_where_an_indicator_has_another_level(string code)
    {
        var rules = ReferenceData.Shipped.Severities;
        var general = rules.Of(code, null);

        var others = ReferenceData.Shipped.Indicators.All.Where(indicator => rules.Of(code, indicator.Code) != general).Select(indicator => indicator.Code).ToList();

        var other = general == Severity.Kesalahan ? Severity.Peringatan : Severity.Kesalahan;
        var expected = others.Count == 0 ? [] : new[] { $"{other} untuk {string.Join(", ", others)}" };
        Assert.Equal(expected, Exception().Matches(SectionOf(code)).Select(match => match.Groups["rule"].Value));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_quotes_a_message_as_the_office_gets_it(string code)
    {
        var example = Example().Match(SectionOf(code)).Groups["message"].Value;

        Assert.Equal(FindingCases.FindingOf(code).Message, example);
    }

    private static string SectionOf(string code)
    {
        var start = Page.IndexOf($"### {code} ", StringComparison.Ordinal);
        var end = Page.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    [GeneratedRegex(@"^### (?<code>[BITN][0-9]{2}) · (?<level>Kesalahan|Peringatan) · .+$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^> (?<message>.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\*\*(?<rule>(?:Kesalahan|Peringatan) untuk [^*]+)\*\*")]
    private static partial Regex Exception();
}
