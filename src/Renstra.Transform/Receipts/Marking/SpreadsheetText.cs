using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>Text from anywhere as a workbook can hold it.</summary>
internal static partial class SpreadsheetText
{
    /// <summary>
    /// A cell that holds a text and nothing else: it begins with whatever it begins with (<c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab),
    /// and is never worked out.
    /// </summary>
    public static XElement Cell(XNamespace main, string address, string text, int format) => new(
        main + "c",
        new XAttribute("r", address),
        new XAttribute("s", format),
        new XAttribute("t", "inlineStr"),
        new XElement(main + "is", Of(main, text)));

    /// <summary>The element that holds a text.</summary>
    public static XElement Of(XNamespace main, string text) =>
        new(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Escape(text));

    /// <summary>What XML cannot hold is written as <c>_x0007_</c>, and what looks like that is kept as it was (ECMA-376 part 1, 22.9.2.19).</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in LooksEscaped().Replace(text, "_x005F_").EnumerateRunes())
        {
            // Halves of a pair of surrogates come as the replacement character.
            if (rune.IsBmp && (!XmlConvert.IsXmlChar((char)rune.Value) || rune.Value == '\r'))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            }
            else
            {
                escaped.Append(rune);
            }
        }

        return escaped.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
