using Renstra.Testing;

namespace Renstra.Transform.Tests.Reading;

public sealed class FindingPageTests
{
    private const string Page = "docs/catatan-verifikasi.md";

    [Fact]
    public void The_page_of_finding_codes_says_what_officers_are_told()
    {
        var page = FindingPage.Write();

        Assert.Equal(GoldenFile.Read(Page, page), page);
    }
}
