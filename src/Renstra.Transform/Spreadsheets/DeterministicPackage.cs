using System.IO.Compression;

namespace Renstra.Transform.Spreadsheets;

/// <summary>
/// Copies a package so that the same parts give the same bytes: no time of day, no trace of the machine in the archive, parts in
/// order of their names. Only the compressor remains, which may differ from one release of the runtime to another.
/// </summary>
public static class DeterministicPackage
{
    private const string ContentTypes = "[Content_Types].xml";

    // The earliest moment that a zip archive can express.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package.</summary>
    /// <param name="package">A readable, seekable zip archive; left open.</param>
    /// <param name="output">Written to from its present position; left open.</param>
    public static void Copy(Stream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // Readers that stream a package expect to learn the parts' types first.
        foreach (var part in source.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(part.FullName, CompressionLevel.SmallestSize);
            copy.LastWriteTime = Timestamp;
            copy.ExternalAttributes = 0;
            using var from = part.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}
