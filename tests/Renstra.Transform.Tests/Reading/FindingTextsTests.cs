using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading;

/// <summary>That every finding is met, and says what to do. That it stands so in the documentation is <see cref="FindingPageTests"/>.</summary>
public sealed class FindingTextsTests
{
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

        // Room for the names of three indicators, which the plan makes long.
        Assert.InRange(finding.Message.Length, 40, 400);
        if (finding.Location is not null && finding.Code != FindingCodes.HiddenSheetIgnored && finding.Code != FindingCodes.NothingReported)
        {
            Assert.Contains($"el {finding.Location.Cell}", finding.Message, StringComparison.Ordinal);
        }
    }
}
