using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Spreadsheets;

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
