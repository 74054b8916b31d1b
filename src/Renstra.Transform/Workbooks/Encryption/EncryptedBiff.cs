using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Workbooks.Xls;

namespace Renstra.Transform.Workbooks.Encryption;

/// <summary>
/// Opens encrypted workbooks of Excel 97–2003 and 5 ([MS-XLS] 2.2.10) that need no password of a person, as
/// <see cref="EncryptedPackage"/> does. The contents of records are encrypted, their heads are not.
/// </summary>
internal static class EncryptedBiff
{
    private const int HeadLength = 4;

    /// <summary>The keystream begins anew after so many bytes of the stream, encrypted or not.</summary>
    private const int BlockLength = 1_024;

    /// <summary>
    /// The bytes that <see cref="EncryptedPackage.DefaultPassword"/> makes for obfuscation, which has no salt ([MS-OFFCRYPTO] 2.3.7.2),
    /// and before them the key and the verifier by which a file says that it has this password.
    /// </summary>
    private static readonly byte[] Obfuscation =
    [
        0x59, 0xB3, 0x0A, 0x9A,
        0x87, 0x6B, 0x9A, 0xE2, 0x1E, 0xE3, 0x05, 0x62,
        0x1E, 0x69, 0x96, 0x60, 0x98, 0x6E, 0x94, 0x04,
    ];

