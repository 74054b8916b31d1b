using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Forms;

/// <summary>A font of the form: Arial, which offices' computers have and which is as wide everywhere.</summary>
internal sealed record FontPart(int Points = 10, string Color = FormColors.Ink, bool Bold = false, bool Italic = false)
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
    public static readonly BorderPart None = new(BorderStyleValues.None, FormColors.Line);
    public static readonly BorderPart Thin = new(BorderStyleValues.Thin, FormColors.Line);
    public static readonly BorderPart Entry = new(BorderStyleValues.Thin, FormColors.EntryLine);

    public Border ToBorder() => Style == BorderStyleValues.None
        ? new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())
        : new Border(
            new LeftBorder(new Color { Rgb = Color }) { Style = Style },
            new RightBorder(new Color { Rgb = Color }) { Style = Style },
            new TopBorder(new Color { Rgb = Color }) { Style = Style },
            new BottomBorder(new Color { Rgb = Color }) { Style = Style },
            new DiagonalBorder());
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

    /// <summary>5 Agustus 2024, with the names of months in Indonesian on every computer.</summary>
    public static readonly NumberFormatPart Date = new(165, "[$-421]d mmmm yyyy");
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
}
