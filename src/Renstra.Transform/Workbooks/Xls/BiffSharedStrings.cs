namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Walks through the table of shared strings ([MS-XLS] 2.4.265), which runs over as many records as it needs, and refuses one whose
/// strings claim more than is there: they would be read as something else, or again and again.
/// </summary>
internal static class BiffSharedStrings
{
    /// <summary>Checks the table that begins in the current record; the record after the table is the current one afterwards.</summary>
    public static void Check(BiffRecords records, long count)
    {
        var at = 8;
        for (long i = 0; i < count; i++)
        {
            Advance(records, ref at);
            const int Wide = 1, Extended = 4, Rich = 8;
            var characters = records.UInt16(at);
            var flags = records.Byte(at + 2);
            at += 3;
            long tail = 0;
            if ((flags & Rich) != 0)
            {
                tail += records.UInt16(at) * 4L;
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
        return records is { Type: BiffRecordType.Continue, Length: > 0 } ? true : throw UnreadableFileException.Corrupt();
    }
}
