using System.Security.Cryptography;
using System.Text;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>
/// Encrypts workbooks in the ways that no program at hand writes any more. ExcelDataReader, which knows them too, is the witness that they
/// are written as the specification has it.
/// </summary>
internal static class EncryptedFiles
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];
    private static readonly byte[] Verifier = [.. Enumerable.Range(101, 16).Select(value => (byte)value)];

    /// <summary>What the contents of records are encrypted with from a place in the stream on.</summary>
    private delegate void Encryptor(Span<byte> content, int offset);

    /// <summary>RC4 by way of the CryptoAPI, as Excel 2003 wrote; 40 or 128 bits.</summary>
    public static byte[] CryptoApi(WorkbookSpec spec, int bits, string password, byte version = 2, int? claimedBits = null)
    {
        var seed = Sha1([.. Salt, .. Encoding.Unicode.GetBytes(password)]);
        byte[] KeyOf(int block)
        {
            var key = Sha1([.. seed, .. BitConverter.GetBytes(block)])[..(bits / 8)];
            Array.Resize(ref key, 16);
            return key;
        }

        byte[] verifier = [.. Verifier, .. Sha1(Verifier)];
        new Rc4(KeyOf(0)).Apply(verifier);
        byte[] provider = Encoding.Unicode.GetBytes("Microsoft Base Cryptographic Provider v1.0\0");
        byte[] header =
        [
            4, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x68, 0, 0, 0x04, 0x80, 0, 0, .. BitConverter.GetBytes(claimedBits ?? bits), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. provider,
        ];
        byte[] description =
        [
            1, 0, version, 0, 2, 0, 4, 0, 0, 0, .. BitConverter.GetBytes(header.Length), .. header, 16, 0, 0, 0, .. Salt, .. verifier[..16], 20, 0, 0, 0, .. verifier[16..],
        ];
        return Write(spec, BiffVersion.Biff8, description, (content, offset) =>
        {
            for (var i = 0; i < content.Length; i++)
            {
                var cipher = new Rc4(KeyOf((offset + i) / 1024));
                cipher.Apply(new byte[(offset + i) % 1024]);
                cipher.Apply(content.Slice(i, 1));
            }
        });
    }

    /// <summary>The oldest way, which knows one row of bytes for each password: here that of <c>VelvetSweatshop</c>, or another.</summary>
    public static byte[] Obfuscated(WorkbookSpec spec, bool isDefault, BiffVersion version = BiffVersion.Biff8)
    {
        byte[] kind = version == BiffVersion.Biff8 ? [0, 0] : [];
        byte[] row = [0x87, 0x6B, 0x9A, 0xE2, 0x1E, 0xE3, 0x05, 0x62, 0x1E, 0x69, 0x96, 0x60, 0x98, 0x6E, 0x94, 0x04];
        return Write(spec, version, [.. kind, .. isDefault ? new byte[] { 0x59, 0xB3, 0x0A, 0x9A } : [1, 2, 3, 4]], (content, offset) =>
        {
            var length = content.Length;
            for (var i = 0; i < length; i++)
            {
                content[i] = (byte)(byte.RotateLeft(content[i], 5) ^ row[(offset + length + i) % 16]);
            }
        });
    }

    /// <summary>AES block by block, as Excel 2007 wrote.</summary>
    public static byte[] Standard(byte[] package, string password)
    {
        var seed = Sha1([.. Salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < 50_000; i++)
        {
            seed = Sha1([.. BitConverter.GetBytes(i), .. seed]);
        }

        seed = Sha1([.. seed, 0, 0, 0, 0]);
        using var aes = Aes.Create();
        aes.Key = Sha1([.. Enumerable.Range(0, 64).Select(i => (byte)(0x36 ^ (i < 20 ? seed[i] : 0)))])[..16];
        byte[] header =
        [
            0x24, 0, 0, 0, 0, 0, 0, 0, 0x0E, 0x66, 0, 0, 0x04, 0x80, 0, 0, 128, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.Unicode.GetBytes("Microsoft Enhanced RSA and AES Cryptographic Provider\0"),
        ];
        byte[] hash = [.. Sha1(Verifier), .. new byte[12]];
        byte[] info =
        [
            3, 0, 2, 0, 0x24, 0, 0, 0, .. BitConverter.GetBytes(header.Length), .. header, 16, 0, 0, 0, .. Salt, .. aes.EncryptEcb(Verifier, PaddingMode.None),
            20, 0, 0, 0, .. aes.EncryptEcb(hash, PaddingMode.None),
        ];
        byte[] padded = [.. package, .. new byte[(16 - (package.Length % 16)) % 16]];
        return CompoundFileWriter.Write(("EncryptionInfo", info), ("EncryptedPackage", [.. BitConverter.GetBytes((long)package.Length), .. aes.EncryptEcb(padded, PaddingMode.None)]));
    }

    /// <summary>AES in chained blocks, a segment at a time, as Excel writes since 2010.</summary>
    public static byte[] Agile(byte[] package, string password, int? claimedSpins = null)
    {
        const int Spins = 1_000;
        var seed = SHA512.HashData([.. Salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < Spins; i++)
        {
            seed = SHA512.HashData([.. BitConverter.GetBytes(i), .. seed]);
        }

        byte[] Wrap(byte[] plain, params byte[] purpose)
        {
            using var wrap = Aes.Create();
            wrap.Key = SHA512.HashData([.. seed, .. purpose])[..32];
            return wrap.EncryptCbc(plain, Salt, PaddingMode.None);
        }

        byte[] key = [.. Enumerable.Range(7, 32).Select(value => (byte)value)], dataSalt = [.. Salt.Reverse()];
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] padded = [.. package, .. new byte[(16 - (package.Length % 16)) % 16]];
        var encrypted = padded.Chunk(4096).Index().SelectMany(segment =>
            aes.EncryptCbc(segment.Item, SHA512.HashData([.. dataSalt, .. BitConverter.GetBytes(segment.Index)])[..16], PaddingMode.None)).ToArray();
        const string Cipher = "blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\"";
        var description = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
            + $"<keyData saltSize=\"16\" {Cipher} saltValue=\"{Convert.ToBase64String(dataSalt)}\"/><keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
            + $"<p:encryptedKey spinCount=\"{claimedSpins ?? Spins}\" saltSize=\"16\" {Cipher} saltValue=\"{Convert.ToBase64String(Salt)}\""
            + $" encryptedVerifierHashInput=\"{Convert.ToBase64String(Wrap(Verifier, 0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79))}\""
            + $" encryptedVerifierHashValue=\"{Convert.ToBase64String(Wrap(SHA512.HashData(Verifier), 0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E))}\""
            + $" encryptedKeyValue=\"{Convert.ToBase64String(Wrap(key, 0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6))}\"/></keyEncryptor></keyEncryptors></encryption>";
        return CompoundFileWriter.Write(
            ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(description.PadRight(8_184))]),
            ("EncryptedPackage", [.. BitConverter.GetBytes((long)package.Length), .. encrypted]));
    }

    private static byte[] Sha1(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    /// <summary>The records with the description after the first, their contents encrypted where that is done.</summary>
    private static byte[] Write(WorkbookSpec spec, BiffVersion version, byte[] description, Encryptor encrypt)
    {
        var stream = XlsFile.WriteStream(spec, version);
        var first = 4 + BitConverter.ToUInt16(stream, 2);
        byte[] whole = [.. stream[..first], 0x2F, 0, .. BitConverter.GetBytes((ushort)description.Length), .. description, .. stream[first..]];
        for (var at = 0; at < whole.Length; at += 4 + BitConverter.ToUInt16(whole, at + 2))
        {
            var type = BitConverter.ToUInt16(whole, at);
            var content = whole.AsSpan(at + 4, BitConverter.ToUInt16(whole, at + 2));
            if (type == 0x85)
            {
                var begins = BitConverter.GetBytes(BitConverter.ToInt32(content) + 4 + description.Length);
                encrypt(content, at + 4);
                begins.CopyTo(content);
            }
            else if (type is not (0x809 or 0x2F))
            {
                encrypt(content, at + 4);
            }
        }

        return CompoundFileWriter.Write((version == BiffVersion.Biff8 ? "Workbook" : "Book", whole));
    }

    private sealed class Rc4
    {
        private readonly byte[] _state = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        private int _i;
        private int _j;

        public Rc4(byte[] key)
        {
            for (int i = 0, j = 0; i < 256; i++)
            {
                j = (j + _state[i] + key[i % key.Length]) % 256;
                (_state[i], _state[j]) = (_state[j], _state[i]);
            }
        }

        public void Apply(Span<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                _i = (_i + 1) % 256;
                _j = (_j + _state[_i]) % 256;
                (_state[_i], _state[_j]) = (_state[_j], _state[_i]);
                bytes[at] ^= _state[(_state[_i] + _state[_j]) % 256];
            }
        }
    }
}
