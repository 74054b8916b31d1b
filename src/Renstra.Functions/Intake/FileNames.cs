using System.Text;

namespace Renstra.Functions.Intake;

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
