namespace Renstra.SampleData.Files;

/// <summary>Writes BIFF records one after another.</summary>
internal sealed class BiffWriter
{
    private readonly List<byte> _bytes = [];

    public BiffWriter Add(ushort type, byte[] content)
    {
        _bytes.AddRange(BitConverter.GetBytes(type));
        _bytes.AddRange(BitConverter.GetBytes((ushort)content.Length));
        _bytes.AddRange(content);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
