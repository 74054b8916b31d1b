using System.Buffers.Binary;
using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks.Xls;

/// <summary>A compound file that a program wrote is read, one that leads nowhere, to itself or to more than is there is damage.</summary>
public sealed class CompoundFileTests
{
    private const int Sector = 512;
    private const int SectorTable = Sector;
    private const int Directory = 2 * Sector;
    private const int Entry = 128;
    private const uint EndOfChain = 0xFFFF_FFFE;
    private const uint Free = 0xFFFF_FFFF;

    private static readonly WorkbookSpec Spec = new(new SheetSpec("Rekap", new CellSpec("A1", 25d)));

    /// <summary>Places in the header, in the table of sectors and in the directory, each with what does not belong there.</summary>
    public static TheoryData<string, int, uint> Damages => new()
    {
        { "sectors of a size that there is not", 30, 10 | (6u << 16) },
        { "small sectors of a size that there is not", 32, 7 },
        { "a table of sectors beyond the file", 76, 1_000_000 },
        { "a table of sectors that goes on beyond the file", 68, 1_000_000 },
        { "a directory beyond the file", 48, 1_000_000 },
        { "a directory that is not there", 48, EndOfChain },
        { "a directory that leads to itself", SectorTable + (4 * 1), 1 },
        { "a chain that leads beyond the table", SectorTable + (4 * 3), 1_000_000 },
        { "a chain that leads beyond the file", SectorTable + (4 * 3), 100 },
        { "a chain that is too short", SectorTable + (4 * 3), EndOfChain },
        { "an entry that is its own neighbour", Directory + Entry + 72, 1 },
        { "an entry that is not there", Directory + Entry + 72, 1_000 },
        { "a small stream where there is none", 56, 1_000_000 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_leads_nowhere_is_damage(string what, int place, uint value)
    {
        var file = XlsFile.Write(Spec, BiffVersion.Biff8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place), value);

        var reading = WorkbookReader.Read(file, WorkbookLimits.Default);

        Assert.True(reading.Problem?.Kind == FileProblemKind.Corrupt, $"{what}: {reading.Problem?.Kind.ToString() ?? "read"}");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(Sector - 1)]
    public void A_file_shorter_than_its_header_is_damage(int length) =>
        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(XlsFile.Write(Spec, BiffVersion.Biff8).AsMemory(0, length), WorkbookLimits.Default).Problem?.Kind);

