using System.Globalization;
using System.Xml;

namespace Renstra.Transform.Workbooks.Xml;

/// <summary>
/// Ends the reading of markup in which nothing begins or ends for too long. An XML reader keeps a whole tag in memory, and a tag that
/// never closes compresses to almost nothing.
/// </summary>
internal sealed class MarkupGuard(Stream markup) : ReadOnlyStream
{
    /// <summary>
    /// The longest text of a cell is 32,767 characters (ECMA-376 part 1, 18.18.22 and Excel's own limit), eight bytes each when every one
    /// is written as a reference; doubled.
    /// </summary>
    private const int MaxRun = 512 * 1024;

    private int _run;

    public override int Read(Span<byte> buffer)
    {
        var count = markup.Read(buffer);
        var last = buffer[..count].LastIndexOfAny((byte)'<', (byte)'>');
        _run = last < 0 ? _run + count : count - last - 1;
        return _run > MaxRun ? throw UnreadableFileException.Corrupt() : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            markup.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>
/// The names that an XML reader has met. It keeps every one for good, so a part made of ever new names would fill the memory; real parts
/// know a few hundred.
/// </summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaxNames = 4_096;

    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) => ++_count > MaxNames ? throw UnreadableFileException.Corrupt() : name;
}

/// <summary>The whole numbers that places in a sheet are written as.</summary>
internal static class WholeNumber
{
    /// <summary>The number that the text is; a file whose number is missing, no number or out of bounds is corrupt.</summary>
    public static int Parse(ReadOnlySpan<char> text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw UnreadableFileException.Corrupt();
}
