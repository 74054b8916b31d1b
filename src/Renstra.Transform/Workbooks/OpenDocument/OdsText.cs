using System.Buffers;
using System.Globalization;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenDocument;

/// <summary>
/// Reads what is written in a cell: its paragraphs, one below the other, with spaces, tabs and line breaks that have elements of their own
/// (OpenDocument 1.3 part 3, 6.1). Notes, drawings and what is set above a text to help reading are no part of it.
/// </summary>
internal sealed class OdsText(ReadingBudget budget)
{
    private readonly MarkedTextBuilder _text = new();
    private readonly ArrayBufferWriter<char> _value = new();
    private bool _isAfterSpace;

    /// <summary>Whether the last cell had a paragraph, if only an empty one.</summary>
    public bool HasParagraph { get; private set; }

    /// <summary>Reads the cell that begins here, up to its end tag.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="styles">The styles.</param>
    /// <param name="cell">What the font of the cell does.</param>
    /// <returns>A string, or <see cref="MarkedText"/>.</returns>
    public object Read(XmlPart xml, OdsStyles styles, FontMark cell)
    {
        _text.Clear();
        HasParagraph = false;
        if (xml.IsEmpty)
        {
            return "";
        }

        for (var depth = xml.Depth; xml.ReadContent(depth) is var content and not XmlContent.End;)
        {
            if (content != XmlContent.Element)
            {
                continue;
            }

            if (xml.Name is not ("p" or "h"))
            {
                xml.Skip();
                continue;
            }

            if (HasParagraph)
            {
                Append("\n", FontMark.None);
            }

            HasParagraph = true;
            _isAfterSpace = true;
            ReadSpan(xml, styles, cell);
        }

        budget.TakeText(_text.Text.WrittenCount);
        return _text.ToText();
    }

    private void ReadSpan(XmlPart xml, OdsStyles styles, FontMark mark)
    {
        if (xml.IsEmpty)
        {
            return;
        }

        for (var depth = xml.Depth; xml.ReadContent(depth) is var content and not XmlContent.End;)
        {
            if (content == XmlContent.Text)
            {
                _value.ResetWrittenCount();
                xml.AppendValue(_value, budget.Limits.MaxTextCharacters - Math.Min(_text.Text.WrittenCount, budget.Limits.MaxTextCharacters));
                AppendCollapsed(_value.WrittenSpan, mark);
                continue;
            }

            switch (xml.Name)
            {
                case "span":
                    ReadSpan(xml, styles, styles.OwnMarkOf(xml.Attribute("style-name", OdsNames.Text)) ?? mark);
                    break;
                case "s":
                    var count = int.TryParse(xml.Attribute("c", OdsNames.Text), CultureInfo.InvariantCulture, out var spaces) ? spaces : 1;
                    Append(new string(' ', Math.Clamp(count, 0, 1_000)), mark);
                    xml.Skip();
                    break;
                case "tab":
                    Append("\t", mark);
                    xml.Skip();
                    break;
                case "line-break":
                    Append("\n", mark);
                    xml.Skip();
                    break;
                case "annotation" or "note" or "ruby-text":
                    xml.Skip();
                    break;
                default:
                    ReadSpan(xml, styles, mark);
                    break;
            }
        }
    }

    /// <summary>Line ends and indents of the markup are one space, and none at the beginning of a paragraph (6.1.2).</summary>
    private void AppendCollapsed(ReadOnlySpan<char> characters, FontMark mark)
    {
        var target = _text.Text.GetSpan(characters.Length + 1);
        var length = 0;
        foreach (var character in characters)
        {
            var isSpace = character is ' ' or '\t' or '\r' or '\n';
            if (!isSpace || !_isAfterSpace)
            {
                target[length++] = isSpace ? ' ' : character;
            }

            _isAfterSpace = isSpace;
        }

        _text.Text.Advance(length);
        _text.EndRun(mark);
    }

    private void Append(string text, FontMark mark)
    {
        _text.Append(text, mark);
        _isAfterSpace = false;
    }
}
