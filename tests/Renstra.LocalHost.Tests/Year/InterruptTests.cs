using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Renstra.LocalHost.Sample;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Year;

public sealed class InterruptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_ends_it_cleanly_and_nothing_listens_any_more()
    {
        // A year that is over needs no replaying.
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "kemajuan.json"),
            JsonSerializer.Serialize(new YearProgress(DateTimeOffset.Parse("2025-01-31T00:00:00Z", CultureInfo.InvariantCulture), 12, HasDropped: false, DateTimeOffset.MinValue, HasNews: false, IsFinished: true)),
            Cancellation);
        await using var running = await RunningLocalHost.StartAsync(_folder.Path, Cancellation);
        var before = ChildrenOf(running.Id);

        var exitCode = await running.EndAsync("INT", Cancellation);

        Assert.Equal(0, exitCode);
        Assert.NotEmpty(before);
        Assert.All(before, child => Assert.False(Directory.Exists($"/proc/{child}")));
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", running.Feed.Port, Cancellation).AsTask());
    }

    // A child belongs to the thread that started it.
    private static string[] ChildrenOf(int process) =>
        [.. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
