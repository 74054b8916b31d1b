namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Writes the records of a binary part one after another.</summary>
internal sealed class XlsbRecordWriter
{
    private readonly List<byte> _bytes = [];

    public void Add(int type, Action<BinaryWriter>? write = null)
    {
        var content = new MemoryStream();
        write?.Invoke(new BinaryWriter(content));
        if (type < 128)
        {
            _bytes.Add((byte)type);
        }
        else
        {
            _bytes.Add((byte)((type & 0x7F) | 0x80));
            _bytes.Add((byte)(type >> 7));
        }

        for (var rest = (int)content.Length; ;)
        {
            var isLast = rest < 0x80;
            _bytes.Add((byte)((rest & 0x7F) | (isLast ? 0 : 0x80)));
            rest >>= 7;
            if (isLast)
            {
                break;
            }
        }

        _bytes.AddRange(content.ToArray());
    }

    public byte[] ToArray() => [.. _bytes];
}
