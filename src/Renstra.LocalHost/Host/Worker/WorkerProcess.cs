using System.Diagnostics;
using System.Globalization;

namespace Renstra.LocalHost.Host.Worker;

/// <summary>What the host tells a worker at its start.</summary>
/// <param name="Server">Where the worker finds the host.</param>
/// <param name="WorkerId">By this id the worker is known when it connects.</param>
/// <param name="RequestId">The id of the request that its first message answers.</param>
internal sealed record WorkerStart(Uri Server, string WorkerId, string RequestId)
{
    /// <summary>The arguments, as the Functions host gives them, the older names included.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "--host", Server.Host,
        "--port", Server.Port.ToString(CultureInfo.InvariantCulture),
        "--workerId", WorkerId,
        "--requestId", RequestId,
        "--grpcMaxMessageLength", "2147483647",
        "--functions-uri", Server.AbsoluteUri,
        "--functions-worker-id", WorkerId,
        "--functions-request-id", RequestId,
        "--functions-grpc-max-message-length", "2147483647",
    ];
}

/// <summary>A worker that runs.</summary>
internal interface IWorkerProcess : IAsyncDisposable
{
    /// <summary>Completes when it has ended, with how: its exit code and its last words.</summary>
    Task<string> Ended { get; }

    /// <summary>Ends it at once.</summary>
    void Kill();
}

/// <summary>The app that workers run, and what it is told.</summary>
/// <param name="Program">The app's assembly, in the folder that it was built into.</param>
/// <param name="Settings">The app settings: environment variables, as in Azure.</param>
internal sealed record WorkerApp(string Program, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The folder of the app, with <c>host.json</c>.</summary>
    public string Folder => Path.GetDirectoryName(Program)!;
}

/// <summary>A worker as a process of its own.</summary>
internal sealed class WorkerProcess : IWorkerProcess
{
    private const int LinesKept = 20;

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private WorkerProcess(Process process)
    {
        _process = process;
        Ended = WatchAsync();
    }

    /// <inheritdoc />
    public Task<string> Ended { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one.</summary>
    /// <exception cref="CannotStartException">There is no such program, or no .NET to run it.</exception>
    public static WorkerProcess Start(WorkerApp app, WorkerStart start)
    {
        if (!File.Exists(app.Program))
        {
            throw new CannotStartException($"The app was not built: there is no {app.Program}.");
        }

        var info = new ProcessStartInfo(DotNet(), [app.Program, .. start.Arguments])
        {
            WorkingDirectory = app.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        info.Environment["FUNCTIONS_EXTENSION_VERSION"] = "~4";
        info.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in app.Settings)
        {
            info.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(info)!);
    }

    /// <inheritdoc />
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Ends it, by force if it still runs, and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        _process.Dispose();
    }

    // The one that runs this program: the first on PATH may be another.
    private static string DotNet()
    {
        var shared = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        var host = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }

    private async Task<string> WatchAsync()
    {
        // Both streams are read to their ends, or the worker would stop when the pipes are full.
        await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync(CancellationToken.None);
        lock (_lastLines)
        {
            var words = _lastLines.Count == 0 ? "It did not say why." : string.Join(Environment.NewLine, _lastLines);
            return string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {_process.ExitCode}. {words}");
        }
    }

    private async Task ReadAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            lock (_lastLines)
            {
                _lastLines.Enqueue(line.TrimEnd());
                if (_lastLines.Count > LinesKept)
                {
                    _lastLines.Dequeue();
                }
            }
        }
    }
}
