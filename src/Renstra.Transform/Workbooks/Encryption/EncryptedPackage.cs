using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Renstra.Transform.Workbooks.Xls;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.Encryption;

/// <summary>
/// Opens encrypted Office Open XML workbooks ([MS-OFFCRYPTO] 2.3.4) that need no password of a person: Excel encrypts a workbook whose
/// structure is protected with one that every program knows, and opens it unasked.
/// </summary>
internal static class EncryptedPackage
{
    /// <summary>The password that is none.</summary>
    public const string DefaultPassword = "VelvetSweatshop";

    /// <summary>Excel hashes 100,000 times; a file that asks for more would make this program work for it.</summary>
    private const int MostSpins = 1_000_000;

    /// <summary>The bytes before the package that tell its size.</summary>
    private const int SizeLength = 8;

    /// <summary>The package; null where it opens with another password, or is encrypted in a way that no spreadsheet uses.</summary>
    public static byte[]? Open(CompoundFile file)
    {
        if (!file.Has("EncryptionInfo"))
        {
            return null;
        }

        var (info, content) = (file.Read("EncryptionInfo"), file.Read("EncryptedPackage"));
        try
        {
            return info switch
            {
                [4, 0, 4, 0, _, _, _, _, _, ..] => OpenAgile(info, content),
                [2 or 3 or 4, 0, 2, 0, _, _, _, _, ..] => OpenStandard(info, content),
                _ => null,
            };
        }
        catch (Exception cause) when (cause is CryptographicException or ArgumentException or FormatException or OverflowException)
        {
            // What describes the encryption contradicts itself.
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    /// <summary>Described in XML; AES in chained blocks, a segment of 4,096 bytes at a time ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15).</summary>
    private static byte[]? OpenAgile(byte[] info, byte[] content)
    {
        const int SegmentLength = 4_096;
        var (data, password, key) = ReadDescription(info);
        if (password is null || data is null || password.Spins is < 0 or > MostSpins)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(password.Hash);
        var seed = Spin(hash, password.Salt, password.Spins);
        var verifier = Unwrap(key.VerifierInput, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]);
        var expected = Unwrap(key.VerifierHash, [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]);
        if (!expected.AsSpan().StartsWith(Digest(hash, verifier, [])))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Unwrap(key.Value, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6])[..data.KeyLength];
        using var segmentHash = IncrementalHash.CreateHash(data.Hash);
        var package = content[SizeLength..];
        Array.Resize(ref package, package.Length / data.BlockLength * data.BlockLength);
        for (var at = 0; at < package.Length; at += SegmentLength)
        {
            var segment = package.AsSpan(at, Math.Min(SegmentLength, package.Length - at));
            var vector = Fit(Digest(segmentHash, data.Salt, LittleEndian(at / SegmentLength)), data.BlockLength);
            aes.DecryptCbc(segment, vector, segment, PaddingMode.None);
        }

        return WithSize(package, content);

        byte[] Unwrap(byte[] wrapped, byte[] purpose)
        {
            using var wrap = Aes.Create();
            wrap.Key = Fit(Digest(hash, seed, purpose), password.KeyLength);
            return wrap.DecryptCbc(wrapped, Fit(password.Salt, password.BlockLength), PaddingMode.None);
        }
    }

    /// <summary>Described in binary; SHA-1, and AES block by block ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9).</summary>
    private static byte[]? OpenStandard(byte[] info, byte[] content)
    {
        const int Spins = 50_000, Aes128 = 0x660E, Aes256 = 0x6610;
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(info.AsSpan(8));
        var header = info.AsSpan(12, headerLength);
        var verifier = info.AsSpan(12 + headerLength);
        if (BinaryPrimitives.ReadInt32LittleEndian(header[8..]) is < Aes128 or > Aes256)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        var seed = Digest(hash, Spin(hash, verifier.Slice(4, 16).ToArray(), Spins), LittleEndian(0));
        using var aes = Aes.Create();
        aes.Key = [.. Derive(0x36).Concat(Derive(0x5C)).Take(BinaryPrimitives.ReadInt32LittleEndian(header[16..]) / 8)];
        var input = aes.DecryptEcb(verifier.Slice(20, 16), PaddingMode.None);
        if (!aes.DecryptEcb(verifier.Slice(40, 32), PaddingMode.None).AsSpan().StartsWith(Digest(hash, input, [])))
        {
            return null;
        }

        const int BlockLength = 16;
        var package = content.AsSpan(SizeLength);
        return WithSize(aes.DecryptEcb(package[..(package.Length / BlockLength * BlockLength)], PaddingMode.None), content);

        byte[] Derive(byte filling)
        {
            var block = new byte[64];
            Array.Fill(block, filling);
            for (var i = 0; i < seed.Length; i++)
            {
                block[i] ^= seed[i];
            }

            return CryptographicOperations.HashData(HashAlgorithmName.SHA1, block);
        }
    }

