using System.Buffers;
using System.Text;

namespace Renstra.Transform.Workbooks;

/// <summary>What a font does to characters so that a person does not read them as part of what stands beside them.</summary>
internal enum FontMark
{
    /// <summary>Nothing: the characters are read.</summary>
    None,

    /// <summary>Superscript, as footnote marks are.</summary>
    Raised,

    /// <summary>Subscript.</summary>
    Lowered,

    /// <summary>Struck out.</summary>
    Struck,
}

/// <summary>Text of a cell in which something is raised, lowered or struck out.</summary>
internal sealed class MarkedText
{
    private readonly string _content;
    private readonly FontMark _whole;

    /// <param name="read">What a person reads.</param>
    /// <param name="content">All of it, with <paramref name="whole"/> still to be shown.</param>
    /// <param name="isDoubtful">Whether it is not certain what it says.</param>
    /// <param name="whole">The mark of all characters; kept apart, as a sheet may have a million such cells.</param>
    public MarkedText(string read, string content, bool isDoubtful, FontMark whole = FontMark.None)
    {
        Read = isDoubtful ? "" : read;
        IsDoubtful = isDoubtful;
        _content = content;
        _whole = whole;
    }

    /// <summary>What a person reads of it: the rest; empty where that is uncertain.</summary>
    public string Read { get; }

    /// <summary>Whether it is not certain what the text says: nothing is left, or <c>10⁵</c>, which may be a power.</summary>
    public bool IsDoubtful { get; }

    /// <summary>All of it; <c>30¹</c> where a 1 is raised, each struck character with a stroke through it (U+0336).</summary>
    public string Raw => Show(_content, _whole);

    /// <summary>A stroke through the character before it.</summary>
    public const char Stroke = '\u0336';

    private const string Plain = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    /// <summary>Text that is marked from beginning to end; null where the mark does not matter, as for small words above the line.</summary>
    public static MarkedText? OfWhole(string text, FontMark mark) =>
        mark == FontMark.None || (mark != FontMark.Struck && text.Any(char.IsLetter)) ? null : new MarkedText("", text, isDoubtful: true, mark);

    /// <summary>The characters as plain text can show them.</summary>
    public static string Show(string text, FontMark mark)
    {
        if (mark == FontMark.None)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length * 2);
        foreach (var character in text)
        {
            var at = mark == FontMark.Struck ? -1 : Plain.IndexOf(character, StringComparison.Ordinal);
            var forms = mark == FontMark.Raised ? Raised : Lowered;
            shown.Append(at >= 0 && at < forms.Length ? forms[at] : character);
            if (mark == FontMark.Struck && !char.IsWhiteSpace(character))
            {
                shown.Append(Stroke);
            }
        }

        return shown.ToString();
    }
}

/// <summary>Gathers the text of a cell piece by piece, each with its mark.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly List<(int End, FontMark Mark)> _runs = [];

    /// <summary>What was gathered so far; characters are added here before <see cref="EndRun"/> says what mark they have.</summary>
    public ArrayBufferWriter<char> Text { get; } = new();

    /// <summary>Whether something is marked.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>Begins a new text.</summary>
    public void Clear()
    {
        Text.ResetWrittenCount();
        _runs.Clear();
        HasMarks = false;
    }

    /// <summary>Says what mark all characters have that were added since the last run.</summary>
    public void EndRun(FontMark mark)
    {
        var start = _runs is [.., var last] ? last.End : 0;
        if (Text.WrittenCount == start)
        {
            return;
        }

        HasMarks |= mark != FontMark.None;
        if (_runs.Count > 0 && _runs[^1].Mark == mark)
        {
            _runs[^1] = (Text.WrittenCount, mark);
        }
        else
        {
            _runs.Add((Text.WrittenCount, mark));
        }
    }

    /// <summary>Adds characters with a mark.</summary>
    public void Append(ReadOnlySpan<char> text, FontMark mark)
    {
        Text.Write(text);
        EndRun(mark);
    }

    /// <summary>
    /// The text: a string, or a <see cref="MarkedText"/> where something in it is set apart.
    /// </summary>
    /// <param name="resolve">Resolves what the format writes characters as.</param>
    public object ToText(Func<string, string>? resolve = null)
    {
        var whole = Text.WrittenSpan.ToString();
        if (!HasMarks)
        {
            return resolve?.Invoke(whole) ?? whole;
        }

        EndRun(FontMark.None);
        var (read, raw, isPower, start) = (new StringBuilder(), new StringBuilder(), false, 0);
        foreach (var (end, mark) in _runs)
        {
            var text = whole[start..end];
            text = resolve?.Invoke(text) ?? text;
            if (mark == FontMark.None)
            {
                read.Append(text);
                raw.Append(text);
            }
            else
            {
                isPower |= mark == FontMark.Raised && IsBaseTen(read.ToString()) && char.IsAsciiDigit(text[^1]);
                raw.Append(MarkedText.Show(text, mark));
            }

            start = end;
        }

        return string.IsNullOrWhiteSpace(read.ToString())
            ? WholeOf(whole, resolve)
            : new MarkedText(read.ToString(), raw.ToString(), isPower);
    }

    /// <summary>Nothing is left to read. Small words above the line are words all the same.</summary>
    private object WholeOf(string whole, Func<string, string>? resolve)
    {
        whole = resolve?.Invoke(whole) ?? whole;
        var mark = _runs.Exists(run => run.Mark == FontMark.Struck) ? FontMark.Struck : _runs.Find(run => run.Mark != FontMark.None).Mark;
        return MarkedText.OfWhole(whole, mark) ?? (object)whole;
    }

    /// <summary>A raised number behind a ten may be a power as well as a footnote.</summary>
    private static bool IsBaseTen(string read)
    {
        var text = read.AsSpan().TrimEnd();
        return text.EndsWith("10", StringComparison.Ordinal) && (text.Length == 2 || !(char.IsAsciiDigit(text[^3]) || text[^3] is '.' or ','));
    }
}

/// <summary>Fonts as both binary formats keep them, and the parts of a text that have one of their own.</summary>
internal static class FontRuns
{
    /// <summary>What a font does ([MS-XLS] 2.4.122, [MS-XLSB] 2.4.149).</summary>
    /// <param name="flags">Bit 3 strikes out.</param>
    /// <param name="script">1 raises, 2 lowers.</param>
    public static FontMark MarkOf(int flags, int script) =>
        (flags & 8) != 0 ? FontMark.Struck : script == 1 ? FontMark.Raised : script == 2 ? FontMark.Lowered : FontMark.None;

    /// <summary>A text with what the fonts of its parts set apart; before the first part it has the font of its cell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many parts have a font of their own.</param>
    /// <param name="run">Where a part begins, and what its font does.</param>
    /// <param name="marked">Puts the text together.</param>
    public static object Apply(string text, int count, Func<int, (int Start, FontMark Mark)> run, MarkedTextBuilder marked)
    {
        marked.Clear();
        var (at, mark) = (0, FontMark.None);
        for (var i = 0; i < count; i++)
        {
            var next = run(i);
            var start = Math.Clamp(next.Start, at, text.Length);
            marked.Append(text.AsSpan(at, start - at), mark);
            (at, mark) = (start, next.Mark);
        }

        marked.Append(text.AsSpan(at), mark);
        return marked.HasMarks ? marked.ToText() : text;
    }
}
