using System.IO.Pipelines;

namespace Renstra.Functions.Hosting;

/// <summary>
/// A JSON text of any length in bounded memory: the content of long strings is left out as it passes by. The host sends a blob's
/// bytes along as one string, a third longer than the blob; a JSON reader would have to hold all of it to step over it.
/// </summary>
internal sealed class CondensedJson
{
    /// <summary>Strings of more bytes than this, as they are escaped in the text, become empty ones.</summary>
    public const int LongestString = 32 * 1024;

    /// <summary>How many bytes are kept at most.</summary>
    public const int LongestText = 1024 * 1024;

    private readonly List<byte> _kept = [];
    private bool _inString;
    private bool _escaped;
    private bool _leftOut;
    private int _stringStart;

    /// <summary>Reads a text to its end.</summary>
    /// <returns>The text with its long strings emptied; whether it is well-formed is not looked at.</returns>
    /// <exception cref="InvalidDataException">More than <see cref="LongestText"/> would be left.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(PipeReader text, CancellationToken cancellation)
    {
        var condensed = new CondensedJson();
        while (true)
        {
            var read = await text.ReadAsync(cancellation);
            foreach (var segment in read.Buffer)
            {
                condensed.Append(segment.Span);
            }

            text.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return condensed._kept.ToArray();
            }
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = !_inString ? AppendOutside(bytes) : _escaped ? AppendEscaped(bytes) : AppendInside(bytes);
            bytes = bytes[taken..];
        }
    }

    private int AppendOutside(ReadOnlySpan<byte> bytes)
    {
        var quote = bytes.IndexOf((byte)'"');
        var taken = quote < 0 ? bytes.Length : quote + 1;
        Keep(bytes[..taken]);
        if (quote >= 0)
        {
            _inString = true;
            _stringStart = _kept.Count;
        }

        return taken;
    }

    private int AppendInside(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'"', (byte)'\\');
        var content = end < 0 ? bytes : bytes[..end];
        KeepContent(content);
        if (end < 0)
        {
            return content.Length;
        }

        if (bytes[end] == '"')
        {
            Keep("\""u8);
            _inString = false;
            _leftOut = false;
        }
        else
        {
            KeepContent("\\"u8);
            _escaped = true;
        }

        return end + 1;
    }

    private int AppendEscaped(ReadOnlySpan<byte> bytes)
    {
        // Of \u0041 the digits that follow are content like any other: only the character after the backslash could be a quote.
        KeepContent(bytes[..1]);
        _escaped = false;
        return 1;
    }

    private void KeepContent(ReadOnlySpan<byte> content)
    {
        if (_leftOut)
        {
            return;
        }

        if (_kept.Count - _stringStart + content.Length > LongestString)
        {
            _kept.RemoveRange(_stringStart, _kept.Count - _stringStart);
            _leftOut = true;
            return;
        }

        Keep(content);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_kept.Count + bytes.Length > LongestText)
        {
            throw new InvalidDataException("The text is too long even without its long strings.");
        }

        _kept.AddRange(bytes);
    }
}