    private static byte[] WithSize(byte[] package, byte[] content)
    {
        var size = BinaryPrimitives.ReadInt64LittleEndian(content);
        return size >= 0 && size <= package.Length ? package[..(int)size] : throw UnreadableFileException.Corrupt();
    }

    /// <summary>The hash of salt and password, hashed again and again with the number of the turn before it.</summary>
    private static byte[] Spin(IncrementalHash hash, byte[] salt, int turns)
    {
        var seed = Digest(hash, salt, Encoding.Unicode.GetBytes(DefaultPassword));
        Span<byte> turn = stackalloc byte[4];
        for (var i = 0; i < turns; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(turn, i);
            hash.AppendData(turn);
            hash.AppendData(seed);
            hash.GetHashAndReset(seed);
        }

        return seed;
    }

    private static byte[] Digest(IncrementalHash hash, byte[] first, byte[] second)
    {
        hash.AppendData(first);
        hash.AppendData(second);
        return hash.GetHashAndReset();
    }

    private static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    /// <summary>As many bytes as are needed: cut off, or filled up with 36.</summary>
    private static byte[] Fit(byte[] bytes, int length)
    {
        var fitting = new byte[length];
        Array.Fill(fitting, (byte)0x36);
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(fitting);
        return fitting;
    }

    private static (Cipher? Data, Cipher? Password, (byte[] VerifierInput, byte[] VerifierHash, byte[] Value) Key) ReadDescription(byte[] info)
    {
        const int FirstByte = 8;
        const string PasswordNamespace = "http://schemas.microsoft.com/office/2006/keyEncryptor/password";
        var (data, password, key) = (default(Cipher), default(Cipher), default((byte[], byte[], byte[])));
        var length = info.AsSpan(FirstByte).TrimEnd((byte)0).Length;
        if (length == 0)
        {
            return default;
        }

        using var text = new StreamReader(new MemoryStream(info, FirstByte, length), Encoding.UTF8);
        using var xml = new XmlPart(text, PasswordNamespace);
        while (xml.ReadElement())
        {
            switch (xml.Name)
            {
                case "keyData":
                    data = Cipher.Of(xml);
                    break;
                case "encryptedKey":
                    password = Cipher.Of(xml);
                    key = (Bytes(xml, "encryptedVerifierHashInput"), Bytes(xml, "encryptedVerifierHashValue"), Bytes(xml, "encryptedKeyValue"));
                    break;
            }
        }

        return (data, password, key);
    }

    private static byte[] Bytes(XmlPart xml, string attribute) => Convert.FromBase64String(xml.Attribute(attribute) ?? "");

    /// <summary>How something is encrypted; null where it is not by AES in chained blocks.</summary>
    private sealed record Cipher(HashAlgorithmName Hash, byte[] Salt, int KeyLength, int BlockLength, int Spins)
    {
        public static Cipher? Of(XmlPart xml)
        {
            var hash = (xml.Attribute("hashAlgorithm") ?? "").Replace("-", "", StringComparison.Ordinal);
            var isKnown = hash is "SHA1" or "SHA256" or "SHA384" or "SHA512"
                && xml.Attribute("cipherAlgorithm") == "AES" && xml.Attribute("cipherChaining") == "ChainingModeCBC" && xml.Attribute("blockSize") == "16";
            return !isKnown ? null : new(
                new HashAlgorithmName(hash),
                Bytes(xml, "saltValue"),
                WholeNumber.Parse(xml.Attribute("keyBits"), 128, 256) / 8,
                BlockLength: 16,
                WholeNumber.Parse(xml.Attribute("spinCount") ?? "0", 0, int.MaxValue));
        }
    }
}
