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

/// <summary>
/// A private copy of a file's bytes, and their hash. The file may be replaced at any moment; what is hashed is what is uploaded.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly FileStream _copy;

    private Snapshot(FileStream copy, string sha256)
    {
        _copy = copy;
        Sha256 = sha256;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The bytes, from the beginning.</summary>
    public Stream Content
    {
        get
        {
            _copy.Position = 0;
            return _copy;
        }
    }

    /// <summary>Copies a file aside.</summary>
    /// <exception cref="IOException">It cannot be read, as while someone has it open for writing.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<Snapshot> TakeAsync(string path, CancellationToken cancellation)
    {
        await using var source = OpenRead(path);
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), $"renstra-{Guid.NewGuid():N}"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await source.CopyToAsync(copy, cancellation);
            copy.Position = 0;
            return new Snapshot(copy, await HashAsync(copy, cancellation));
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>The SHA-256 of a file where it lies, 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="IOException">It cannot be read, as while someone has it open for writing.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = OpenRead(path);
        return await HashAsync(file, cancellation);
    }

    public ValueTask DisposeAsync() => _copy.DisposeAsync();

    private static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
}
