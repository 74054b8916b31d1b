using System.Text.RegularExpressions;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>
/// What the elements around a piece of text on a page do to it: <c>sup</c>, <c>sub</c>, <c>s</c>, <c>strike</c>, <c>del</c>, and styles
/// that do the same, in the element itself or by the name of a class; and which text a browser does not show at all.
/// </summary>
internal sealed partial class HtmlMarks
{
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "sup", "sub", "s", "strike", "del", "span", "font", "b", "i", "u", "em", "strong", "small", "big", "a", "ins", "div",
    };

    private readonly Dictionary<string, FontMark> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hiddenClasses = new(StringComparer.Ordinal);
    private readonly List<(string Tag, FontMark Mark, bool IsHidden)> _open = [];
    private (FontMark Mark, bool IsHidden) _cell;

    public HtmlMarks(string html)
    {
        for (var at = 0; (at = html.IndexOf("<style", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = html.IndexOf("</style", at, StringComparison.OrdinalIgnoreCase);
            end = end < 0 ? html.Length : end;
            foreach (Match rule in ClassRule().Matches(html[at..end]))
            {
                if (MarkOfStyle(rule.Groups["body"].Value) is var mark and not FontMark.None)
                {
                    _classes[rule.Groups["name"].Value] = mark;
                }

                if (Hides(rule.Groups["body"].Value))
                {
                    _hiddenClasses.Add(rule.Groups["name"].Value);
                }
            }

            at = end;
        }
    }

    /// <summary>What is done to text here.</summary>
    public FontMark Current => _open is [.., var last] ? last.Mark : _cell.Mark;

    /// <summary>Whether text here is not shown: sort keys of web applications stand so before the numbers.</summary>
    public bool IsHidden => _open is [.., var last] ? last.IsHidden : _cell.IsHidden;

    /// <summary>Whether a tag begins or ends an element within a line.</summary>
    public static bool IsInline(string tag) => Inline.Contains(tag.StartsWith('/') ? tag[1..] : tag);

    /// <summary>Begins a cell, in which nothing from before is open.</summary>
    public void Begin(HtmlTokens cell)
    {
        Clear();
        _cell = (MarkOf("td", cell), IsHiddenBy(cell));
    }

    /// <summary>Ends a cell and all that is open in it.</summary>
    public void Clear()
    {
        _open.Clear();
        _cell = default;
    }

    /// <summary>Opens or closes an element; one that was never opened closes nothing.</summary>
    public void Follow(string tag, HtmlTokens element)
    {
        if (tag.StartsWith('/'))
        {
            var opened = _open.FindLastIndex(open => open.Tag == tag[1..]);
            if (opened >= 0)
            {
                _open.RemoveRange(opened, _open.Count - opened);
            }
        }
        else if (_open.Count < MaxDepth)
        {
            var mark = MarkOf(tag, element);
            _open.Add((tag, mark != FontMark.None && Current != FontMark.Struck ? mark : Current, IsHidden || IsHiddenBy(element)));
        }
    }

    /// <summary>Whether an element, its style, or that of its class says that it is not shown.</summary>
    public bool IsHiddenBy(HtmlTokens element) =>
        element.Attribute("hidden") is not null
        || (element.Attribute("style") is { } style && Hides(style))
        || (_hiddenClasses.Count > 0 && element.Attribute("class") is { } names && names.Split(' ').Any(_hiddenClasses.Contains));

    private FontMark MarkOf(string tag, HtmlTokens element) => tag switch
    {
        "sup" => FontMark.Raised,
        "sub" => FontMark.Lowered,
        "s" or "strike" or "del" => FontMark.Struck,
        _ when element.Attribute("style") is { } style && MarkOfStyle(style) is var mark and not FontMark.None => mark,
        _ => _classes.Count == 0 || element.Attribute("class") is not { } names ? FontMark.None
            : names.Split(' ').Select(name => _classes.GetValueOrDefault(name)).FirstOrDefault(mark => mark != FontMark.None),
    };

    private static bool Hides(string style) => Hidden().IsMatch(style);

    private static FontMark MarkOfStyle(string style) =>
        style.Contains("line-through", StringComparison.OrdinalIgnoreCase) ? FontMark.Struck
        : VerticalAlign().Match(style) is not { Success: true } align ? FontMark.None
        : align.Groups["where"].Value.Equals("super", StringComparison.OrdinalIgnoreCase) ? FontMark.Raised
        : FontMark.Lowered;

    [GeneratedRegex(@"\.(?<name>[A-Za-z][\w-]{0,99})\s*\{(?<body>[^{}]{0,9999})\}")]
    private static partial Regex ClassRule();

    /// <summary><c>mso-hide</c> is what Office writes for hidden text.</summary>
    [GeneratedRegex(@"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"vertical-align\s*:\s*(?<where>super|sub)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VerticalAlign();
}
