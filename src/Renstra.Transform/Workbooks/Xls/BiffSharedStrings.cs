using System.Buffers.Binary;

namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Walks through the table of shared strings ([MS-XLS] 2.4.265), which runs over as many records as it needs, and refuses one whose
/// strings claim more than is there: they would be read as something else, or again and again. ExcelDataReader gives the strings, without
/// their fonts.
/// </summary>
internal static class BiffSharedStrings
{
    /// <summary>Checks the table that begins in the current record; the record after the table is the current one afterwards.</summary>
    /// <param name="records">The records of the workbook.</param>
    /// <param name="count">How many strings the table claims.</param>
    /// <param name="formats">The fonts.</param>
    /// <returns>The parts that fonts set apart, by the number of the string.</returns>
    public static Dictionary<long, (int Start, FontMark Mark)[]> Check(BiffRecords records, long count, CellFormats formats)
    {
        var marked = new Dictionary<long, (int, FontMark)[]>();
        var at = 8;
        for (long i = 0; i < count; i++)
        {
            Advance(records, ref at);
            const int Wide = 1, Extended = 4, Rich = 8;
            var characters = records.UInt16(at);
            var flags = records.Byte(at + 2);
            at += 3;
            var runs = 0;
            long tail = 0;
            if ((flags & Rich) != 0)
            {
                runs = records.UInt16(at);
                at += 2;
            }

            if ((flags & Extended) != 0)
            {
                tail += records.UInt32(at);
                at += 4;
            }

            for (var isWide = (flags & Wide) != 0; characters > 0;)
            {
                if (Advance(records, ref at))
                {
                    isWide = records.Byte(at++) != 0;
                }

                var size = isWide ? 2 : 1;
                var taken = Math.Min((records.Length - at) / size, characters);
                if (taken == 0)
                {
                    throw UnreadableFileException.Corrupt();
                }

                at += taken * size;
                characters -= taken;
            }

            if (ReadRuns(records, ref at, runs, formats) is { } parts)
            {
                marked.Add(i, parts);
            }

            for (; tail > 0; tail -= Skip(records, ref at, tail))
            {
                Advance(records, ref at);
            }
        }

        do
        {
            records.Read();
        }
        while (records.Type == BiffRecordType.Continue);
        return marked;
    }

    /// <summary>Reads where parts of a string begin, and their fonts, four bytes each; null where fonts set nothing apart.</summary>
    private static (int Start, FontMark Mark)[]? ReadRuns(BiffRecords records, ref int at, int count, CellFormats formats)
    {
        List<(int, FontMark)>? runs = null;
        Span<byte> run = stackalloc byte[4];
        for (var i = 0; i < count; i++)
        {
            for (var read = 0; read < run.Length; read++)
            {
                Advance(records, ref at);
                run[read] = records.Byte(at++);
            }

            var mark = formats.MarkOf(BinaryPrimitives.ReadUInt16LittleEndian(run[2..]));
            if (runs is not null || mark != FontMark.None || formats.HasMarks)
            {
                (runs ??= []).Add((BinaryPrimitives.ReadUInt16LittleEndian(run), mark));
            }
        }

        return runs?.ToArray();
    }

    private static long Skip(BiffRecords records, ref int at, long most)
    {
        var skipped = Math.Min(records.Length - at, most);
        at += (int)skipped;
        return skipped;
    }

    /// <summary>Goes on to the record that continues the table when the current one is used up.</summary>
    private static bool Advance(BiffRecords records, ref int at)
    {
        if (at < records.Length)
        {
            return false;
        }

        records.Read();
        at = 0;
        return records.Type == BiffRecordType.Continue ? true : throw UnreadableFileException.Corrupt();
    }
}
