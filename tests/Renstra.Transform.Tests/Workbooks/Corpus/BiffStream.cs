namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Takes a BIFF stream apart and puts it together again with something changed; where its sheets begin is told anew.</summary>
internal static class BiffStream
{
    private const int Head = 4;
    private const int Beginning = 0x809;
    private const int End = 0x0A;
    private const int BoundSheet = 0x85;

    /// <summary>The same stream with none, one or several records in place of each.</summary>
    public static byte[] Rewrite(byte[] stream, Func<int, byte[], IEnumerable<(int Type, byte[] Content)>> change)
    {
        var records = Records(stream).SelectMany(record => change(record.Type, record.Content)).ToList();
        var begins = new Queue<int>(Beginnings(records).Skip(1));
        foreach (var (_, content) in records.Where(record => record.Type == BoundSheet && begins.Count > 0))
        {
            BitConverter.TryWriteBytes(content, begins.Dequeue());
        }

        return [.. records.SelectMany(record => (byte[])[.. BitConverter.GetBytes((ushort)record.Type), .. BitConverter.GetBytes((ushort)record.Content.Length), .. record.Content])];
    }

    private static IEnumerable<(int Type, byte[] Content)> Records(byte[] stream)
    {
        for (var at = 0; at < stream.Length; at += Head + BitConverter.ToUInt16(stream, at + 2))
        {
            yield return (BitConverter.ToUInt16(stream, at), stream[(at + Head)..(at + Head + BitConverter.ToUInt16(stream, at + 2))]);
        }
    }

    /// <summary>Where the globals and each sheet begin; what begins within a sheet is a part of it.</summary>
    private static IEnumerable<int> Beginnings(List<(int Type, byte[] Content)> records)
    {
        var (at, depth) = (0, 0);
        foreach (var (type, content) in records)
        {
            if (type == Beginning && depth++ == 0)
            {
                yield return at;
            }

            depth -= type == End ? 1 : 0;
            at += Head + content.Length;
        }
    }
}
