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

    /// <summary>The same without space and line breaks around it.</summary>
    public MarkedText Trim() => new(Read.Trim(' ', '\n'), _content.Trim(' ', '\n'), IsDoubtful, _whole);

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
            if (character == Stroke)
            {
                continue;
            }

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

/// <summary>Text in fonts of its own, before it is known what the font of its cell does.</summary>
/// <param name="runs">The pieces, with what the font of each does; null where it has the font of the cell.</param>
internal sealed class RichText((string Text, FontMark? Mark)[] runs)
{
    private readonly object _inPlainCell = Resolve(runs, FontMark.None);

    /// <summary>The text in a cell: a string, or a <see cref="MarkedText"/> where something is set apart.</summary>
    /// <param name="cell">What the font of the cell does.</param>
    public object In(FontMark cell) => cell == FontMark.None ? _inPlainCell : Resolve(runs, cell);

    private static object Resolve((string Text, FontMark? Mark)[] runs, FontMark cell)
    {
        var (read, raw, isPower) = (new StringBuilder(), new StringBuilder(), false);
        foreach (var (text, own) in runs)
        {
            var mark = own ?? cell;
            if (mark == FontMark.None)
            {
                read.Append(text);
            }
            else
            {
                isPower |= mark == FontMark.Raised && IsBaseTen(read.ToString()) && char.IsAsciiDigit(text[^1]);
            }

            raw.Append(MarkedText.Show(text, mark));
        }

        return string.IsNullOrWhiteSpace(read.ToString()) ? WholeOf(runs, cell)
            : Array.TrueForAll(runs, run => (run.Mark ?? cell) == FontMark.None) ? read.ToString()
            : new MarkedText(read.ToString(), raw.ToString(), isPower);
    }

    /// <summary>Nothing is left to read. Small words above the line are words all the same.</summary>
    private static object WholeOf((string Text, FontMark? Mark)[] runs, FontMark cell)
    {
        var whole = string.Concat(runs.Select(run => run.Text));
        var marks = runs.Select(run => run.Mark ?? cell).Where(mark => mark != FontMark.None).ToList();
        var mark = marks.Contains(FontMark.Struck) ? FontMark.Struck : marks.FirstOrDefault();
        return MarkedText.OfWhole(whole, mark) ?? (object)whole;
    }

    /// <summary>A raised number behind a ten may be a power as well as a footnote.</summary>
    private static bool IsBaseTen(string read)
    {
        var text = read.AsSpan().TrimEnd();
        return text.EndsWith("10", StringComparison.Ordinal) && (text.Length == 2 || !(char.IsAsciiDigit(text[^3]) || text[^3] is '.' or ','));
    }
}

/// <summary>Gathers the text of a cell piece by piece, each with its mark.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly List<(int End, FontMark? Mark)> _runs = [];

    /// <summary>What was gathered so far; characters are added here before <see cref="EndRun"/> says what mark they have.</summary>
    public ArrayBufferWriter<char> Text { get; } = new();

    /// <summary>Begins a new text.</summary>
    public void Clear()
    {
        Text.ResetWrittenCount();
        _runs.Clear();
    }

    /// <summary>Says what mark all characters have that were added since the last run; null for that of the cell.</summary>
    public void EndRun(FontMark? mark)
    {
        if (Text.WrittenCount == (_runs is [.., var last] ? last.End : 0))
        {
            return;
        }

        if (_runs.Count > 0 && _runs[^1].Mark == mark)
        {
            _runs[^1] = (Text.WrittenCount, mark);
        }
        else
        {
            _runs.Add((Text.WrittenCount, mark));
        }
    }

    /// <summary>Adds characters with a mark; null for that of the cell.</summary>
    public void Append(ReadOnlySpan<char> text, FontMark? mark)
    {
        Text.Write(text);
        EndRun(mark);
    }

    /// <summary>The text: a string, or <see cref="RichText"/> where fonts of its own matter.</summary>
    /// <param name="cellsHaveMarks">Whether there are cells whose own font marks what is in them.</param>
    /// <param name="resolve">Resolves what the format writes characters as.</param>
    public object ToRichText(bool cellsHaveMarks, Func<string, string>? resolve = null)
    {
        if (!_runs.Exists(run => run.Mark is { } mark && (cellsHaveMarks || mark != FontMark.None)))
        {
            return Resolved(0, Text.WrittenCount);
        }

        EndRun(null);
        return new RichText([.. _runs.Select((run, index) => (Resolved(index == 0 ? 0 : _runs[index - 1].End, run.End), run.Mark))]);

        string Resolved(int start, int end)
        {
            var text = Text.WrittenSpan[start..end].ToString();
            return resolve?.Invoke(text) ?? text;
        }
    }

    /// <summary>The text in a cell that marks nothing: a string, or a <see cref="MarkedText"/> where something is set apart.</summary>
    public object ToText() => ToRichText(cellsHaveMarks: false) is var text && text is RichText rich ? rich.In(FontMark.None) : text;
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
    /// <param name="runs">Where each part begins, and what its font does.</param>
    /// <param name="marked">Puts the text together.</param>
    /// <param name="cellsHaveMarks">Whether there are cells whose own font marks what is in them.</param>
    public static object Apply(string text, IEnumerable<(int Start, FontMark Mark)> runs, MarkedTextBuilder marked, bool cellsHaveMarks)
    {
        marked.Clear();
        var (at, mark) = (0, default(FontMark?));
        foreach (var next in runs)
        {
            var start = Math.Clamp(next.Start, at, text.Length);
            marked.Append(text.AsSpan(at, start - at), mark);
            (at, mark) = (start, next.Mark);
        }

        marked.Append(text.AsSpan(at), mark);
        return marked.ToRichText(cellsHaveMarks);
    }
}
