using System.Buffers.Binary;
using System.Text;

namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// A compound file: streams by name within one file ([MS-CFB]). Every chain of sectors is bounded by the sectors that the file has, and
/// no size is believed before the bytes are there.
/// </summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFF_FFFE;
    private const uint LastRegularSector = 0xFFFF_FFFA;
    private const uint NoEntry = 0xFFFF_FFFF;
    private const int EntryLength = 128;
    private const int MiniShift = 6;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _sectorShift;
    private readonly uint[] _sectors;
    private readonly uint[] _miniSectors;
    private readonly byte[] _miniStream;
    private readonly uint _miniCutoff;
    private readonly Dictionary<string, (uint Start, uint Size)> _streams = new(StringComparer.OrdinalIgnoreCase);

    public CompoundFile(ReadOnlyMemory<byte> content)
    {
        const int HeaderLength = 512;
        if (content.Length < HeaderLength)
        {
            throw UnreadableFileException.Corrupt();
        }

        _content = content;
        _sectorShift = UInt16(content.Span, 30);
        if (_sectorShift is not (9 or 12) || UInt16(content.Span, 32) != MiniShift)
        {
            throw UnreadableFileException.Corrupt();
        }

        _miniCutoff = UInt32(content.Span, 56);
        _sectors = ReadSectorTable();
        var directory = ReadChain(UInt32(content.Span, 48), uint.MaxValue);
        _miniSectors = ToNumbers(ReadChain(UInt32(content.Span, 60), uint.MaxValue));
        _miniStream = ReadDirectory(directory);
    }

    /// <summary>The first bytes of every compound file.</summary>
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>
    /// Whether the document itself has a stream of that name. Streams of documents embedded in it do not count: a letter with a table of
    /// Excel in it is a letter.
    /// </summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The bytes of a stream.</summary>
    public byte[] Read(string name)
    {
        var (start, size) = _streams[name];
        var bytes = size < _miniCutoff ? ReadMiniChain(start, size) : ReadChain(start, size);
        return bytes.Length == size ? bytes : throw UnreadableFileException.Corrupt();
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static uint[] ToNumbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = UInt32(bytes, i * 4);
        }

        return numbers;
    }

    /// <summary>The table that says for each sector which one follows; where it lies is told by the header and a chain of its own.</summary>
    private uint[] ReadSectorTable()
    {
        const int InHeader = 109;
        var header = _content.Span;
        var table = new MemoryStream();
        for (var i = 0; i < InHeader; i++)
        {
            AppendSector(table, UInt32(header, 76 + (i * 4)));
        }

        var seen = 0;
        for (var next = UInt32(header, 68); next < LastRegularSector;)
        {
            var sector = Sector(next).Span;
            if (++seen > _content.Length >> _sectorShift || sector.Length < 1 << _sectorShift)
            {
                throw UnreadableFileException.Corrupt();
            }

            for (var i = 0; i < sector.Length - 4; i += 4)
            {
                AppendSector(table, UInt32(sector, i));
            }

            next = UInt32(sector, sector.Length - 4);
        }

        return ToNumbers(table.ToArray());
    }

    private void AppendSector(MemoryStream table, uint sector)
    {
        if (sector < LastRegularSector)
        {
            // A table longer than the file needs would be made of the same sectors again and again.
            if (table.Length > _content.Length)
            {
                throw UnreadableFileException.Corrupt();
            }

            table.Write(Sector(sector).Span);
        }
    }

    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = ((long)number + 1) << _sectorShift;
        return start < _content.Length
            ? _content.Slice((int)start, Math.Min(1 << _sectorShift, _content.Length - (int)start))
            : throw UnreadableFileException.Corrupt();
    }

    private byte[] ReadChain(uint start, uint size) => ReadChain(start, size, _sectors, Sector);

    private byte[] ReadMiniChain(uint start, uint size) => ReadChain(start, size, _miniSectors, number =>
    {
        var offset = (long)number << MiniShift;
        return offset < _miniStream.Length
            ? _miniStream.AsMemory((int)offset, Math.Min(1 << MiniShift, _miniStream.Length - (int)offset))
            : throw UnreadableFileException.Corrupt();
    });

    /// <summary>The bytes of a chain of sectors, no more than <paramref name="size"/> and no more than the file has.</summary>
    private byte[] ReadChain(uint start, uint size, uint[] table, Func<uint, ReadOnlyMemory<byte>> read)
    {
        var bytes = new MemoryStream();
        for (var sector = start; sector != EndOfChain && bytes.Length < size; sector = table[sector])
        {
            if (sector >= table.Length || bytes.Length > _content.Length)
            {
                throw UnreadableFileException.Corrupt();
            }

            var part = read(sector).Span;
            bytes.Write(part[..(int)Math.Min(part.Length, size - bytes.Length)]);
        }

        return bytes.ToArray();
    }

    /// <summary>Notes what the root storage holds, whose entries form a binary tree, and gives the stream that small ones lie in.</summary>
    private byte[] ReadDirectory(byte[] directory)
    {
        if (directory.Length < EntryLength)
        {
            throw UnreadableFileException.Corrupt();
        }

        var visited = new HashSet<uint>();
        var waiting = new Stack<uint>([UInt32(directory, 76)]);
        while (waiting.TryPop(out var index))
        {
            if (index == NoEntry)
            {
                continue;
            }

            if (index >= directory.Length / EntryLength || !visited.Add(index))
            {
                throw UnreadableFileException.Corrupt();
            }

            var entry = directory.AsSpan((int)index * EntryLength, EntryLength);
            waiting.Push(UInt32(entry, 68));
            waiting.Push(UInt32(entry, 72));
            var nameLength = UInt16(entry, 64) - 2;
            if (nameLength is > 0 and < 64)
            {
                _streams.TryAdd(Encoding.Unicode.GetString(entry[..nameLength]), (UInt32(entry, 116), UInt32(entry, 120)));
            }
        }

        var root = directory.AsSpan(0, EntryLength);
        return ReadChain(UInt32(root, 116), UInt32(root, 120));
    }
}
