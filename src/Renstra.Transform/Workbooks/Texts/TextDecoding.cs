using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>
/// Finds out how text is encoded and gives it as UTF-8. What is no valid UTF-8 and has no mark is Windows-1252, in which Excel in
/// Indonesia writes CSV.
/// </summary>
internal static class TextDecoding
{
    /// <summary>Control characters but tab, line feed, vertical tab, form feed, carriage return and the end mark of DOS.</summary>
    private static readonly SearchValues<byte> NotInText = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31, 127]);

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of Western Windows.</summary>
    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    /// <summary>The content as UTF-8 without byte order mark; null when it cannot be text.</summary>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => content[3..],
            [0xFF, 0xFE, ..] => Transcode(Encoding.Unicode, bytes[2..]),
            [0xFE, 0xFF, ..] => Transcode(Encoding.BigEndianUnicode, bytes[2..]),
            _ when Utf16WithoutMark(bytes) is { } utf16 => Transcode(utf16, bytes),
            _ => content,
        };
        if (!Utf8.IsValid(text.Span))
        {
            text = Transcode(Windows1252, text.Span);
        }

        return text.Span.ContainsAny(NotInText) ? default(ReadOnlyMemory<byte>?) : text;
    }

    private static byte[] Transcode(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetBytes(encoding.GetString(bytes));

    /// <summary>Text in Latin letters has a zero in every second byte of UTF-16.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length & ~1, 1024)];
        var (zeroFirst, zeroSecond) = (0, 0);
        for (var i = 0; i < start.Length; i += 2)
        {
            zeroFirst += start[i] == 0 ? 1 : 0;
            zeroSecond += start[i + 1] == 0 ? 1 : 0;
        }

        var most = start.Length / 2 * 3 / 4;
        return start.Length < 4 ? null
            : zeroFirst == 0 && zeroSecond > most ? Encoding.Unicode
            : zeroSecond == 0 && zeroFirst > most ? Encoding.BigEndianUnicode
            : null;
    }
}
