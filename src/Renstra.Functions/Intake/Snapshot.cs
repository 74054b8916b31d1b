using System.Security.Cryptography;

namespace Renstra.Functions.Intake;

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
