using System.Net;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>
/// Splits HTML into tags and text, as lenient as browsers are. Comments, declarations and the contents of scripts and styles are passed
/// over.
/// </summary>
internal sealed class HtmlTokens(string html)
{
    /// <summary>Elements whose content is not shown.</summary>
    private static readonly HashSet<string> Unshown = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "title", "xml", "template" };

    private int _at;
    private string _attributes = "";

    /// <summary>The name of the current tag in lower case, with a slash before it when it is an end tag; null when it is text.</summary>
    public string? Tag { get; private set; }

    /// <summary>The current text with its entities resolved and runs of white space made one space.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Goes to the next tag or text; false at the end.</summary>
    public bool Read()
    {
        while (_at < html.Length)
        {
            if (html[_at] != '<')
            {
                ReadText();
                return true;
            }

            if (html.AsSpan(_at).StartsWith("<!--", StringComparison.Ordinal))
            {
                _at = After("-->", _at + 4);
            }
            else if (IsCondition())
            {
                // What Office puts between <![if …]> and <![endif]> is shown here and hidden there: it must not run into what stands beside it.
                _at = After(">", _at + 2);
                (Tag, _attributes) = ("br", "");
                return true;
            }
            else if (_at + 1 < html.Length && html[_at + 1] is '!' or '?')
            {
                _at = After(">", _at + 2);
            }
            else if (_at + 1 < html.Length && (char.IsAsciiLetter(html[_at + 1]) || html[_at + 1] == '/'))
            {
                ReadTag();
                if (!Unshown.Contains(Tag!))
                {
                    return true;
                }

                _at = Math.Max(_at, IndexOf($"</{Tag}", _at));
            }
            else
            {
                ReadText();
                return true;
            }
        }

        return false;
    }

    private bool IsCondition() =>
        html.AsSpan(_at).StartsWith("<![if", StringComparison.OrdinalIgnoreCase) || html.AsSpan(_at).StartsWith("<![endif", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of an attribute of the current tag; null when it has none.</summary>
    public string? Attribute(string name)
    {
        for (var at = 0; at < _attributes.Length;)
        {
            var nameStart = SkipWhile(_attributes, at, character => char.IsWhiteSpace(character) || character == '/');
            var nameEnd = SkipWhile(_attributes, nameStart, character => !char.IsWhiteSpace(character) && character is not ('=' or '/'));
            var afterName = SkipWhile(_attributes, nameEnd, char.IsWhiteSpace);
            var (valueStart, valueEnd, next) = (afterName, afterName, Math.Max(afterName, at + 1));
            if (afterName < _attributes.Length && _attributes[afterName] == '=')
            {
                valueStart = SkipWhile(_attributes, afterName + 1, char.IsWhiteSpace);
                if (valueStart < _attributes.Length && _attributes[valueStart] is '"' or '\'')
                {
                    var quote = _attributes[valueStart++];
                    valueEnd = SkipWhile(_attributes, valueStart, character => character != quote);
                    next = valueEnd + 1;
                }
                else
                {
                    next = valueEnd = SkipWhile(_attributes, valueStart, character => !char.IsWhiteSpace(character));
                }
            }

            if (_attributes.AsSpan(nameStart, nameEnd - nameStart).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(_attributes[valueStart..valueEnd]);
            }

            at = next;
        }

        return null;
    }

    private static int SkipWhile(string text, int start, Predicate<char> skipped)
    {
        var at = Math.Min(start, text.Length);
        while (at < text.Length && skipped(text[at]))
        {
            at++;
        }

        return at;
    }

    private void ReadText()
    {
        var start = _at;
        var end = html.IndexOf('<', start + 1);
        _at = end < 0 ? html.Length : end;
        Tag = null;
        Text = Collapse(WebUtility.HtmlDecode(html[start.._at]));
    }

    private void ReadTag()
    {
        var nameEnd = SkipWhile(html, _at + 2, character => char.IsAsciiLetterOrDigit(character) || character is ':' or '-');
        Tag = html[(_at + 1)..nameEnd].ToLowerInvariant();

        // A closing bracket within a quoted value is part of it. Quotes elsewhere, as in title=Juma't, are characters like others.
        var (quote, before) = ('\0', '\0');
        var end = SkipWhile(html, nameEnd, character =>
        {
            if (quote != '\0')
            {
                quote = quote == character ? '\0' : quote;
                before = '\0';
                return true;
            }

            quote = before == '=' && character is ('"' or '\'') ? character : '\0';
            before = char.IsWhiteSpace(character) ? before : character;
            return character != '>';
        });
        _attributes = html[nameEnd..end];
        _at = Math.Min(end + 1, html.Length);
    }

    private int After(string sought, int start)
    {
        var index = IndexOf(sought, start);
        return Math.Min(index + sought.Length, html.Length);
    }

    private int IndexOf(string sought, int start)
    {
        var index = start < html.Length ? html.IndexOf(sought, start, StringComparison.OrdinalIgnoreCase) : -1;
        return index < 0 ? html.Length : index;
    }

    /// <summary>White space as HTML means it; a no-break space is none.</summary>
    private static string Collapse(string text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            var isSpace = character is ' ' or '\t' or '\r' or '\n' or '\f';
            if (!isSpace || length == 0 || buffer[length - 1] != ' ')
            {
                buffer[length++] = isSpace ? ' ' : character;
            }
        }

        return new string(buffer[..length]);
    }
}
