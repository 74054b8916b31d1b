using System.Buffers.Binary;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Damages files the way transfers, disks and strangers do; the same seed always does the same damage.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly uint[] Telling = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private readonly Random _random = new(seed);

    /// <summary>A damaged copy. In a zip file half of the damage is done to a part before it is zipped, so that it lies deeper.</summary>
    public byte[] Of(byte[] file)
    {
        if (ZipFile.ReadIfSound(file) is not { Length: > 0 } parts || _random.Next(2) == 0)
        {
            return Damage(file);
        }

        var chosen = _random.Next(parts.Length);
        parts[chosen].Content = Damage(parts[chosen].Content);
        return ZipFile.Write(parts);
    }

    private byte[] Damage(byte[] file)
    {
        var bytes = file.ToList();
        for (var count = _random.Next(1, 6); count > 0 && bytes.Count > 8; count--)
        {
            var at = _random.Next(bytes.Count);
            var length = Math.Min(_random.Next(1, 64), bytes.Count - at);
            switch (_random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 2 or 3:
                    Overwrite(bytes, at, Telling[_random.Next(Telling.Length)], _random.Next(2) == 0 ? 2 : 4);
                    break;
                case 4:
                    bytes.RemoveRange(at, length);
                    break;
                case 5:
                    bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 6:
                    var target = _random.Next(bytes.Count - length + 1);
                    Overwrite(bytes, target, bytes.GetRange(at, length));
                    break;
                case 7 when _random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Overwrite(List<byte> bytes, int at, uint value, int length)
    {
        var little = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(little, value);
        Overwrite(bytes, at, little[..Math.Min(length, bytes.Count - at)]);
    }

    private static void Overwrite(List<byte> bytes, int at, IEnumerable<byte> content)
    {
        foreach (var value in content)
        {
            bytes[at++] = value;
        }
    }
}