    /// <summary>
    /// The stream in which nothing is encrypted any more; the stream itself where nothing was. Null where it opens with another password.
    /// </summary>
    public static ReadOnlyMemory<byte>? Open(ReadOnlyMemory<byte> stream)
    {
        var records = new BiffRecords(stream);
        records.Read();
        var isBiff8 = records.UInt16(0) == 0x0600;
        while (records.Type is not (BiffRecordType.FilePass or BiffRecordType.Eof))
        {
            records.Read();
        }

        return records.Type == BiffRecordType.Eof ? stream
            : KeyOf(records, isBiff8) is { } key ? Decrypt(stream, key)
            : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>What decrypts bytes at a place in the stream, or nothing where the password is another or the way is not known.</summary>
    private static Action<Memory<byte>, int>? KeyOf(BiffRecords description, bool isBiff8)
    {
        if (!isBiff8 || description.UInt16(0) == 0)
        {
            var isKnown = description.Slice(isBiff8 ? 2 : 0, 4).SequenceEqual(Obfuscation.AsSpan(0, 4));
            return isKnown ? Deobfuscate : null;
        }

        var (major, minor) = (description.UInt16(2), description.UInt16(4));
        return (major, minor) switch
        {
            (1, 1) => Rc4(description, description.Slice(6, 16).ToArray()),
            (2 or 3 or 4, 2) => CryptoApi(description),
            _ => null,
        };
    }

    /// <summary>RC4 with a key of 40 bits ([MS-OFFCRYPTO] 2.3.6).</summary>
    private static Action<Memory<byte>, int>? Rc4(BiffRecords description, byte[] salt)
    {
        const int Repeats = 16, SeedLength = 5;
        var password = Hash(HashAlgorithmName.MD5, Encoding.Unicode.GetBytes(EncryptedPackage.DefaultPassword))[..SeedLength];
        var seed = Hash(HashAlgorithmName.MD5, [.. Enumerable.Repeat((byte[])[.. password, .. salt], Repeats).SelectMany(bytes => bytes)])[..SeedLength];
        return Verified(
            HashAlgorithmName.MD5,
            block => Hash(HashAlgorithmName.MD5, [.. seed, .. LittleEndian(block)]),
            [.. description.Slice(22, 16), .. description.Slice(38, 16)]);
    }

    /// <summary>RC4 with SHA-1 and a key as long as the file says ([MS-OFFCRYPTO] 2.3.5).</summary>
    private static Action<Memory<byte>, int>? CryptoApi(BiffRecords description)
    {
        const int FirstHeaderByte = 14, ShortKey = 5, LeastKey = 16;
        var verifier = (int)(FirstHeaderByte + description.UInt32(10));
        var keyLength = description.UInt32(FirstHeaderByte + 16) is var bits and > 0 ? (int)Math.Min(bits / 8, 20) : ShortKey;
        var seed = Hash(HashAlgorithmName.SHA1, [.. description.Slice(verifier + 4, 16), .. Encoding.Unicode.GetBytes(EncryptedPackage.DefaultPassword)]);
        return Verified(
            HashAlgorithmName.SHA1,
            block =>
            {
                var key = Hash(HashAlgorithmName.SHA1, [.. seed, .. LittleEndian(block)])[..keyLength];

                // A key of 40 bits is filled up with zeros.
                Array.Resize(ref key, keyLength == ShortKey ? LeastKey : keyLength);
                return key;
            },
            [.. description.Slice(verifier + 20, 16), .. description.Slice(verifier + 40, 20)]);
    }

    /// <summary>Decrypts what the file keeps to check passwords by: 16 bytes, and their hash.</summary>
    private static Action<Memory<byte>, int>? Verified(HashAlgorithmName hash, Func<int, byte[]> keyOf, byte[] verifier)
    {
        new KeyStream(keyOf(0)).Apply(verifier);
        return Hash(hash, verifier[..16]).AsSpan().SequenceEqual(verifier.AsSpan(16)) ? new BlockCipher(keyOf).Apply : null;
    }

    private static byte[] Hash(HashAlgorithmName algorithm, byte[] bytes) => CryptographicOperations.HashData(algorithm, bytes);

    private static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    /// <summary>Bits turned and bytes mixed with a row of sixteen, beginning where the content of the record would end.</summary>
    private static void Deobfuscate(Memory<byte> content, int offset)
    {
        const int FirstByte = 4, Length = 16;
        var bytes = content.Span;
        for (var i = 0; i < bytes.Length; i++)
        {
            var mixed = bytes[i] ^ Obfuscation[FirstByte + ((offset + bytes.Length + i) % Length)];
            bytes[i] = byte.RotateRight((byte)mixed, 5);
        }
    }

    private static byte[] Decrypt(ReadOnlyMemory<byte> stream, Action<Memory<byte>, int> decrypt)
    {
        const int OffsetLength = 4;
        var plain = stream.ToArray();
        var records = new BiffRecords(stream);

        // Streams are filled up with a few bytes at the end.
        for (var at = 0; records.Rest >= HeadLength; at += HeadLength + records.Length)
        {
            records.Read();
            var content = plain.AsMemory(at + HeadLength, records.Length);
            if (records.Type == BiffRecordType.FilePass)
            {
                // Nothing is encrypted any more; a record that no reader knows takes its place.
                BinaryPrimitives.WriteUInt16LittleEndian(plain.AsSpan(at), 0xFFFF);
            }
            else if (records.Type != BiffRecordType.Bof)
            {
                // Other records that are not encrypted either tell who has the file open, which nobody asks.
                decrypt(content, at + HeadLength);
                if (records.Type == BiffRecordType.BoundSheet)
                {
                    // Where a sheet begins is not encrypted.
                    records.Slice(0, OffsetLength).CopyTo(content.Span);
                }
            }
        }

        return plain;
    }

    /// <summary>Decrypts with a key for each block of the stream.</summary>
    private sealed class BlockCipher(Func<int, byte[]> keyOf)
    {
        private KeyStream? _keys;
        private int _block = -1;
        private int _at;

        public void Apply(Memory<byte> content, int offset)
        {
            for (var done = 0; done < content.Length;)
            {
                var (block, within) = Math.DivRem(offset + done, BlockLength);
                if (block != _block)
                {
                    (_keys, _block, _at) = (new KeyStream(keyOf(block)), block, 0);
                }

                _keys!.Skip(within - _at);
                var part = content.Slice(done, Math.Min(content.Length - done, BlockLength - within));
                _keys.Apply(part.Span);
                _at = within + part.Length;
                done += part.Length;
            }
        }
    }

    /// <summary>RC4, which the platform no longer has: nobody should encrypt with it, but old files are.</summary>
    private sealed class KeyStream
    {
        private readonly byte[] _state = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        private byte _i;
        private byte _j;

        public KeyStream(byte[] key)
        {
            byte j = 0;
            for (var i = 0; i < _state.Length; i++)
            {
                j += (byte)(_state[i] + key[i % key.Length]);
                (_state[i], _state[j]) = (_state[j], _state[i]);
            }
        }

        public void Skip(int count)
        {
            for (; count > 0; count--)
            {
                Next();
            }
        }

        public void Apply(Span<byte> bytes)
        {
            foreach (ref var value in bytes)
            {
                value ^= Next();
            }
        }

        private byte Next()
        {
            _j += _state[++_i];
            (_state[_i], _state[_j]) = (_state[_j], _state[_i]);
            return _state[(byte)(_state[_i] + _state[_j])];
        }
    }
}
