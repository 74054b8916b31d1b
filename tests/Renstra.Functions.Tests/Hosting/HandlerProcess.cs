using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>The published app as the Functions host starts it: its variables, a port of its choosing, any working directory.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _workingDirectory;
    private readonly Process _process;
    private readonly Task<string[]> _output;

    private HandlerProcess(TemporaryFolder workingDirectory, Process process, int port, int otherPort)
    {
        _workingDirectory = workingDirectory;
        _process = process;
        _output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Port = port;
        OtherPort = otherPort;
    }

    /// <summary>The port that the host assigned.</summary>
    public int Port { get; }

    /// <summary>The port that the inherited <c>ASPNETCORE_URLS</c> asks for.</summary>
    public int OtherPort { get; }

    /// <summary>Starts it and waits, as the host does, until its root answers.</summary>
    public static async Task<HandlerProcess> StartAsync(PublishedApp app, TestStorage storage, CancellationToken cancellation)
    {
        var (port, otherPort) = FreePorts();
        var workingDirectory = new TemporaryFolder();
        var start = new ProcessStartInfo(app.Executable)
        {
            WorkingDirectory = workingDirectory.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["FUNCTIONS_HTTPWORKER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
                ["FUNCTIONS_APP_ROOT_PATH"] = app.Folder,
                ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
                ["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{otherPort}"),
                ["RenstraStorage"] = storage.ConnectionString,
                ["Renstra__Feed__KeyHashes__0"] = new string('0', 64),
            },
        };
        var handler = new HandlerProcess(workingDirectory, Process.Start(start)!, port, otherPort);
        await handler.ReadyAsync(cancellation);
        return handler;
    }

    /// <summary>The host's call of a function.</summary>
    public Task<RawReply> InvokeAsync(string function, string body, CancellationToken cancellation) => RawHttp.InvokeAsync(Port, function, body, cancellation);

    /// <summary>A client's request, as the host passes it on.</summary>
    public Task<RawReply> GetAsync(string target, CancellationToken cancellation) =>
        RawHttp.SendAsync(Port, "GET", target, [.. RawHttp.GenuineHeaders(Port), "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https"], [], cancellation);

    /// <summary>Asks the process to end, as the operating system does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends it as the host does.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
        _workingDirectory.Dispose();
    }

    private static (int One, int Other) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        while (!_process.HasExited)
        {
            try
            {
                await RawHttp.SendAsync(Port, "GET", "/", RawHttp.GenuineHeaders(Port), [], cancellation);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
            }
        }

        Assert.Fail($"The app ended instead of listening: {string.Concat(await _output)}");
    }
}
