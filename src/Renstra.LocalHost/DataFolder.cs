using System.Globalization;

namespace Renstra.LocalHost;

/// <summary>Where a run keeps its storage and its shared folder: a temporary folder that goes with the run, or one that stays.</summary>
internal sealed class DataFolder : IDisposable
{
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
    public string? Storage => _isTemporary ? null : Directory.CreateDirectory(System.IO.Path.Combine(Path, "azurite")).FullName;

    /// <summary>The instant to go on from; null when nothing has run here before.</summary>
    public DateTimeOffset? LastInstant
    {
        get => File.Exists(InstantFile)
            ? DateTimeOffset.ParseExact(File.ReadAllText(InstantFile).Trim(), "O", CultureInfo.InvariantCulture)
            : null;
        set => File.WriteAllText(InstantFile, value!.Value.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Where a kept run's last simulated instant is noted, so that its clock never goes back.</summary>
    private string InstantFile => System.IO.Path.Combine(Path, "waktu.txt");

    /// <summary>Opens the folder asked for, or a fresh temporary one.</summary>
    public static DataFolder Open(string? path) =>
        path is null ? new DataFolder(Directory.CreateTempSubdirectory("renstra-").FullName, isTemporary: true) : new DataFolder(System.IO.Path.GetFullPath(path), isTemporary: false);

    public void Dispose()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
