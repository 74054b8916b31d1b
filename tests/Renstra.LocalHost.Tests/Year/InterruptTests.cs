using System.Net.Sockets;

namespace Renstra.LocalHost.Tests.Year;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_ends_it_cleanly_and_nothing_listens_any_more()
    {
        await using var running = new RunningLocalHost();
        await running.InitializeAsync();
        var before = ChildrenOf(running.Id);

        var exitCode = await running.InterruptAsync();

        Assert.Equal(0, exitCode);
        Assert.NotEmpty(before);
        Assert.All(before, child => Assert.False(Directory.Exists($"/proc/{child}")));
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", running.Feed.Port, TestContext.Current.CancellationToken).AsTask());
    }

    // A child belongs to the thread that started it.
    private static string[] ChildrenOf(int process) =>
        [.. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
