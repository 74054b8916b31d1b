using System.Text.Json;
using Renstra.LocalHost.Sample;

namespace Renstra.LocalHost;

/// <summary>Where a run keeps its storage and its shared folder: a temporary folder that goes with the run, or one that stays.</summary>
internal sealed class DataFolder : IDisposable
{
    // A note of another version that says less than this one needs is as good as none.
    private static readonly JsonSerializerOptions Json = new() { RespectRequiredConstructorParameters = true };

    private readonly bool _isTemporary;

    private DataFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
        Directory.CreateDirectory(SharedFolder);
    }

    /// <summary>The folder itself, for what is neither storage nor a file to be collected.</summary>
    public string Path { get; }

    /// <summary>The shared folder that files are dropped into.</summary>
    public string SharedFolder => System.IO.Path.Combine(Path, "berkas");

    /// <summary>Where Azurite keeps its data; null for in memory.</summary>
    public string? Storage => _isTemporary ? null : Directory.CreateDirectory(StorageFolder).FullName;

    /// <summary>Where the Functions host keeps what it remembers; null for in memory.</summary>
    public string? HostState => _isTemporary ? null : System.IO.Path.Combine(Path, "host");

    /// <summary>Through this file the worker reads the clock of a run.</summary>
    public string ClockFile => System.IO.Path.Combine(Path, "jam.bin");

    /// <summary>How far the sample year has come; null when nothing has run here before. Written whole or not at all, and before storage is.</summary>
    /// <exception cref="CannotStartException">Another version of the program has run here: the year would be replayed on top of what it left.</exception>
    public YearProgress? Progress
    {
        get
        {
            try
            {
                if (File.Exists(ProgressFile))
                {
                    return JsonSerializer.Deserialize<YearProgress>(File.ReadAllText(ProgressFile), Json);
                }
            }
            catch (JsonException unreadable)
            {
                throw Foreign(unreadable);
            }

            return Directory.Exists(StorageFolder) && Directory.EnumerateFileSystemEntries(StorageFolder).Any() ? throw Foreign() : null;
        }

        set => WholeFile.Write(ProgressFile, JsonSerializer.Serialize(value));
    }

    private string StorageFolder => System.IO.Path.Combine(Path, "azurite");

    private string ProgressFile => System.IO.Path.Combine(Path, "kemajuan.json");

    /// <summary>Opens the folder asked for, or a fresh temporary one.</summary>
    public static DataFolder Open(string? path) =>
        path is null ? new DataFolder(Directory.CreateTempSubdirectory("renstra-").FullName, isTemporary: true) : new DataFolder(System.IO.Path.GetFullPath(path), isTemporary: false);

    private CannotStartException Foreign(Exception? cause = null) => new(
        $"{Path} holds a run of another version of this program, which this one cannot go on with. Choose another folder with --data, or empty this one.", cause);

    public void Dispose()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
