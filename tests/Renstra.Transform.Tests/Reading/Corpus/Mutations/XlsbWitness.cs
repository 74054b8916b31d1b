using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>What stands in the cells of an .xlsb, whatever the sheet: a walk over its records ([MS-XLSB]) that leaves out what it does not know.</summary>
internal static class XlsbWitness
{
    private const int Row = 0, Packed = 2, Real = 5, Inline = 6, Shared = 7, FormulaText = 8, FormulaNumber = 9, SharedItem = 19;

    /// <summary>Contents by address; none when the file is no .xlsb.</summary>
    public static IEnumerable<(string Cell, string Value)> CellsOf(byte[] file)
    {
        var parts = ZipFile.ReadIfSound(file).Where(part => part.Name.EndsWith(".bin", StringComparison.Ordinal)).ToList();
        var strings = parts
            .SelectMany(part => RecordsOf(part.Content))
            .Where(record => record.Type == SharedItem)
            .Select(record => TextAt(record.Content, 1))
            .ToList();
        foreach (var part in parts.Where(part => part.Name.Contains("worksheets/", StringComparison.Ordinal)))
        {
            var row = 0;
            foreach (var (type, content) in RecordsOf(part.Content))
            {
                row = type == Row && content.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(content) : row;
                if (content.Length >= 12 && row is >= 0 and < 20_000 && BinaryPrimitives.ReadInt32LittleEndian(content) is >= 0 and < 200 and var column
                    && ValueOf(type, content, strings) is { } value)
                {
                    yield return (Sheet.AddressOf(row, column), value);
                }
            }
        }
    }

    private static string? ValueOf(int type, byte[] content, List<string> strings) => type switch
    {
        Packed => Shown(Unpacked(BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(8)))),
        Real or FormulaNumber when content.Length >= 16 => Shown(BinaryPrimitives.ReadDoubleLittleEndian(content.AsSpan(8))),
        Shared => strings.ElementAtOrDefault(BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(8))),
        Inline or FormulaText => TextAt(content, 8),
        _ => null,
    };

    private static double Unpacked(int packed)
    {
        var number = (packed & 2) != 0 ? packed >> 2 : BitConverter.Int64BitsToDouble((long)(packed & ~3) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }

    private static string Shown(double number) => number.ToString("0.##############", CultureInfo.InvariantCulture);

    private static string TextAt(byte[] content, int at)
    {
        var rest = content.AsSpan(Math.Min(at, content.Length));
        return rest.Length >= 4 && BinaryPrimitives.ReadInt32LittleEndian(rest) is >= 0 and var length && length <= (rest.Length - 4) / 2
            ? Encoding.Unicode.GetString(rest.Slice(4, 2 * length))
            : "";
    }

    private static IEnumerable<(int Type, byte[] Content)> RecordsOf(byte[] part)
    {
        for (var at = 0; at + 1 < part.Length;)
        {
            int type = part[at++];
            if (type >= 128)
            {
                type = (type & 0x7F) | (part[at++] << 7);
            }

            var length = 0;
            for (var shift = 0; at < part.Length && shift < 28; shift += 7)
            {
                length |= (part[at] & 0x7F) << shift;
                if (part[at++] < 128)
                {
                    break;
                }
            }

            length = Math.Min(length, part.Length - at);
            yield return (type, part[at..(at + length)]);
            at += length;
        }
    }
}
