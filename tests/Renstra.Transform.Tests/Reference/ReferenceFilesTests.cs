using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Reference;

public sealed class ReferenceFilesTests
{
    [Fact]
    public void The_version_does_not_depend_on_how_a_system_ends_its_lines()
    {
        var shipped = ReferenceFiles.Shipped;

        var windows = shipped.With("target.csv", shipped["target.csv"].ReplaceLineEndings("\r\n"));
        var marked = shipped.With("target.csv", "\uFEFF" + shipped["target.csv"]);

        Assert.Equal(shipped.Version, windows.Version);
        Assert.Equal(shipped.Version, marked.Version);
    }

    [Fact]
    public void The_version_changes_with_any_content()
    {
        var shipped = ReferenceFiles.Shipped;

        var edited = shipped.Replacing("pengaturan.csv", "2024-01", "2024-02");

        Assert.NotEqual(shipped.Version, edited.Version);
        Assert.Matches("^[0-9a-f]{12}$", edited.Version);
        Assert.Equal(shipped.Version, edited.Replacing("pengaturan.csv", "2024-02", "2024-01").Version);
    }

    [Fact]
    public void The_version_of_figures_changes_with_what_figures_are_computed_from_and_with_nothing_else()
    {
        var shipped = ReferenceFiles.Shipped;

        var counting = shipped.Names.Where(name => shipped.With(name, shipped[name] + "\n").FiguresVersion != shipped.FiguresVersion);

        Assert.Equal(["indikator.csv", "keberlakuan.csv", "komponen.csv", "pengaturan.csv", "skala.csv", "target.csv", "wilayah.csv"], counting);
        Assert.Matches("^[0-9a-f]{12}$", shipped.FiguresVersion);
    }

    [Fact]
    public void An_override_replaces_one_file_and_leaves_the_shipped_ones_as_they_are()
    {
        var edited = ReferenceFiles.Shipped.Replacing("pengaturan.csv", "2024-01", "2024-03");

        Assert.Equal("2024-03", ReferenceData.Read(edited).FirstMonth.ToString());
        Assert.Equal("2024-01", ReferenceData.Shipped.FirstMonth.ToString());
        Assert.Equal(edited.Version, ReferenceData.Read(edited).Version);
    }

    [Fact]
    public void A_file_under_a_name_of_its_own_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => ReferenceFiles.Shipped.With("targets.csv", ""));

        Assert.Contains("target.csv", exception.Message, StringComparison.Ordinal);
    }
}
