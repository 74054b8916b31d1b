using Renstra.Testing;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reports;

public sealed class FindingPageTests
{
    private const string Page = "docs/catatan-verifikasi.md";

    [Fact]
    public void The_page_of_finding_codes_says_what_officers_are_told()
    {
        var page = FindingPage.Write();

        Assert.Equal(GoldenFile.Read(Page, page), page);
    }

    [Fact]
    public void Every_code_has_a_submission_that_is_given_it_and_no_case_is_without_a_code()
    {
        Assert.Equal(FindingCodes.All.Order(), FindingCases.ByCode.Keys.Order());
        Assert.All(FindingCodes.All, code => Assert.Equal(code, FindingCases.FindingOf(code).Code));
    }
}
