using System.Buffers.Binary;

namespace Renstra.Transform.Workbooks.Xlsb;

/// <summary>
/// The records of a binary part one after another ([MS-XLSB] 2.1.4): a number of one or two bytes, a length of up to four, and as many
/// bytes of content. Fields are read by their offset in the content.
/// </summary>
internal sealed class XlsbRecords(Stream part) : IDisposable
{
    /// <summary>
    /// Records of cells and strings are far smaller than this; of longer ones (pictures, queries) the beginning is kept and the rest passed
    /// over.
    /// </summary>
    private const int MaxKept = 512 * 1024;

    private readonly BufferedStream _part = new(part, 16 * 1024);
    private byte[] _content = new byte[1024];
    private int _length;

    /// <summary>The number that says what the record is.</summary>
    public int Type { get; private set; }

    /// <summary>Goes to the next record; false at the end of the part.</summary>
    public bool Read()
    {
        var first = _part.ReadByte();
        if (first < 0)
        {
            return false;
        }

        // Where the part ends within this, it has no content to fill with either.
        Type = (first & 0x80) == 0 ? first : (first & 0x7F) | ((_part.ReadByte() & 0x7F) << 7);
        var length = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var next = _part.ReadByte();
            length |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                break;
            }
        }

        _length = Math.Min(length, MaxKept);
        if (_content.Length < _length)
        {
            _content = new byte[_length];
        }

        Fill(_content.AsSpan(0, _length));
        for (var rest = length - _length; rest > 0; rest -= MaxKept)
        {
            Fill(new byte[Math.Min(rest, MaxKept)]);
        }

        return true;
    }

    /// <summary>A byte of the content.</summary>
    public byte Byte(int offset) => Slice(offset, 1)[0];

    /// <summary>An unsigned number of two bytes.</summary>
    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>An unsigned number of four bytes that has to fit into an index, no larger than <paramref name="most"/>.</summary>
    public int Index(int offset, int most)
    {
        var number = BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));
        return number <= most ? (int)number : throw UnreadableFileException.Corrupt();
    }

    /// <summary>Four bytes as flags or a packed number.</summary>
    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    /// <summary>A binary fraction of eight bytes.</summary>
    public double Double(int offset) => BinaryPrimitives.ReadDoubleLittleEndian(Slice(offset, 8));

    /// <summary>A string with its length before it, and where it ends; null when the file says that there is none.</summary>
    public string? String(int offset, out int end)
    {
        var length = UInt32(offset);
        end = offset + 4;
        if (length == uint.MaxValue)
        {
            return null;
        }

        var characters = length <= MaxKept ? Slice(end, (int)length * 2) : throw UnreadableFileException.Corrupt();
        end += characters.Length;
        return System.Text.Encoding.Unicode.GetString(characters);
    }

    public void Dispose() => _part.Dispose();

    private ReadOnlySpan<byte> Slice(int offset, int count) =>
        offset + count <= _length ? _content.AsSpan(offset, count) : throw UnreadableFileException.Corrupt();

    private void Fill(Span<byte> target)
    {
        if (_part.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
        {
            throw UnreadableFileException.Corrupt();
        }
    }
}

/// <summary>The records that matter here, by the names and numbers of [MS-XLSB] 2.3.2.</summary>
internal static class XlsbRecordType
{
    public const int RowHeader = 0;
    public const int CellRk = 2;
    public const int CellError = 3;
    public const int CellBool = 4;
    public const int CellReal = 5;
    public const int CellString = 6;
    public const int CellSharedString = 7;
    public const int FormulaString = 8;
    public const int FormulaNumber = 9;
    public const int FormulaBool = 10;
    public const int FormulaError = 11;
    public const int SharedStringItem = 19;
    public const int Font = 43;
    public const int Format = 44;
    public const int CellFormat = 47;
    public const int ColumnInfo = 60;
    public const int CellRichString = 62;
    public const int WorkbookProperties = 153;
    public const int BundleSheet = 156;
    public const int MergeCell = 176;
    public const int BeginCellFormats = 617;
    public const int EndCellFormats = 618;
}
