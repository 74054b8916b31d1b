namespace Renstra.LocalHost.Host;

/// <summary>How the Functions host is played.</summary>
internal sealed record FunctionsHostOptions
{
    /// <summary>Where the app listens, on loopback: what <c>FUNCTIONS_CUSTOMHANDLER_PORT</c> tells it in Azure.</summary>
    public required Uri Handler { get; init; }

    /// <summary>The one storage account, the app's and the host's own.</summary>
    public required string StorageConnectionString { get; init; }

    /// <summary>The folder with <c>host.json</c> and the functions' folders; beside this program unless said.</summary>
    public string AppFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Bridge");

    /// <summary>The port for clients on loopback; 0 for a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>How often containers are looked into.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many blobs are worked on at once, at most; up to 28 were seen in Azure.</summary>
    public int BlobConcurrency { get; init; } = 8;

    /// <summary>The clock that timers go by, and that invocations carry.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
