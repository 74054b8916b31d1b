using System.Text;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Intake;

/// <summary>
/// The directory that offices drop their files into: one subfolder for each region, such as <c>53.02 Timor Tengah Selatan</c>,
/// and one for the province, <c>53 Provinsi</c>. A file that lies elsewhere is collected too, from no region's folder.
/// </summary>
/// <param name="path">The directory.</param>
internal sealed class SharedFolder(string path)
{
    /// <summary>Where collected files go, within the sender's folder.</summary>
    public const string Archive = "arsip";

    /// <summary>Where receipts are put, within the sender's folder.</summary>
    public const string Receipts = "hasil";

    /// <summary>The directory.</summary>
    public string Path => path;

    /// <summary>The senders' folders, the shared folder itself last: a file left directly in it must not lie there unanswered.</summary>
    /// <exception cref="DirectoryNotFoundException">The shared folder has vanished.</exception>
    public IEnumerable<SenderFolder> Senders() =>
        Directory.EnumerateDirectories(path)
            .Select(System.IO.Path.GetFileName)
            .OfType<string>()
            .Where(name => !FileNames.IsOurs(name) && !FileNames.IsHidden(name))
            .Order(StringComparer.Ordinal)
            .Select(Sender)
            .Append(Sender(""));

    private SenderFolder Sender(string name) =>
        new(name, System.IO.Path.Combine(path, name), RegionCode.TryParse(name.Split(' ')[0], out var region) ? region : null);
}

/// <summary>One sender's part of the shared folder.</summary>
/// <param name="Name">Its name; empty for the shared folder itself.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Region">The region that its name begins with; null when it begins with none.</param>
internal sealed record SenderFolder(string Name, string Path, RegionCode? Region)
{
    /// <summary>The files in it, at any depth, that are neither archived, nor receipts, nor unfinished by their name.</summary>
    public IEnumerable<FileInfo> Files()
    {
        // Other senders' folders lie below the shared folder itself and are theirs.
        var depth = Name.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories;
        return new DirectoryInfo(Path)
            .EnumerateFiles("*", depth)
            .Where(file => !FileNames.IsUnfinished(file.Name) && !IsInOurs(file));
    }

    private bool IsInOurs(FileInfo file) =>
        System.IO.Path.GetRelativePath(Path, file.DirectoryName!).Split(System.IO.Path.DirectorySeparatorChar) is [var first, ..] && FileNames.IsOurs(first);
}

/// <summary>What the names of files and folders say about them.</summary>
internal static class FileNames
{
    private static readonly string[] UnfinishedEndings = [".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp"];
    private static readonly string[] SystemFiles = ["desktop.ini", "thumbs.db"];

    // What file systems allow, in the bytes of UTF-8.
    private const int LongestBytes = 255;

    /// <summary>A file's name, cut before its extension where it would be longer than file systems allow.</summary>
    public static string Fitting(string name, string extension)
    {
        var left = LongestBytes - Encoding.UTF8.GetByteCount(extension);
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept + extension;
    }

    /// <summary>Whether a folder is one that the product itself fills.</summary>
    public static bool IsOurs(string name) =>
        name.Equals(SharedFolder.Archive, StringComparison.OrdinalIgnoreCase) || name.Equals(SharedFolder.Receipts, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is hidden by custom.</summary>
    public static bool IsHidden(string name) => name.StartsWith('.');

    /// <summary>
    /// Whether a file is no submission: Excel's lock file (<c>~$…</c>), LibreOffice's (<c>.~lock…#</c>), a temporary file of a copy
    /// or a download, or a file that the operating system leaves behind.
    /// </summary>
    public static bool IsUnfinished(string name) =>
        IsHidden(name)
        || name.StartsWith("~$", StringComparison.Ordinal)
        || UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || SystemFiles.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// Keeps two collectors out of one shared folder: an open file that the operating system lets go of when its process ends, however
/// it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".pengumpul.lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null when another collector has it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only: nothing in it could be moved either.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder has vanished.</exception>
    public static FolderLock? TryTake(string folder)
    {
        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
