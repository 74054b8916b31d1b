using Renstra.Testing;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Reference;

/// <summary>The page about the reference data knows every file and column.</summary>
public sealed class ReferencePageTests
{
    public static TheoryData<string> Files => [.. ReferenceFiles.Shipped.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_page_lists_the_file_with_its_columns(string file)
    {
        var header = ReferenceFiles.Shipped[file].Split('\n')[0].Split(',');

        Assert.Contains($"| `{file}` | {string.Join(", ", header.Select(column => $"`{column}`"))} |", GoldenFile.Read("docs/reference-data.md"));
    }
}
