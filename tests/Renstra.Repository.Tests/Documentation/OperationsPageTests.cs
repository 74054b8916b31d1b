using System.Text.RegularExpressions;
using Renstra.Repository.Tests.Functions;

namespace Renstra.Repository.Tests.Documentation;

public sealed class OperationsPageTests
{
    private static readonly string Page = File.ReadAllText(WorkingCopy.PathOf("docs/operations.md"));

    [Fact]
    public void Every_setting_that_the_code_binds_is_explained()
    {
        Assert.NotEmpty(ProductSettings.Names);
        Assert.DoesNotContain(ProductSettings.Names, setting => !Regex.IsMatch(Page, $@"^\| `{setting}(__0)?`", RegexOptions.Multiline));
    }

    [Fact]
    public void No_setting_is_explained_that_the_code_does_not_bind()
    {
        var explained = Regex.Matches(Page, @"^\| `(Renstra__\w+?__\w+?)(__0)?`", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.Empty(explained.Except(ProductSettings.Names));
    }

    [Fact]
    public void Every_file_that_is_mentioned_exists()
    {
        var files = Regex.Matches(Page, @"(?:infra|src|docs)/[\w./-]*\w").Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(WorkingCopy.PathOf(file)), file));
    }
}
