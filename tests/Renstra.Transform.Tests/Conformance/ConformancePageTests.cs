using Renstra.Testing;

namespace Renstra.Transform.Tests.Conformance;

public sealed class ConformancePageTests
{
    private const string Page = "docs/kesesuaian.md";

    [Fact]
    public void The_page_in_the_docs_is_the_one_that_these_tests_write()
    {
        var page = ConformancePage.Write();

        Assert.Equal(GoldenFile.Read(Page, page), page);
    }

    [Fact]
    public void Golden_files_are_compared_and_not_rewritten()
    {
        Assert.False(GoldenFile.IsRewriting, "Turn the switch off before committing.");
    }
}
