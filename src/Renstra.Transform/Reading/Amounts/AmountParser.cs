using System.Text.RegularExpressions;
using Renstra.Transform.Indicators;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Amounts;

/// <summary>Reads the amount of a component from a cell, or says why it cannot be read. It never guesses.</summary>
/// <param name="vocabulary">The words for nothing, for missing, and for units.</param>
/// <param name="largest">The largest amount that is believed.</param>
internal sealed partial class AmountParser(Vocabulary vocabulary, decimal largest)
{
    private const int LongestAmount = 60;

    /// <summary>What a cell says of a component.</summary>
    public AmountReading Read(Cell cell, Component component) => cell.Kind switch
    {
        CellKind.Blank => AmountReading.Blank,
        CellKind.Number when cell.IsPercentage => component.Unit == "%" ? Check(cell.Number * 100, component) : AmountReading.Of(AmountProblem.Percentage),
        CellKind.Number when NumberFormatCode.ShowsOtherDigits(cell.NumberFormat, cell.Number) => AmountReading.Of(AmountProblem.ShownOtherwise),
        CellKind.Number => Check(cell.Number, component),
        CellKind.Text => ReadText(cell.Text, component),
        CellKind.Date => AmountReading.Of(AmountProblem.Date),
        CellKind.Error => AmountReading.Of(AmountProblem.CellError),
        CellKind.FormulaWithoutValue => AmountReading.Of(AmountProblem.FormulaWithoutValue),
        CellKind.SetApart => AmountReading.Of(AmountProblem.SetApart),
        _ => AmountReading.Of(AmountProblem.NotANumber),
    };

    /// <summary>Whether a text holds more than one number, of which none can be taken for the cell's.</summary>
    public static bool HoldsSeveral(string raw) => SeveralNumbers().IsMatch(raw.Trim());

    /// <summary>Whether a text that is no number holds several nevertheless, with anything between them: <c>20 L / 10 P</c>.</summary>
    public static bool MentionsSeveral(string raw) => SeparatedNumbers().IsMatch(raw);

    private AmountReading ReadText(string raw, Component component)
    {
        if (HoldsSeveral(raw))
        {
            return AmountReading.Of(AmountProblem.SeveralNumbers);
        }

        var text = Tidy(raw);
        if (text.Length is 0 or > LongestAmount)
        {
            return text.Length == 0 ? AmountReading.Blank : AmountReading.Of(AmountProblem.NotANumber);
        }

        var words = Wording.NormaliseOrSymbols(text);
        if (vocabulary.Is(words, Meaning.NilaiNol))
        {
            return AmountReading.Of(0m);
        }

        if (vocabulary.Is(words, Meaning.NilaiBelumAda))
        {
            return AmountReading.MarkedAsMissing;
        }

        if (text.EndsWith('%') && component.Unit != "%")
        {
            return AmountReading.Of(NumberText.TryRead(text[..^1].TrimEnd(), 0, out _, out _) ? AmountProblem.Percentage : AmountProblem.NotANumber);
        }

        var isNegative = text[0] == '-';
        var digits = WithoutUnit(isNegative ? text[1..].TrimStart() : text, component);
        if (!NumberText.TryRead(digits, component.Decimals, out var number, out var isAmbiguous))
        {
            return AmountReading.Of(AmountProblem.NotANumber);
        }

        return isNegative && number > 0 ? AmountReading.Of(AmountProblem.Negative)
            : isAmbiguous ? AmountReading.Of(AmountProblem.Ambiguous)
            : Check(number, component);
    }

    private AmountReading Check(decimal number, Component component) =>
        number < 0 ? AmountReading.Of(AmountProblem.Negative)
        : number > largest ? AmountReading.Of(AmountProblem.TooLarge)
        : decimal.Round(number, component.Decimals) != number ? AmountReading.Of(AmountProblem.TooManyDecimals)
        : AmountReading.Of(decimal.Round(number, component.Decimals));

