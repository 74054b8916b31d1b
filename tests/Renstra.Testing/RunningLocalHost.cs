using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renstra.Testing;

/// <summary>LocalHost as a process of its own, up after its sample year. Tests know of it what a client does.</summary>
public sealed class RunningLocalHost : IAsyncDisposable
{
    private readonly List<string> _lines = [];
    private readonly HttpClient _http = new();
    private readonly Process _process;

    private RunningLocalHost(Process process) => _process = process;

    /// <summary>What it has printed.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The feed, with a slash at the end.</summary>
    public Uri Feed { get; private set; } = null!;

    /// <summary>The key that opens feed and dashboard.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it and waits until it is up.</summary>
    /// <param name="dataFolder">Where it keeps its data, and may have run before; null for a folder that goes with it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RunningLocalHost> StartAsync(string? dataFolder, CancellationToken cancellation)
    {
        string[] data = dataFolder is null ? [] : ["--data", dataFolder];

        // A run in the background hands down that Ctrl-C is ignored; a terminal does not.
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet"];
        var running = new RunningLocalHost(Process.Start(new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(AppContext.BaseDirectory, "Renstra.LocalHost.dll"), "--port", "0", .. data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        try
        {
            await running.ComeUpAsync(cancellation);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every row of a query, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string query, CancellationToken cancellation)
    {
        var rows = new List<JsonElement>();
        for (var next = new Uri(query, UriKind.Relative); next is not null;)
        {
            var page = (await _http.GetFromJsonAsync<Page>(next, cancellation))!;
            rows.AddRange(page.Value);
            next = page.NextLink;
        }

        return rows;
    }

    /// <summary>Asks it to end, and waits.</summary>
    /// <param name="signal">The operating system's signal: INT is what Ctrl-C sends.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends it in order, so that a folder which stays can be gone on from.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await EndAsync("TERM", CancellationToken.None);
        }

        _process.Dispose();
        _http.Dispose();
    }

    private async Task ComeUpAsync(CancellationToken cancellation)
    {
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        var isUp = false;
        while (!isUp && await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            Keep(line);
            isUp = line.StartsWith("Up.", StringComparison.Ordinal);
        }

        if (!isUp)
        {
            throw new InvalidOperationException($"LocalHost did not come up:\n{string.Join('\n', Lines)}");
        }

        Feed = new Uri(ValueOf("Feed") + "/");
        Key = ValueOf("Key");
        _http.BaseAddress = Feed;
        _http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }

    private string ValueOf(string label) =>
        Lines.Single(line => line.StartsWith(label + " ", StringComparison.Ordinal))[label.Length..].Trim();

    private sealed record Page(IReadOnlyList<JsonElement> Value, [property: JsonPropertyName("@odata.nextLink")] Uri? NextLink);
}
