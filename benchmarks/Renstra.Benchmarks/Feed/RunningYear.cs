using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Renstra.Benchmarks.Feed;

/// <summary>LocalHost as a process of its own, with the sample year replayed: Azurite, the host, the app as its worker.</summary>
internal sealed partial class RunningYear : IAsyncDisposable
{
    private readonly Process _process;

    private RunningYear(Process process, Uri feed, string key, string folder)
    {
        _process = process;
        Feed = feed;
        Key = key;
        SharedFolder = folder;
    }

    /// <summary>The feed's root, with a slash at its end.</summary>
    public Uri Feed { get; }

    public string Key { get; }

    /// <summary>Where files are dropped.</summary>
    public string SharedFolder { get; }

    /// <summary>Replays the year, or goes on from a folder in which it has been.</summary>
    /// <param name="data">The folder; null for a fresh one that goes with the run, storage in memory.</param>
    /// <param name="settings">Settings of the app other than LocalHost's.</param>
    public static async Task<RunningYear> StartAsync(string? data, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Renstra.LocalHost.dll");
        var info = new ProcessStartInfo("dotnet", [program, "--port", "0", .. data is null ? Array.Empty<string>() : ["--data", data]]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            info.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(info)!;
        var (feed, key, folder) = ("", "", "");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            feed = Feeds().Match(line) is { Success: true } found ? found.Groups[1].Value : feed;
            key = Keys().Match(line) is { Success: true } named ? named.Groups[1].Value : key;
            folder = Folders().Match(line) is { Success: true } at ? at.Groups[1].Value : folder;
            if (line.StartsWith("Up.", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new RunningYear(process, new Uri(feed + "/"), key, folder);
            }
        }

        throw new InvalidOperationException("LocalHost has ended before it was up.");
    }

    /// <summary>A client that brings the key.</summary>
    public HttpClient Client() => Client(Feed, Key);

    /// <summary>A client that brings a key.</summary>
    public static HttpClient Client(Uri feed, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 20_000 }) { BaseAddress = feed };
        client.DefaultRequestHeaders.Add("x-functions-key", key);
        return client;
    }

    /// <summary>The app's own process.</summary>
    public Process Worker() => Process.GetProcesses().First(process => ParentOf(process.Id) == _process.Id && CommandOf(process.Id).Contains("Renstra.Functions.dll", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"^Feed\s+(http\S+)")]
    private static partial Regex Feeds();

    [GeneratedRegex(@"^Key\s+(\S+)")]
    private static partial Regex Keys();

    [GeneratedRegex(@"^Shared folder\s+(.+?): drop")]
    private static partial Regex Folders();
}

/// <summary>The stock app as a process of its own.</summary>
internal sealed class RunningStock : IAsyncDisposable
{
    private readonly Process _process;

    private RunningStock(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address, "/odata/") };
    }

    public HttpClient Client { get; }

    /// <param name="rows">The rows as JSON.</param>
    public static async Task<RunningStock> StartAsync(string rows)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, rows);
        var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, "feed", "stock", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new RunningStock(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
