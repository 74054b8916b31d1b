using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Renstra.Functions.Intake;

/// <summary>A file in the shared folder as it was seen at one moment.</summary>
/// <param name="Sender">The folder it lies in.</param>
/// <param name="Path">Where it is.</param>
/// <param name="ModifiedAt">Its modification time, UTC.</param>
/// <param name="Length">Bytes.</param>
internal sealed record DroppedFile(SenderFolder Sender, string Path, DateTime ModifiedAt, long Length)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public static DroppedFile Of(SenderFolder sender, FileInfo file) => new(sender, file.FullName, file.LastWriteTimeUtc, file.Length);

    /// <summary>Whether the file is still there, with the same time and length.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.LastWriteTimeUtc == ModifiedAt && now.Length == Length;
    }

    /// <summary>
    /// What tells a retry of the same drop from the same bytes dropped again: path, modification time and hash, as one hexadecimal
    /// text.
    /// </summary>
    public string DropIdentity(string sha256)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Sender.Name}/{System.IO.Path.GetRelativePath(Sender.Path, Path)}|{ModifiedAt.Ticks}|{sha256}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
