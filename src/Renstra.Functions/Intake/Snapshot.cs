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
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
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
            return new Snapshot(copy, Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellation)));
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _copy.DisposeAsync();
}
