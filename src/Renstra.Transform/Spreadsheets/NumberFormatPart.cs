using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Spreadsheets;

/// <summary>How a number is written.</summary>
internal sealed record NumberFormatPart(uint Id, string? Code)
{
    public static readonly NumberFormatPart General = new(0, null);

    /// <summary>
    /// 1.234.567 on every computer: the points are written as text, since Excel would put the machine's own separator.
    /// </summary>
    public static readonly NumberFormatPart Whole = new(164, @"[>=1000000]0\.000\.000;[>=1000]0\.000;0");

    /// <summary>Two decimals with the machine's own separators: a decimal comma cannot be written as text.</summary>
    public static readonly NumberFormatPart Decimal = new(4, null);

    /// <summary>1.234,56 where a program takes the separators from the format, and the machine's own where it does not.</summary>
    public static readonly NumberFormatPart Rate = new(166, "[$-421]#,##0.00");

    /// <summary>A difference: as <see cref="Rate"/>, with its sign.</summary>
    public static readonly NumberFormatPart Difference = new(167, "[$-421]+#,##0.00;-#,##0.00;0.00");

    /// <summary>5 Agustus 2024, with the names of months in Indonesian on every computer.</summary>
    public static readonly NumberFormatPart Date = new(165, "[$-421]d mmmm yyyy");

    public NumberingFormat ToNumberingFormat() => new() { NumberFormatId = Id, FormatCode = Code };
}
