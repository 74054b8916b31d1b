using System.Diagnostics;
using System.Globalization;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Year;

/// <summary>LocalHost as a process of its own that is killed while its year is under way.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task Killed_it_leaves_no_worker_and_no_Azurite_behind_and_the_next_run_goes_on_with_the_year()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked at through /proc.");
        using var first = Start();
        await ReadUntilAsync(first, "Replaying a year");
        await Foreign.UntilAsync(() => File.Exists(Path.Combine(_folder.Path, "kemajuan.json")), Cancellation);

        var children = ChildrenOf(first.Id);
        var commands = children.Select(CommandOf).ToList();
        var groups = children.Where(child => CommandOf(child).Contains("Renstra.Functions.dll", StringComparison.Ordinal)).Select(GroupOf).ToList();
        var ownGroup = GroupOf(first.Id.ToString(CultureInfo.InvariantCulture));
        first.Kill();
        await first.WaitForExitAsync(Cancellation);

        // Both have to be there for this to say anything.
        Assert.Contains(commands, command => command.Contains("Renstra.Functions.dll", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("azurite", StringComparison.Ordinal));
        await Foreign.UntilAsync(() => !children.Any(child => IsAlive(child, commands[children.IndexOf(child)])), Cancellation);

        // A Ctrl-C in the terminal goes to LocalHost's process group and does not reach the worker.
        Assert.All(groups, group => Assert.NotEqual(ownGroup, group));

        using var second = Start();
        await ReadUntilAsync(second, "Going on with the year");
        second.Kill();
        await second.WaitForExitAsync(Cancellation);
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Renstra.LocalHost.dll"), "--port", "0", "--once", "--data", _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ReadUntilAsync(Process process, string start)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"It ended before it said \"{start}\".");
    }

    // A child belongs to the thread that started it.
    private static List<string> ChildrenOf(int process) =>
        [.. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException)
        {
            return "";
        }
    }

    private static bool IsAlive(string process, string command) => command.Length > 0 && CommandOf(process) == command;

    private static string GroupOf(string process) => File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[2];
}
