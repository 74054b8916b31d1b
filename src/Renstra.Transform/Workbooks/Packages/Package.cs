using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.Packages;

/// <summary>
/// A zip file as named parts (ECMA-376 part 2). Nothing is ever written to disk, so that a part's name cannot lead anywhere; names that
/// occur twice make it uncertain what the file says, and are refused.
/// </summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ReadingBudget _budget;
    private readonly OrderedDictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public Package(Stream content, ReadingBudget budget)
    {
        _budget = budget;
        try
        {
            _archive = new ZipArchive(content, ZipArchiveMode.Read);
            foreach (var entry in _archive.Entries)
            {
                var name = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (!name.EndsWith('/') && !_parts.TryAdd(name, entry))
                {
                    throw UnreadableFileException.Corrupt();
                }
            }
        }
        catch (InvalidDataException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    /// <summary>The names of all parts, without a leading slash.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>All parts in the order of the file, with the moment that each was written, as the package tells it.</summary>
    public IEnumerable<(string Name, DateTimeOffset WrittenAt)> Parts => _parts.Select(part => (part.Key, part.Value.LastWriteTime));

    /// <summary>What the package says that it is in its first part, as OpenDocument files do (OpenDocument 1.3 part 2, 3.3); null where it has none.</summary>
    public string? MediaType
    {
        get
        {
            if (!Has("mimetype"))
            {
                return null;
            }

            using var part = Open("mimetype");
            var start = new byte[64];
            return Encoding.ASCII.GetString(start, 0, part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        }
    }

    /// <summary>Whether there is a part of that name, whatever its case.</summary>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Opens a part that the file says is there.</summary>
    public Stream Open(string name) =>
        _parts.TryGetValue(name, out var entry) ? new PartStream(entry, _budget) : throw UnreadableFileException.Corrupt();

    /// <summary>The relationships of a part, or of the package itself for an empty name; none where there is no such part.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string name)
    {
        var slash = name.LastIndexOf('/') + 1;
        var part = $"{name[..slash]}_rels/{name[slash..]}.rels";
        return Has(part) ? Relationship.ReadAll(Open(part), folder: name[..slash]) : [];
    }

    public void Dispose() => _archive.Dispose();
}

/// <summary>
/// The inflated bytes of one part. They are counted against the budget as they come, whatever size the package declares, and compared
/// with the part's checksum at the end, which <see cref="ZipArchive"/> does not do: without it a flipped bit is a wrong number.
/// </summary>
internal sealed class PartStream : ReadOnlyStream
{
    private readonly Stream _inflated;
    private readonly uint _checksum;
    private readonly ReadingBudget _budget;
    private readonly Crc32 _crc = new();

    public PartStream(ZipArchiveEntry entry, ReadingBudget budget)
    {
        _budget = budget;
        _checksum = entry.Crc32;
        try
        {
            _inflated = entry.Open();
        }
        catch (InvalidDataException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _inflated.Read(buffer);
        }
        catch (InvalidDataException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }

        _budget.TakeBytes(count);
        _crc.Append(buffer[..count]);
        return count == 0 && buffer.Length > 0 && _crc.GetCurrentHashAsUInt32() != _checksum
            ? throw UnreadableFileException.Corrupt()
            : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>From one part of a package to another (ECMA-376 part 2, 8.5).</summary>
/// <param name="Id">What the source part calls it.</param>
/// <param name="Role">The last segment of its type, such as <c>worksheet</c>; transitional and strict files agree on it.</param>
/// <param name="Target">The full name of the target part, without a leading slash.</param>
internal sealed record Relationship(string Id, string Role, string Target)
{
    /// <summary>Reads a relationships part; what points outside the package is left out and never followed.</summary>
    public static List<Relationship> ReadAll(Stream content, string folder)
    {
        var all = new List<Relationship>();
        using var xml = new XmlPart(content);
        while (xml.ReadElement())
        {
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External"
                && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
            {
                all.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return all;
    }

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        var path = target.StartsWith('/') ? target : folder + target;
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (segment)
            {
                case ".":
                    break;
                case "..":
                    if (segments.Count > 0)
                    {
                        segments.RemoveAt(segments.Count - 1);
                    }

                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }
}