    /// <summary>Takes a unit off the end: the component's own, or any word that offices put behind a number.</summary>
    private string WithoutUnit(string text, Component component)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        var unit = Wording.Normalise(text[end..]);
        var isUnit = unit.Length > 0 && (vocabulary.Is(unit, Meaning.SatuanAngka) || unit == Wording.Normalise(component.Unit));
        return isUnit ? text[..end] : text;
    }

    /// <summary>
    /// One kind of space and one kind of minus; invisible characters, the apostrophe that forces text and the <c>,-</c> of amounts of money
    /// are gone.
    /// </summary>
    private static string Tidy(string raw)
    {
        var visible = string.Concat(raw
            .Where(character => character is not ('\u200B' or '\uFEFF' or '\u200E' or '\u200F'))
            .Select(character => char.IsWhiteSpace(character) || char.IsControl(character) ? ' ' : character is '−' or '–' or '—' ? '-' : character));
        var text = string.Join(' ', visible.TrimStart('\'', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.EndsWith(",-", StringComparison.Ordinal) ? text[..^2] : text;
    }

    [GeneratedRegex(@"[0-9][^0-9]*[^0-9.,\s][^0-9]*[0-9]")]
    private static partial Regex SeparatedNumbers();

    /// <summary>
    /// Two numbers in one cell: one under the other, far apart, or with a word or a stroke between. Only a single space groups digits; a
    /// line break never does.
    /// </summary>
    [GeneratedRegex(@"[0-9][.,]?(?:[^\S\r\n]*[\r\n\v\f\u0085\u2028\u2029]\s*|\s*\t\s*|[^\S\r\n]{2,}|\s*(?:[/:;|&+]|\bdari\b|\bdan\b)\s*)[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeveralNumbers();
}

/// <summary>What was understood of a number cell. Nothing at all means that the cell is blank: not reported, which is not 0.</summary>
internal readonly record struct AmountReading
{
    /// <summary>A blank cell.</summary>
    public static readonly AmountReading Blank;

    /// <summary>A sign or word that says that there is no figure, such as <c>-</c> or <c>belum ada</c>.</summary>
    public static readonly AmountReading MarkedAsMissing = new() { IsMarkedAsMissing = true };

    /// <summary>There is something, but which of several cells counts is not clear, or none of them does; a remark says so.</summary>
    public static readonly AmountReading Undecided = new() { IsUndecided = true };

    /// <summary>The amount, in the component's unit; null when there is none.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>Why there is no amount although the cell is filled in.</summary>
    public AmountProblem? Problem { get; private init; }

    /// <summary>Whether the cell says in so many words that there is no figure.</summary>
    public bool IsMarkedAsMissing { get; private init; }

    /// <summary>Whether there is something that cannot be used.</summary>
    public bool IsUndecided { get; private init; }

    /// <summary>Whether the office meant to report something here.</summary>
    public bool IsAttempted => Amount is not null || Problem is not null || IsUndecided;

    public static AmountReading Of(decimal amount) => new() { Amount = amount };

    public static AmountReading Of(AmountProblem problem) => new() { Problem = problem };
}

/// <summary>Why no amount can be read from a cell that is not blank.</summary>
internal enum AmountProblem
{
    /// <summary>The content is not a number.</summary>
    NotANumber,

    /// <summary>The content is struck out, or so small above or below the line that it may be a footnote or a power.</summary>
    SetApart,

    /// <summary>A number with more decimals than the component allows.</summary>
    TooManyDecimals,

    /// <summary>A number below 0.</summary>
    Negative,

    /// <summary>A number whose format shows other digits than it has: 30000 as <c>30</c>, 30 as <c>300</c>.</summary>
    ShownOtherwise,

    /// <summary>Text that is one number in Indonesian notation and another in English: <c>1,234</c>.</summary>
    Ambiguous,

    /// <summary>A percentage where a count is asked for.</summary>
    Percentage,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    CellError,

    /// <summary>A formula whose result was not saved.</summary>
    FormulaWithoutValue,

    /// <summary>More than one number, such as <c>12</c> above <c>130</c>, or <c>3/30</c>.</summary>
    SeveralNumbers,

    /// <summary>A number too large to be a count of anything in the province.</summary>
    TooLarge,
}
