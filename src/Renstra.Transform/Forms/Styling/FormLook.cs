using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms.Styling;

/// <summary>What each <see cref="FormStyle"/> looks like, and whether it can be changed.</summary>
internal static class FormLook
{
    private static readonly CellFormatPart Plain = new(new FontPart());

    private static readonly CellFormatPart Quiet = new(new FontPart(9, SheetColors.Quiet)) { Fill = SheetColors.Paper, Indent = 1 };

    private static readonly CellFormatPart Header = new(new FontPart(9, SheetColors.White, Bold: true))
    {
        Fill = SheetColors.Navy,
        Border = BorderPart.Thin,
        Horizontal = HorizontalAlignmentValues.Center,
        Wraps = true,
    };

    private static readonly CellFormatPart Table = new(new FontPart(9)) { Fill = SheetColors.Paper, Border = BorderPart.Thin, Wraps = true };

    private static readonly CellFormatPart Entry = new(new FontPart(9, Bold: true))
    {
        Fill = SheetColors.Entry,
        Border = BorderPart.Entry,
        Indent = 1,
        Shrinks = true,
        IsUnlocked = true,
    };

    private static readonly CellFormatPart Number = Entry with { Font = new FontPart(12, Bold: true), Horizontal = HorizontalAlignmentValues.Right };

    public static CellFormatPart Of(FormStyle style) => style switch
    {
        FormStyle.Paper => Plain with { Fill = SheetColors.Paper },
        FormStyle.Title => new CellFormatPart(new FontPart(14, SheetColors.White, Bold: true)) { Fill = SheetColors.Navy, Indent = 1 },
        FormStyle.TitleRight => Quiet with
        {
            Font = new FontPart(9, SheetColors.White),
            Fill = SheetColors.Navy,
            Horizontal = HorizontalAlignmentValues.Right,
        },
        FormStyle.Subtitle => new CellFormatPart(new FontPart(10, SheetColors.Navy, Bold: true)) { Fill = SheetColors.NavyPale, Indent = 1 },
        FormStyle.Reminder => Quiet with { Wraps = true },
        FormStyle.Label => Quiet with { Horizontal = HorizontalAlignmentValues.Right },
        FormStyle.Legend => Quiet,
        FormStyle.Summary => Header with { Font = new FontPart(12, SheetColors.Navy, Bold: true), Fill = SheetColors.NavyPale },

        FormStyle.Choice => Entry with { Fill = SheetColors.White },
        FormStyle.TextEntry => Entry,
        FormStyle.DateEntry => Entry with { NumberFormat = NumberFormatPart.Date },
        FormStyle.Fixed => Entry with { Font = new FontPart(9), Fill = SheetColors.Paper, Border = BorderPart.Thin, IsUnlocked = false },

        FormStyle.Header => Header,
        FormStyle.NumeratorHeader => Header with { Fill = SheetColors.Blue },
        FormStyle.DenominatorHeader => Header with { Fill = SheetColors.Teal },
        FormStyle.Code => Table with { Font = new FontPart(10, SheetColors.Navy, Bold: true), Horizontal = HorizontalAlignmentValues.Center },
        FormStyle.IndicatorName => Table with { Font = new FontPart(8) },
        FormStyle.Description => Table,
        FormStyle.WholeNumber => Number with { NumberFormat = NumberFormatPart.Whole },
        FormStyle.DecimalNumber => Number with { NumberFormat = NumberFormatPart.Decimal },
        FormStyle.OptionalWholeNumber => Number with { Fill = SheetColors.White, NumberFormat = NumberFormatPart.Whole },
        FormStyle.OptionalDecimalNumber => Number with { Fill = SheetColors.White, NumberFormat = NumberFormatPart.Decimal },
        FormStyle.NoNumber => Table with { Font = new FontPart(9, SheetColors.Quiet), Horizontal = HorizontalAlignmentValues.Center },
        FormStyle.Check => Table with { Font = new FontPart(9, SheetColors.Quiet), Indent = 1 },

        FormStyle.Heading => new CellFormatPart(new FontPart(11, SheetColors.Navy, Bold: true)) { Vertical = VerticalAlignmentValues.Bottom },
        FormStyle.Mark => new CellFormatPart(new FontPart(10, SheetColors.Navy, Bold: true))
        {
            Horizontal = HorizontalAlignmentValues.Right,
            Vertical = VerticalAlignmentValues.Top,
        },
        FormStyle.Paragraph => Plain with { Wraps = true, Vertical = VerticalAlignmentValues.Top },
        FormStyle.DefinitionCode => Table with
        {
            Font = new FontPart(9, SheetColors.Navy, Bold: true),
            Fill = null,
            Horizontal = HorizontalAlignmentValues.Center,
        },
        FormStyle.Definition => Table with { Fill = null, Indent = 1 },
        _ => Plain with { Vertical = VerticalAlignmentValues.Bottom },
    };
}
