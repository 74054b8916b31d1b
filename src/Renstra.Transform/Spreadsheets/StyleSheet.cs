using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Spreadsheets;

/// <summary>Draws the styles of a workbook: cell format n is the nth that is given.</summary>
internal static class StyleSheet
{
    /// <param name="formats">The cell formats; the first is what untouched cells have.</param>
    /// <param name="differentials">What conditions put over them.</param>
    public static Stylesheet Build(IReadOnlyList<CellFormatPart> formats, params IEnumerable<DifferentialFormat> differentials)
    {
        var fonts = formats.Select(format => format.Font).Distinct().ToList();
        var borders = formats.Select(format => format.Border).Distinct().ToList();
        var numberFormats = formats.Select(format => format.NumberFormat).Where(format => format.Code is not null).Distinct().ToList();
        var overlays = differentials.ToList();

        // The first two fills of a workbook are none and the 12.5 % grey, whatever one writes there.
        List<string?> fills = [null, "", .. formats.Select(format => format.Fill).OfType<string>().Distinct()];
        return new Stylesheet(
            new NumberingFormats(numberFormats.Select(format => format.ToNumberingFormat())) { Count = (uint)numberFormats.Count },
            new Fonts(fonts.Select(font => font.ToFont())) { Count = (uint)fonts.Count },
            new Fills(fills.Select(FillOf)) { Count = (uint)fills.Count },
            new Borders(borders.Select(border => border.ToBorder())) { Count = (uint)borders.Count },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(formats.Select(format => new CellFormat(
                AlignmentOf(format),
                new Protection { Locked = !format.IsUnlocked })
            {
                NumberFormatId = format.NumberFormat.Id,
                FontId = (uint)fonts.IndexOf(format.Font),
                FillId = (uint)fills.IndexOf(format.Fill),
                BorderId = (uint)borders.IndexOf(format.Border),
                FormatId = 0,
                QuotePrefix = format.IsQuoted ? true : null,
                ApplyNumberFormat = true,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                ApplyProtection = true,
            }))
            { Count = (uint)formats.Count },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(overlays) { Count = (uint)overlays.Count });
    }

    private static Alignment AlignmentOf(CellFormatPart format) => new()
    {
        Horizontal = format.Horizontal,
        Vertical = format.Vertical,
        WrapText = format.Wraps,
        ShrinkToFit = format.Shrinks,
        Indent = format.Indent,
    };

    private static Fill FillOf(string? color) => color switch
    {
        null => new Fill(new PatternFill { PatternType = PatternValues.None }),
        "" => new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
        _ => new Fill(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64U })
        {
            PatternType = PatternValues.Solid,
        }),
    };
}

/// <summary>Everything about one cell format.</summary>
internal sealed record CellFormatPart(FontPart Font)
{
    public string? Fill { get; init; }

    public BorderPart Border { get; init; } = BorderPart.None;

    public NumberFormatPart NumberFormat { get; init; } = NumberFormatPart.General;

    public HorizontalAlignmentValues Horizontal { get; init; } = HorizontalAlignmentValues.Left;

    public VerticalAlignmentValues Vertical { get; init; } = VerticalAlignmentValues.Center;

    public bool Wraps { get; init; }

    public bool Shrinks { get; init; }

    public uint Indent { get; init; }

    public bool IsUnlocked { get; init; }

    /// <summary>Whether the content stays text even when someone edits the cell, though it begin with <c>=</c>.</summary>
    public bool IsQuoted { get; init; }
}

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

/// <summary>A font of the workbooks that we write: Arial, which offices' computers have and which is as wide everywhere.</summary>
internal sealed record FontPart(int Points = 10, string Color = SheetColors.Ink, bool Bold = false, bool Italic = false)
{
    public const string Family = "Arial";

    public Font ToFont()
    {
        var font = new Font();
        if (Bold)
        {
            font.Append(new Bold());
        }

        if (Italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = Points }, new Color { Rgb = Color }, new FontName { Val = Family }, new FontFamilyNumbering { Val = 2 });
        return font;
    }
}

/// <summary>What lines surround a cell.</summary>
internal sealed record BorderPart(BorderStyleValues Style, string Color)
{
    public static readonly BorderPart None = new(BorderStyleValues.None, SheetColors.Line);
    public static readonly BorderPart Thin = new(BorderStyleValues.Thin, SheetColors.Line);
    public static readonly BorderPart Entry = new(BorderStyleValues.Thin, SheetColors.EntryLine);

    public Border ToBorder() => Style == BorderStyleValues.None
        ? new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())
        : new Border(
            new LeftBorder(new Color { Rgb = Color }) { Style = Style },
            new RightBorder(new Color { Rgb = Color }) { Style = Style },
            new TopBorder(new Color { Rgb = Color }) { Style = Style },
            new BottomBorder(new Color { Rgb = Color }) { Style = Style },
            new DiagonalBorder());
}

/// <summary>The colours of the workbooks that we write, as opaque ARGB.</summary>
internal static class SheetColors
{
    public const string Ink = "FF1F2933";
    public const string Quiet = "FF5B6770";
    public const string White = "FFFFFFFF";

    /// <summary>What need not be touched.</summary>
    public const string Paper = "FFF0F1F3";
    public const string Line = "FFC9CED6";

    public const string Navy = "FF1F3A5F";
    public const string NavyPale = "FFDCE6F2";
    public const string Blue = "FF2F5D8C";
    public const string Teal = "FF2F6F6B";

    /// <summary>What is still to be filled in.</summary>
    public const string Entry = "FFFFF2B3";
    public const string EntryLine = "FF8A7A2E";

    public const string GoodInk = "FF1E6B34";
    public const string GoodFill = "FFE0F2E4";
    public const string OddInk = "FF8A5A00";
    public const string OddFill = "FFFFEBCC";
    public const string WrongInk = "FFA61B1B";
    public const string WrongFill = "FFFBDDDD";
}
