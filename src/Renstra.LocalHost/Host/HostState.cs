using System.Text.Json;

namespace Renstra.LocalHost.Host;

/// <summary>A blob as it was at one time: written again, it is another version with the same name.</summary>
/// <param name="Name">The blob's name in its container.</param>
/// <param name="ETag">Its ETag, without quotes.</param>
internal readonly record struct BlobVersion(string Name, string ETag);

/// <summary>
/// What the host itself remembers from one run to the next: which events are done with, and when timers ran. In Azure it is kept in
/// the host's own storage account; here in a folder, or in memory alone.
/// </summary>
/// <param name="folder">The folder; null keeps it in memory and loses it at the end.</param>
internal sealed class HostState(string? folder)
{
    private readonly Lock _writing = new();
    private readonly Dictionary<string, TimerStatus> _timers = new(StringComparer.Ordinal);

    /// <summary>The events that <paramref name="function"/> is done with. One that was written down by half counts as not done.</summary>
    public HashSet<BlobVersion> DoneWith(BlobFunction function)
    {
        if (EventsOf(function.Name) is not { } file || !File.Exists(file))
        {
            return [];
        }

        var text = File.ReadAllText(file);
        if (!text.EndsWith('\n'))
        {
            // The run before was killed at it; what follows begins on a line of its own.
            File.AppendAllText(file, "\n");
        }

        var lines = text.Split('\n');
        return [.. lines[..^1].Where(line => line.Length > 0).Select(VersionIn).OfType<BlobVersion>()];
    }

    /// <summary>Records that <paramref name="function"/> is done with an event.</summary>
    public void AddDone(BlobFunction function, BlobVersion version)
    {
        if (EventsOf(function.Name) is { } file)
        {
            lock (_writing)
            {
                File.AppendAllText(file, JsonSerializer.Serialize(version) + "\n");
            }
        }
    }

    /// <summary>What is remembered of a timer; null when it has never run.</summary>
    public TimerStatus? StatusOf(TimerFunction function)
    {
        lock (_writing)
        {
            if (!_timers.TryGetValue(function.Name, out var status) && TimerFile(function.Name) is { } file && File.Exists(file))
            {
                status = JsonSerializer.Deserialize<TimerStatus>(File.ReadAllText(file));
            }

            return status;
        }
    }

    /// <summary>Remembers a timer's state.</summary>
    public void SetStatus(TimerFunction function, TimerStatus status)
    {
        lock (_writing)
        {
            _timers[function.Name] = status;
            if (TimerFile(function.Name) is { } file)
            {
                WholeFile.Write(file, JsonSerializer.Serialize(status));
            }
        }
    }

    private static BlobVersion? VersionIn(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<BlobVersion>(line);
        }
        catch (JsonException)
        {
            // Half of a line that a killed run left.
            return null;
        }
    }

    private string? EventsOf(string function) => InFolder($"{function}.events");

    private string? TimerFile(string function) => InFolder($"{function}.timer.json");

    private string? InFolder(string name) => folder is null ? null : Path.Combine(Directory.CreateDirectory(folder).FullName, name);
}
