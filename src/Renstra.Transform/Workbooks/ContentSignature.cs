namespace Renstra.Transform.Workbooks;

/// <summary>Knows files by their first bytes.</summary>
internal static class ContentSignature
{
    /// <summary>Whether a zip file begins here, an empty or a split one included.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Whether a BIFF stream begins here without a container, as programs write it by hand.</summary>
    public static bool IsBareBiff(ReadOnlySpan<byte> bytes) => bytes is [0x09, 0x08, >= 0x04, 0x00, 0x00, <= 0x06, ..];

    /// <summary>What a file is that holds no workbook, as far as its first bytes tell; null when they do not.</summary>
    public static FileProblemKind? OtherContent(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when IsPdf(bytes) => FileProblemKind.Pdf,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => FileProblemKind.Image,
        [0xFF, 0xD8, 0xFF, ..] => FileProblemKind.Image,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileProblemKind.Image,
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => FileProblemKind.Image,
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => FileProblemKind.Image,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileProblemKind.Image,
        [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m' or (byte)'a', ..] => FileProblemKind.Image,
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileProblemKind.WordDocument,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => FileProblemKind.ZipOfOtherThings,
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => FileProblemKind.ZipOfOtherThings,
        [0x1F, 0x8B, 8, ..] => FileProblemKind.ZipOfOtherThings,
        [(byte)'P', (byte)'K', 7, 8, ..] => FileProblemKind.ZipOfOtherThings,
        _ when IsOfficeLockFile(bytes) => FileProblemKind.OfficeLockFile,
        _ => null,
    };

    /// <summary>A PDF may have something before its header; readers look at the first 1,024 bytes (ISO 32000-1, Annex H).</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>
    /// The owner file of Excel, Word or PowerPoint: the length of the user's name, the name in bytes, filled up with spaces to 55, and once
    /// more in UTF-16.
    /// </summary>
    private static bool IsOfficeLockFile(ReadOnlySpan<byte> bytes)
    {
        const int NameField = 55;
        return bytes.Length is 162 or 165
            && bytes[0] is > 0 and < NameField
            && !bytes[(bytes[0] + 1)..(NameField - 1)].ContainsAnyExcept((byte)' ', (byte)0);
    }
}
