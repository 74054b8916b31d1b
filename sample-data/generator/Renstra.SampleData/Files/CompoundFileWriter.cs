using System.Text;

namespace Renstra.SampleData.Files;

/// <summary>
/// Writes a compound file of version 3 ([MS-CFB]) with the streams under its root. Streams are padded to 4,096 bytes, so that none has to
/// go into the mini stream.
/// </summary>
internal static class CompoundFileWriter
{
    private const int SectorLength = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint FatSector = 0xFFFFFFFD;

    public static byte[] Write(params (string Name, byte[] Content)[] streams)
    {
        var padded = streams.Select(stream => (stream.Name, Content: Pad(stream.Content))).ToArray();
        var directoryLength = (padded.Length + 1 + 3) / 4;
        var dataSectors = directoryLength + padded.Sum(stream => stream.Content.Length / SectorLength);
        var fatSectors = 1;
        while (fatSectors * (SectorLength / 4) < dataSectors + fatSectors)
        {
            fatSectors++;
        }

        // More would have to be listed outside of the header.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fatSectors, 109);
        var fat = Enumerable.Repeat(Free, fatSectors * (SectorLength / 4)).ToArray();
        fat.AsSpan(0, fatSectors).Fill(FatSector);
        var directoryStart = fatSectors;
        Chain(fat, directoryStart, directoryLength);
        var starts = new List<int>();
        var next = directoryStart + directoryLength;
        foreach (var (_, content) in padded)
        {
            starts.Add(next);
            Chain(fat, next, content.Length / SectorLength);
            next += content.Length / SectorLength;
        }

        var file = new MemoryStream();
        var writer = new BinaryWriter(file);
        WriteHeader(writer, fatSectors, directoryStart);
        foreach (var entry in fat)
        {
            writer.Write(entry);
        }

        WriteEntry(writer, "Root Entry", type: 5, right: Free, child: padded.Length > 0 ? 1u : Free, EndOfChain, 0);
        foreach (var (index, (name, content)) in padded.Index())
        {
            var right = index + 1 < padded.Length ? (uint)index + 2 : Free;
            WriteEntry(writer, name, type: 2, right, Free, (uint)starts[index], (uint)content.Length);
        }

        for (var i = padded.Length + 1; i < directoryLength * 4; i++)
        {
            WriteEntry(writer, "", type: 0, Free, Free, 0, 0);
        }

        foreach (var (_, content) in padded)
        {
            writer.Write(content);
        }

        return file.ToArray();
    }

    private static byte[] Pad(byte[] content)
    {
        var length = Math.Max(4096, (content.Length + SectorLength - 1) / SectorLength * SectorLength);
        var padded = new byte[length];
        content.CopyTo(padded, 0);
        return padded;
    }

    private static void Chain(uint[] fat, int start, int length)
    {
        for (var i = 0; i < length; i++)
        {
            fat[start + i] = i + 1 < length ? (uint)(start + i + 1) : EndOfChain;
        }
    }

    private static void WriteHeader(BinaryWriter writer, int fatSectors, int directoryStart)
    {
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        writer.Write(new byte[16]);
        writer.Write((ushort)0x3E);
        writer.Write((ushort)3);
        writer.Write((ushort)0xFFFE);
        writer.Write((ushort)9);
        writer.Write((ushort)6);
        writer.Write(new byte[10]);
        writer.Write(fatSectors);
        writer.Write(directoryStart);
        writer.Write(0);
        writer.Write(4096);
        writer.Write(EndOfChain);
        writer.Write(0);
        writer.Write(EndOfChain);
        writer.Write(0);
        for (var i = 0; i < 109; i++)
        {
            writer.Write(i < fatSectors ? (uint)i : Free);
        }
    }

    private static void WriteEntry(BinaryWriter writer, string name, byte type, uint right, uint child, uint start, uint size)
    {
        var field = new byte[64];
        Encoding.Unicode.GetBytes(name, field);
        writer.Write(field);
        writer.Write((ushort)(name.Length == 0 ? 0 : (name.Length + 1) * 2));
        writer.Write(type);
        writer.Write((byte)1);
        writer.Write(Free);
        writer.Write(right);
        writer.Write(child);
        writer.Write(new byte[36]);
        writer.Write(start);
        writer.Write(size);
        writer.Write(0);
    }
}