    /// <summary>The second part of the table is not named: chains go on where it would say how.</summary>
    [Fact]
    public void A_chain_beyond_a_table_that_is_cut_short_is_damage()
    {
        var file = XlsFile.Write(new WorkbookSpec(new SheetSpec("Rekap", [.. Enumerable.Range(1, 5_000).Select(row => new CellSpec($"A{row}", 25d))])), BiffVersion.Biff8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(80), Free);

        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(file, WorkbookLimits.Default).Problem?.Kind);
    }

    /// <summary>What a storage holds is a tree: entries lie to the left and to the right of each other.</summary>
    [Fact]
    public void A_stream_is_found_on_either_side()
    {
        var file = CompoundFileWriter.Write(("CompObj", []), ("Workbook", XlsFile.WriteStream(Spec, BiffVersion.Biff8)));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Directory + Entry + 68), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Directory + Entry + 72), Free);

        Assert.Equal(25, WorkbookReader.Read(file, WorkbookLimits.Default).Workbook?.Sheets[0][0, 0].Number);
    }

    [Fact]
    public void A_name_longer_than_its_field_is_nobodys()
    {
        var file = XlsFile.Write(Spec, BiffVersion.Biff8);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(Directory + Entry + 64), 200);

        Assert.Equal(FileProblemKind.Unknown, WorkbookReader.Read(file, WorkbookLimits.Default).Problem?.Kind);
    }

    /// <summary>Bigger than 7 MiB: where the table of sectors lies no longer fits into the header.</summary>
    [Fact]
    public void A_table_of_sectors_goes_on_outside_of_the_header()
    {
        var spec = new WorkbookSpec(new SheetSpec("Rekap", [.. Enumerable.Range(1, 15_000).SelectMany(row => Enumerable.Range(0, 30).Select(column => new CellSpec($"{Sheet.AddressOf(row - 1, column)}", 25d)))]));

        var sheet = WorkbookReader.Read(LargeFile(XlsFile.WriteStream(spec, BiffVersion.Biff8)), WorkbookLimits.Default).Workbook!.Sheets[0];

        Assert.Equal((15_000, 30), (sheet.RowCount, sheet.ColumnCount));
        Assert.Equal(25, sheet[14_999, 29].Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_of_sectors_that_goes_on_where_it_came_from_or_breaks_off_is_damage(bool breaksOff)
    {
        var file = LargeFile(new byte[7_800_000]);
        var additional = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(68));
        var at = (additional + 1) * Sector;
        file.AsSpan(at, Sector).Fill(0xFF);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + Sector - 4), additional);

        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(breaksOff ? file.AsMemory(0, at + 2) : file, WorkbookLimits.Default).Problem?.Kind);
    }

    /// <summary>Since Windows 2000 sectors can have 4,096 bytes.</summary>
    [Fact]
    public void Sectors_can_be_large()
    {
        const int Large = 4_096;
        var stream = XlsFile.WriteStream(Spec, BiffVersion.Biff8);
        var header = XlsFile.Write(Spec, BiffVersion.Biff8)[..Sector];
        header[26] = 4;
        header[30] = 12;
        byte[] table = [.. Numbers(0xFFFF_FFFD, EndOfChain, EndOfChain), .. Enumerable.Repeat((byte)0xFF, Large - 12)];
        byte[] directory = [.. DirectoryEntry("Root Entry", 5, Free, 1, EndOfChain, 0), .. DirectoryEntry("Workbook", 2, Free, Free, 2, Large), .. new byte[Large - (2 * Entry)]];
        Array.Resize(ref stream, Large);
        byte[] file = [.. header, .. new byte[Large - Sector], .. table, .. directory, .. stream];

        Assert.Equal(25, WorkbookReader.Read(file, WorkbookLimits.Default).Workbook?.Sheets[0][0, 0].Number);
    }

    /// <summary>A stream of less than 4,096 bytes lies in one that is divided into sectors of 64.</summary>
    [Fact]
    public void A_small_workbook_lies_in_small_sectors()
    {
        var stream = XlsFile.WriteStream(Spec, BiffVersion.Biff5);
        var file = SmallFile(stream, stream.Length);

        Assert.InRange(stream.Length, 100, 4_000);
        Assert.Equal(25, WorkbookReader.Read(file, WorkbookLimits.Default).Workbook?.Sheets[0][0, 0].Number);
        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(SmallFile(stream, 3_000), WorkbookLimits.Default).Problem?.Kind);
        Assert.Equal(FileProblemKind.Corrupt, WorkbookReader.Read(SmallFile(stream, stream.Length, held: 64), WorkbookLimits.Default).Problem?.Kind);
    }

    /// <summary>A letter with a table of Excel in it keeps that workbook in a storage of its own.</summary>
    [Fact]
    public void A_workbook_within_a_letter_is_not_the_letter()
    {
        var file = CompoundFileWriter.Write(("WordDocument", [0xEC, 0xA5]), ("ObjectPool", []), ("Workbook", XlsFile.WriteStream(Spec, BiffVersion.Biff8)));
        var directory = file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Root Entry"));
        var pool = file.AsSpan(directory + (2 * Entry), Entry);
        const byte Storage = 1;
        (pool[66], pool[76], pool[72]) = (Storage, pool[72], 0xFF);
        pool[72..76].Fill(0xFF);
        pool[76..80].Clear();
        pool[76] = 3;

        Assert.Equal(FileProblemKind.WordDocument, WorkbookReader.Read(file, WorkbookLimits.Default).Problem?.Kind);
    }

    /// <summary>A file whose stream of small sectors holds the workbook.</summary>
    private static byte[] SmallFile(byte[] stream, int claimed, int? held = null)
    {
        var small = (stream.Length + 63) / 64;
        var large = (stream.Length + Sector - 1) / Sector;
        var header = XlsFile.Write(Spec, BiffVersion.Biff8)[..Sector];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(60), 2);
        byte[] table = Filled(Numbers([0xFFFF_FFFD, EndOfChain, EndOfChain, .. Chain(3, large)]));
        byte[] directory = Filled([.. DirectoryEntry("Root Entry", 5, Free, 1, 3, (uint)(held ?? small * 64)), .. DirectoryEntry("Book", 2, Free, Free, 0, (uint)claimed)]);
        byte[] smallTable = Filled(Numbers([.. Chain(0, small)]));
        Array.Resize(ref stream, large * Sector);
        return [.. header, .. table, .. directory, .. smallTable, .. stream];
    }

    /// <summary>A file of one stream whose table of sectors takes more than the 109 that the header can name.</summary>
    private static byte[] LargeFile(byte[] stream)
    {
        var data = (stream.Length + Sector - 1) / Sector;
        var tables = (data + 200 + 127) / 128;
        var header = XlsFile.Write(Spec, BiffVersion.Biff8)[..Sector];
        var directory = (uint)tables + 1;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), directory);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(68), tables);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(76 + (i * 4)), i);
        }

        byte[] additional = [.. Filled(Numbers([.. Enumerable.Range(109, tables - 109).Select(number => (uint)number)]))[..(Sector - 4)], .. Numbers(EndOfChain)];
        var chains = Numbers([.. Enumerable.Repeat(0xFFFF_FFFD, tables), 0xFFFF_FFFC, EndOfChain, .. Chain(directory + 1, data)]);
        byte[] table = [.. chains, .. Enumerable.Repeat((byte)0xFF, (tables * Sector) - chains.Length)];
        var entries = Filled([.. DirectoryEntry("Root Entry", 5, Free, 1, EndOfChain, 0), .. DirectoryEntry("Workbook", 2, Free, Free, directory + 1, (uint)stream.Length)]);
        Array.Resize(ref stream, data * Sector);
        return [.. header, .. table, .. additional, .. entries, .. stream];
    }

    private static IEnumerable<uint> Chain(uint first, int length) => Enumerable.Range(1, length).Select(number => number == length ? EndOfChain : first + (uint)number);

    private static byte[] Numbers(params uint[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];

    private static byte[] Filled(byte[] bytes) => [.. bytes, .. Enumerable.Repeat((byte)0xFF, Sector - bytes.Length)];

    private static byte[] DirectoryEntry(string name, byte type, uint right, uint child, uint start, uint size)
    {
        var field = new byte[64];
        Encoding.Unicode.GetBytes(name, field);
        return [.. field, (byte)((name.Length + 1) * 2), 0, type, 1, .. Numbers(Free, right, child), .. new byte[36], .. Numbers(start, size), 0, 0, 0, 0];
    }
}
