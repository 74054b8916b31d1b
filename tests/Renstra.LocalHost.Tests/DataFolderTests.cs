using Renstra.LocalHost.Sample;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests;

public sealed class DataFolderTests : IDisposable
{
    private static readonly YearProgress Progress = YearReplay.Beginning(new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.Zero)) with { Moments = 3, HasDropped = true };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_a_new_folder_nothing_has_run_whatever_lies_in_its_shared_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "berkas", "53.02 Timor Tengah Selatan"));
        using var data = DataFolder.Open(_folder.Path);

        Assert.NotNull(data.Storage);
        Assert.Null(data.Progress);
    }

    [Fact]
    public void What_a_run_has_noted_the_next_one_reads()
    {
        using (var first = DataFolder.Open(_folder.Path))
        {
            first.Progress = Progress;
            File.WriteAllText(Path.Combine(first.Storage!, "__azurite_db_table__.json"), "{}");
        }

        using var second = DataFolder.Open(_folder.Path);

        Assert.Equal(Progress, second.Progress);
    }

    [Theory]
    [InlineData("azurite/__azurite_db_table__.json", "{}")]
    [InlineData("kemajuan.json", "")]
    [InlineData("kemajuan.json", "{}")]
    [InlineData("kemajuan.json", "{\"Instant\":\"2024-07-01T00:00:00+00:00\",\"Moments\":12,\"IsFinished\":true}")]
    [InlineData("kemajuan.json", "2024-07-01T00:00:00.0000000+00:00")]
    public void What_another_version_has_left_is_one_clear_sentence_and_is_left_alone(string file, string content)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        using var data = DataFolder.Open(_folder.Path);

        var refusal = Assert.Throws<CannotStartException>(() => data.Progress);

        Assert.StartsWith($"{_folder.Path} holds a run of another version of this program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }
}
