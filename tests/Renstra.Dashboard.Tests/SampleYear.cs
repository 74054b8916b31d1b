using System.Diagnostics;
using System.Globalization;

[assembly: AssemblyFixture(typeof(Renstra.Dashboard.Tests.SampleYear))]

namespace Renstra.Dashboard.Tests;

/// <summary>
/// LocalHost as a process of its own, up after its sample year: one for all tests, which only read. <c>RENSTRA_DASHBOARD_DATA</c> names
/// a folder to keep the year in, so that who works on the page waits for it once.
/// </summary>
public sealed class SampleYear : IAsyncLifetime
{
    private readonly List<string> _lines = [];
    private Process _process = null!;

    /// <summary>The app, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The key that opens feed and dashboard.</summary>
    public string Key { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string[] data = Environment.GetEnvironmentVariable("RENSTRA_DASHBOARD_DATA") is { Length: > 0 } folder ? ["--data", folder] : [];
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Renstra.LocalHost.dll"), "--port", "0", .. data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        var isUp = false;
        while (!isUp && await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Keep(line);
            isUp = line.StartsWith("Up.", StringComparison.Ordinal);
        }

        Assert.True(isUp, $"LocalHost did not come up:\n{string.Join('\n', _lines)}");
        Address = new Uri(new Uri(ValueOf("Feed")), "/");
        Key = ValueOf("Key");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // As Ctrl-C does, so that a kept folder can be gone on from.
            using (var end = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await end.WaitForExitAsync(CancellationToken.None);
            }

            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
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
}
