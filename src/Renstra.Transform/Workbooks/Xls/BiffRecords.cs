using System.Buffers.Binary;

namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Walks over the records of a BIFF stream ([MS-XLS] 2.1.4): a number and a length of two bytes each, and as many bytes of content.
/// Fields are read by their offset in the content.
/// </summary>
internal sealed class BiffRecords(ReadOnlyMemory<byte> stream)
{
    private const int HeadLength = 4;

    private int _next;
    private int _start;

    /// <summary>The number that says what the record is.</summary>
    public int Type { get; private set; }

    /// <summary>How many bytes of content the record has.</summary>
    public int Length { get; private set; }

    /// <summary>How many bytes come after the record.</summary>
    public int Rest => stream.Length - _next;

    /// <summary>Goes to a place where a record begins.</summary>
    public void Seek(long offset) =>
        _next = offset >= 0 && offset < stream.Length ? (int)offset : throw UnreadableFileException.Corrupt();

    /// <summary>Goes to the next record; a stream that ends within one is cut short.</summary>
    public void Read()
    {
        if (Rest < HeadLength)
        {
            throw UnreadableFileException.Corrupt();
        }

        var head = stream.Span.Slice(_next, HeadLength);
        Type = BinaryPrimitives.ReadUInt16LittleEndian(head);
        Length = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
        _start = _next + HeadLength;
        _next = _start + Length;
        if (_next > stream.Length)
        {
            throw UnreadableFileException.Corrupt();
        }
    }

    /// <summary>A part of the content.</summary>
    public ReadOnlySpan<byte> Slice(int offset, int count) =>
        offset >= 0 && offset + count <= Length ? stream.Span.Slice(_start + offset, count) : throw UnreadableFileException.Corrupt();

    /// <summary>A byte of the content.</summary>
    public byte Byte(int offset) => Slice(offset, 1)[0];

    /// <summary>An unsigned number of two bytes.</summary>
    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>An unsigned number of four bytes.</summary>
    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));
}

/// <summary>The records that matter here. Names and numbers of [MS-XLS] 2.3.</summary>
internal static class BiffRecordType
{
    public const int Formula = 0x0006;
    public const int Eof = 0x000A;
    public const int FilePass = 0x002F;
    public const int Font = 0x0031;
    public const int Continue = 0x003C;
    public const int CodePage = 0x0042;
    public const int ColInfo = 0x007D;
    public const int BoundSheet = 0x0085;
    public const int MulRk = 0x00BD;
    public const int RString = 0x00D6;
    public const int CellFormat = 0x00E0;
    public const int MergeCells = 0x00E5;
    public const int SharedStrings = 0x00FC;
    public const int LabelSst = 0x00FD;
    public const int Dimensions = 0x0200;
    public const int Number = 0x0203;
    public const int Label = 0x0204;
    public const int BoolErr = 0x0205;
    public const int Row = 0x0208;
    public const int Rk = 0x027E;
    public const int Bof = 0x0809;
}
