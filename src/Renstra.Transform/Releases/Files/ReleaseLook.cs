using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Releases.Files;

/// <summary>What each <see cref="ReleaseStyle"/> looks like: sober, and telling also where it is printed in black and white.</summary>
internal static class ReleaseLook
{
    private static readonly CellFormatPart Table = new(new FontPart(9)) { Border = BorderPart.Thin, Wraps = true, Indent = 1 };

    /// <summary>A number that has no room is written smaller: Excel would print hashes in its place.</summary>
    private static readonly CellFormatPart Number = Table with { Horizontal = HorizontalAlignmentValues.Right, Wraps = false, Shrinks = true };

    private static readonly CellFormatPart Centered = Table with { Horizontal = HorizontalAlignmentValues.Center, Indent = 0 };

    private static readonly CellFormatPart Total = Table with { Font = new FontPart(9, Bold: true), Fill = SheetColors.NavyPale };

    private static readonly CellFormatPart Heading = new(new FontPart(11, Bold: true)) { Horizontal = HorizontalAlignmentValues.Center };

    /// <summary>The formats of all styles, in their order.</summary>
    public static IReadOnlyList<CellFormatPart> All { get; } = [.. Enum.GetValues<ReleaseStyle>().Select(Of)];

    private static CellFormatPart Of(ReleaseStyle style) => style switch
    {
        ReleaseStyle.Government => Heading,
        ReleaseStyle.Office => Heading with { Font = new FontPart(13, SheetColors.Navy, Bold: true) },
        ReleaseStyle.Title => Heading with { Font = new FontPart(12, Bold: true), Wraps = true },
        ReleaseStyle.Subtitle => Heading with { Font = new FontPart(9, SheetColors.Quiet) },
        ReleaseStyle.Note => new CellFormatPart(new FontPart(9)) { Wraps = true, Vertical = VerticalAlignmentValues.Top },
        ReleaseStyle.Remark => new CellFormatPart(new FontPart(8, SheetColors.Quiet)) { Wraps = true, Vertical = VerticalAlignmentValues.Top },
        ReleaseStyle.Sign => new CellFormatPart(new FontPart()) { Horizontal = HorizontalAlignmentValues.Center },
        ReleaseStyle.SignName => new CellFormatPart(new FontPart(Bold: true)) { Horizontal = HorizontalAlignmentValues.Center },

        ReleaseStyle.Header => Centered with { Font = new FontPart(9, SheetColors.White, Bold: true), Fill = SheetColors.Navy },
        ReleaseStyle.Ordinal or ReleaseStyle.Centered => Centered,
        ReleaseStyle.Text => Table,
        ReleaseStyle.SmallText => Table with { Font = new FontPart(8) },
        ReleaseStyle.Quoted => Table with { Font = new FontPart(8), IsQuoted = true },
        ReleaseStyle.Whole => Number with { NumberFormat = NumberFormatPart.Whole },
        ReleaseStyle.Rate => Number with { NumberFormat = NumberFormatPart.Rate },
        ReleaseStyle.Difference => Number with { NumberFormat = NumberFormatPart.Difference },

        ReleaseStyle.TotalText => Total,
        ReleaseStyle.TotalCentered => Total with { Horizontal = HorizontalAlignmentValues.Center, Indent = 0 },
        ReleaseStyle.TotalWhole => Number with { Font = Total.Font, Fill = Total.Fill, NumberFormat = NumberFormatPart.Whole },
        ReleaseStyle.TotalRate => Number with { Font = Total.Font, Fill = Total.Fill, NumberFormat = NumberFormatPart.Rate },

        ReleaseStyle.Best => Label(SheetColors.GoodInk, SheetColors.GoodFill),
        ReleaseStyle.Good => Label(SheetColors.Navy, SheetColors.NavyPale),
        ReleaseStyle.Fair => Label(SheetColors.OddInk, SheetColors.OddFill),
        ReleaseStyle.Poor => Label(SheetColors.WrongInk, SheetColors.WrongFill),
        ReleaseStyle.Missing => Label(SheetColors.WrongInk, SheetColors.White),
        _ => new CellFormatPart(new FontPart()),
    };

    private static CellFormatPart Label(string ink, string fill) => Centered with { Font = new FontPart(9, ink, Bold: true), Fill = fill };
}

/// <summary>The kinds of cells that a release's workbook has; <see cref="ReleaseLook"/> says what each looks like.</summary>
internal enum ReleaseStyle
{
    /// <summary>The first cell format of a workbook is what untouched cells have.</summary>
    Default,

    Government,
    Office,
    Title,
    Subtitle,
    Note,
    Remark,
    Sign,
    SignName,

    Header,
    Ordinal,
    Text,
    SmallText,

    /// <summary>What a stranger wrote: it stays text, whatever it begins with.</summary>
    Quoted,
    Centered,
    Whole,
    Rate,
    Difference,

    /// <summary>The province's row below its regions'.</summary>
    TotalText,
    TotalCentered,
    TotalWhole,
    TotalRate,

    /// <summary>The best label of a scale, and the others after it.</summary>
    Best,
    Good,
    Fair,
    Poor,

    /// <summary>What should be there and is not.</summary>
    Missing,
}
