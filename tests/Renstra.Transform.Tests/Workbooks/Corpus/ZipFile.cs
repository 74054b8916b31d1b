using System.IO.Compression;
using System.Text;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Writes and rewrites zip files part by part.</summary>
internal static class ZipFile
{
    // The earliest moment that a zip file can express: the same parts give the same bytes.
    public static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(params (string Name, string Text)[] parts) =>
        Write([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] Write(params (string Name, byte[] Content)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = Timestamp;
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static (string Name, byte[] Content)[] Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry =>
        {
            using var part = entry.Open();
            var content = new MemoryStream();
            part.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    /// <summary>The parts of a zip file; none when it is no sound one.</summary>
    public static (string Name, byte[] Content)[] ReadIfSound(byte[] file)
    {
        try
        {
            return file is [(byte)'P', (byte)'K', ..] ? Read(file) : [];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>The same zip file with the text of some parts changed.</summary>
    public static byte[] Rewrite(byte[] zip, Func<string, string, string> change) =>
        Write([.. Read(zip).Select(part => part.Name.EndsWith(".xml", StringComparison.Ordinal) || part.Name.EndsWith(".rels", StringComparison.Ordinal)
            ? (part.Name, Encoding.UTF8.GetBytes(change(part.Name, Encoding.UTF8.GetString(part.Content))))
            : part)]);
}
