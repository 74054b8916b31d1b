using System.IO.Compression;
using System.Text;

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
