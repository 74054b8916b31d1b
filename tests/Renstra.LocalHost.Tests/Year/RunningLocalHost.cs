using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renstra.LocalHost.Tests.Year;

/// <summary>LocalHost as a process of its own, up after its sample year. The tests know of it what a client does: the feed.</summary>
public sealed class RunningLocalHost : IAsyncLifetime
{
    private readonly List<string> _lines = [];
    private readonly HttpClient _http = new();
    private Process _process = null!;

    /// <summary>What it has printed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public Uri Feed { get; private set; } = null!;

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    public async ValueTask InitializeAsync()
    {
        // A run in the background hands down that Ctrl-C is ignored; a terminal does not.
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet"];
        _process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(AppContext.BaseDirectory, "Renstra.LocalHost.dll"), "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Keep(line);
            if (line.StartsWith("Up.", StringComparison.Ordinal))
            {
                break;
            }
        }

        Feed = new Uri(ValueOf("Feed") + "/");
        _http.BaseAddress = Feed;
        _http.DefaultRequestHeaders.Add("x-functions-key", ValueOf("Key"));
    }

    /// <summary>Every row of a query, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string query)
    {
        var rows = new List<JsonElement>();
        for (var next = new Uri(query, UriKind.Relative); next is not null;)
        {
            var page = (await _http.GetFromJsonAsync<Page>(next, TestContext.Current.CancellationToken))!;
            rows.AddRange(page.Value);
            next = page.NextLink;
        }

        return rows;
    }

    /// <summary>Asks it to end, as Ctrl-C does, and waits.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _http.Dispose();
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
        _lines.Single(line => line.StartsWith(label + " ", StringComparison.Ordinal))[label.Length..].Trim();

    private sealed record Page(IReadOnlyList<JsonElement> Value, [property: JsonPropertyName("@odata.nextLink")] Uri? NextLink);
}
