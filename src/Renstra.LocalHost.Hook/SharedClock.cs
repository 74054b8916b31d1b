using System.IO.MemoryMappedFiles;

namespace Renstra.LocalHost.Hook;

/// <summary>
/// One number in a file that processes share: how far the time shown is ahead of this machine's own steady clock, which all processes
/// read alike. Written and read whole.
/// </summary>
internal sealed class SharedClock : IDisposable
{
    /// <summary>The environment variable that names the file to the worker. Nothing but this assembly reads it.</summary>
    public const string Variable = "RENSTRA_LOCALHOST_CLOCK";

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private SharedClock(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, sizeof(long));
    }

    /// <summary>The lead, in ticks of 100 ns.</summary>
    public long LeadTicks
    {
        get => _view.ReadInt64(0);
        set => _view.Write(0, value);
    }

    /// <summary>Makes the file.</summary>
    public static SharedClock Create(string path) =>
        new(MemoryMappedFile.CreateFromFile(
            new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete),
            mapName: null,
            sizeof(long),
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: false));

    /// <summary>Opens a file that another process has made.</summary>
    public static SharedClock Open(string path) =>
        new(MemoryMappedFile.CreateFromFile(
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete),
            mapName: null,
            sizeof(long),
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: false));

    /// <inheritdoc />
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}

/// <summary>LocalHost's time, read in another process. Timers and timestamps are the machine's own: a second's wait takes a second.</summary>
internal sealed class FollowedClock(SharedClock shared) : TimeProvider
{
    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(shared.LeadTicks + System.GetElapsedTime(0).Ticks, TimeSpan.Zero);
}
