using Renstra.LocalHost.Host;

namespace Renstra.LocalHost.Tests.Host;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("kiriman/{name}", "53.02/20240105-a.xlsx", "name=53.02/20240105-a.xlsx")]
    [InlineData("kiriman/{name}", "a\nb", "name=a\nb")]
    [InlineData("submissions/{kab}/{name}", "kab-7501/form siswa (1).xlsx", "kab=kab-7501;name=form siswa (1).xlsx")]
    [InlineData("submissions/{kab}/{name}", "a/b/c.xlsx", "kab=a/b;name=c.xlsx")]
    [InlineData("kiriman/x.y-{name}.xlsx", "x.y-1.xlsx", "name=1")]
    [InlineData("kiriman/x.y-{name}.xlsx", "xxy-1.xlsx", null)]
    [InlineData("submissions/{kab}/{name}", "di-akar.xlsx", null)]
    public void A_name_fits_or_does_not_and_its_parts_are_named(string path, string blobName, string? expected)
    {
        var parts = new BlobPathPattern(path).Match(blobName);

        Assert.Equal(expected, parts is null ? null : string.Join(';', parts.Select(part => $"{part.Key}={part.Value}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kiriman")]
    [InlineData("kiriman/")]
    [InlineData("/{name}")]
    public void A_path_without_container_or_pattern_is_refused(string path) =>
        Assert.Throws<FormatException>(() => new BlobPathPattern(path));
}
