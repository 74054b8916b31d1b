using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Renstra.Transform.Receipts;

/// <summary>
/// A piece of an HTML page. What is interpolated is encoded, always: a cell can hold anything, and a receipt must show it without
/// obeying it. Only another piece goes in as it is.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>A piece of one text.</summary>
    public static Html Of(Interpolation html) => html.Piece;

    /// <summary>A piece that is HTML (or CSS) already, of our own writing.</summary>
    public static Html Trusted(string html)
    {
        var piece = new Html();
        piece._text.Append(html);
        return piece;
    }

    /// <summary>The pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces)
    {
        var joined = new Html();
        foreach (var piece in pieces)
        {
            joined._text.Append(piece._text);
        }

        return joined;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Receives the literal parts, which are HTML, and the interpolated ones, which are text.</summary>
    [InterpolatedStringHandler]
    public readonly struct Interpolation(int literalLength, int formattedCount)
    {
        private const int TypicalHole = 24;

        public Html Piece { get; } = Sized(literalLength + (formattedCount * TypicalHole));

        public void AppendLiteral(string html) => Piece._text.Append(html);

        public void AppendFormatted(string? text) => Piece._text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(Html piece) => Piece._text.Append(piece._text);

        private static Html Sized(int capacity)
        {
            var html = new Html();
            html._text.EnsureCapacity(capacity);
            return html;
        }
    }
}
