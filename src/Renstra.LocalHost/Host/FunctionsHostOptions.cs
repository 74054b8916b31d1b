using Renstra.LocalHost.Host.Rpc;
using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Host;

/// <summary>How the Functions host is played.</summary>
internal sealed record FunctionsHostOptions
{
    /// <summary>The folder of the app, with <c>host.json</c>.</summary>
    public required string AppFolder { get; init; }

    /// <summary>The app settings, connections among them: environment variables of the worker.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Starts a worker that is told these settings.</summary>
    public required Func<WorkerStart, IWorkerProcess> StartWorker { get; init; }

    /// <summary>The port for clients on loopback; 0 for a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Where the host keeps what it remembers from one run to the next; null for in memory.</summary>
    public string? StateFolder { get; init; }

    /// <summary>How often containers are looked into.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many blobs are worked on at once, at most; up to 28 were seen in Azure.</summary>
    public int BlobConcurrency { get; init; } = 16;

    /// <summary>How long calls that are under way are waited for when the host stops.</summary>
    public TimeSpan DrainPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The clock that timers go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Is told every line that the worker logs.</summary>
    public Action<RpcLog> Log { get; init; } = WorkerLog.Write;
}
