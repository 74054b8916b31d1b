using System.Text;
using Microsoft.OData.Edm;
using Renstra.Functions.Feed;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed;

/// <summary>The page about the feed says what the feed says of itself.</summary>
public sealed class FeedPageTests(AzuriteFixture azurite)
{
    private const string Page = "docs/feed.md";

    /// <summary>Behind this line the page is written by the test.</summary>
    private const string Marker = "<!-- From here on written by FeedPageTests out of the feed's own descriptions. -->\n";

    [Fact]
    public async Task The_page_lists_every_set_and_column()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var sets = ((FeedModel)feed.Services.GetService(typeof(FeedModel))!).Sets;
        var page = GoldenFile.Read(Page);
        var byHand = page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];

        var expected = byHand + Reference(sets);

        Assert.Equal(GoldenFile.Read(Page, expected), expected);
    }

    [Fact]
    public void The_page_explains_every_setting()
    {
        var page = GoldenFile.Read(Page);

        Assert.All(
            typeof(FeedOptions).GetProperties().Select(property => $"| `{FeedOptions.Section}:{property.Name}` |"),
            setting => Assert.Contains(setting, page));
    }

    private static string Reference(IEnumerable<FeedSet> sets)
    {
        var text = new StringBuilder();
        foreach (var set in sets)
        {
            text.Append($"\n### {set.Name}\n\n{set.Description}\n\nKey: {string.Join(", ", set.Keys.Select(key => $"`{key.Name}`"))}.\n\n");
            text.Append("| column | type | meaning |\n|---|---|---|\n");
            foreach (var column in set.Columns)
            {
                text.Append($"| `{column.Name}` | {column.Type.PrimitiveKind()}{(column.Type.IsNullable ? "?" : "")} | {column.Description} |\n");
            }
        }

        return text.ToString();
    }
}
