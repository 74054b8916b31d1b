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
