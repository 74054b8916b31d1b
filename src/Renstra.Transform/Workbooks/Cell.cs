using System.Globalization;

namespace Renstra.Transform.Workbooks;

/// <summary>
/// One cell: what kind of thing it holds, the value, and the text as a person would type it. The default value is a blank cell.
/// </summary>
public readonly record struct Cell
{
    /// <summary>
    /// The text of text, errors and formulas, as a string or as <see cref="MarkedText"/>; the format code of numbers and dates: one field,
    /// as a sheet may have a million.
    /// </summary>
    private readonly object? _textOrFormat;

    /// <summary>The number, the day number, or 1 for true.</summary>
    private readonly decimal _number;

    private Cell(CellKind kind, object? textOrFormat, decimal number, bool isFormula)
    {
        Kind = kind;
        _textOrFormat = textOrFormat;
        _number = number;
        IsFormula = isFormula;
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>
    /// The number of a <see cref="CellKind.Number"/> cell, and the serial day number of a <see cref="CellKind.Date"/> cell; 0 for all
    /// other kinds. Excel keeps binary fractions and shows 15 significant digits at most, so that is what the number has: 0.1 + 0.2 is
    /// 0.3 here as it is on the screen, and what was typed comes back exactly. A percentage is the fraction: 75% is 0.75. A number beyond
    /// the range of <see cref="decimal"/> comes as <see cref="CellKind.Text"/> in scientific notation.
    /// </summary>
    public decimal Number => IsNumeric ? _number : 0;

    /// <summary>
    /// The date and time of a <see cref="CellKind.Date"/> cell, without time zone. A time of day alone lies on day 0: 31 December 1899,
    /// or 1 January 1904 in workbooks that count from there. <see cref="DateTime.MinValue"/> for all other kinds.
    /// </summary>
    public DateTime Date => Kind == CellKind.Date && SerialDate.TryGet(_number, is1904: false, out var date) ? date : default;

    /// <summary>
    /// The number format code of a number or date, such as <c>0.0%</c> or <c>#,##0</c>; null where it is the general format or the file
    /// format has none.
    /// </summary>
    public string? NumberFormat => IsNumeric ? (string?)_textOrFormat : null;

    /// <summary>Whether a formula stands behind the value.</summary>
    public bool IsFormula { get; }

    /// <summary>Whether there is nothing in the cell.</summary>
    public bool IsBlank => Kind == CellKind.Blank;

    /// <summary>Whether the sheet shows the number as a percentage.</summary>
    public bool IsPercentage => Kind == CellKind.Number && NumberFormatCode.IsPercentage(NumberFormat);

    /// <summary>
    /// The cell as text, never null. Text as it was typed, surrounding space included, without what a person does not read as part of it:
    /// what is raised, lowered or struck out (see <see cref="Raw"/>); empty where that leaves it uncertain what is meant. Numbers with a point and no grouping; dates as
    /// <c>yyyy-MM-dd</c>, with <c>HH:mm:ss</c> where there is a time, a time of day alone as <c>HH:mm:ss</c>; <c>TRUE</c> or <c>FALSE</c>; the error value; for a formula without
    /// a value the formula itself, beginning with <c>=</c>.
    /// </summary>
    public string Text => Kind switch
    {
        CellKind.Number => _number.ToString("0.############################", CultureInfo.InvariantCulture),
        CellKind.Boolean => _number == 0 ? "FALSE" : "TRUE",
        CellKind.Date => Date.ToString(DatePattern, CultureInfo.InvariantCulture),
        _ => _textOrFormat is MarkedText marked ? marked.Read : (string?)_textOrFormat ?? "",
    };

    /// <summary>
    /// All that is in the cell, as <see cref="Text"/> has it, and what is left out there: <c>30¹</c> with the 1 raised, struck characters
    /// with a stroke through each (U+0336).
    /// </summary>
    public string Raw => _textOrFormat is MarkedText marked ? marked.Raw : Text;

    private bool IsNumeric => Kind is CellKind.Number or CellKind.Date;

    private string DatePattern =>
        _number < 1 ? "HH:mm:ss" : Date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";

    /// <summary>A text cell; a blank one when the text is empty.</summary>
    internal static Cell OfText(string text, bool isFormula = false) =>
        text.Length == 0 ? default : new(CellKind.Text, text, 0, isFormula);

    /// <summary>A text cell.</summary>
    /// <param name="text">A string, or a <see cref="MarkedText"/>.</param>
    /// <param name="isFormula">Whether a formula stands behind it.</param>
    internal static Cell OfText(object text, bool isFormula) => text is MarkedText marked
        ? new(marked.IsDoubtful ? CellKind.SetApart : CellKind.Text, marked, 0, isFormula)
        : OfText((string)text, isFormula);

    /// <summary>A number cell.</summary>
    internal static Cell OfNumber(decimal number, string? numberFormat = null, bool isFormula = false) =>
        new(CellKind.Number, numberFormat, number, isFormula);

    /// <summary>A true or false cell.</summary>
    internal static Cell OfBoolean(bool value, bool isFormula = false) =>
        new(CellKind.Boolean, null, value ? 1 : 0, isFormula);

    /// <summary>A date cell; the date is not before <see cref="SerialDate.DayZero"/>.</summary>
    internal static Cell OfDate(DateTime date, string? numberFormat = null, bool isFormula = false) =>
        new(CellKind.Date, numberFormat, SerialDate.Of(date), isFormula);

    /// <summary>An error cell; <paramref name="error"/> is the value as shown, such as <c>#N/A</c>.</summary>
    internal static Cell OfError(string error, bool isFormula = false) =>
        new(CellKind.Error, error, 0, isFormula);

    /// <summary>
    /// This cell in a font that marks all of it. What is struck out is not certain to count, nor a number that is small above or below
    /// the line; an error or a missing result stays what it is.
    /// </summary>
    internal Cell WithMark(FontMark mark) =>
        Kind is not (CellKind.Blank or CellKind.Error or CellKind.FormulaWithoutValue) && MarkedText.OfWhole(Raw, mark) is { } whole
            ? OfText(whole, IsFormula)
            : this;

    /// <summary>A formula whose result was not saved.</summary>
    internal static Cell OfFormulaWithoutValue(string formula) =>
        new(CellKind.FormulaWithoutValue, "=" + formula, 0, isFormula: true);
}

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing, or a formula whose result is empty text.</summary>
    Blank,

    /// <summary>Text. Every cell of delimited text and HTML is text, numbers too.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number that the sheet shows as a date or a time.</summary>
    Date,

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    Error,

    /// <summary>A formula whose result was not saved, as libraries write it; only opening and saving in Excel works it out.</summary>
    FormulaWithoutValue,

    /// <summary>
    /// Something that is struck out, or a number that is small above or below the line as a whole, or behind a ten as powers are: a person
    /// may or may not read it. <see cref="Cell.Raw"/> has it.
    /// </summary>
    SetApart,
}

/// <summary>The error values of cells, which binary formats keep as a number ([MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2).</summary>
internal static class ErrorValue
{
    /// <summary>An error of which no more is known.</summary>
    public const string Unknown = "#ERROR!";

    /// <summary>The error as shown; an unknown number is shown as <c>#ERROR!</c>.</summary>
    public static string Of(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => Unknown,
    };

    /// <summary>Whether a text is an error as Excel or LibreOffice (<c>Err:502</c>) shows it.</summary>
    public static bool IsError(string? text) =>
        text is "#NULL!" or "#DIV/0!" or "#VALUE!" or "#REF!" or "#NAME?" or "#NUM!" or "#N/A" || text?.StartsWith("Err:", StringComparison.Ordinal) == true;
}
