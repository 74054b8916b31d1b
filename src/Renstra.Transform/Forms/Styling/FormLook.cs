using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Forms.Styling;

/// <summary>What each <see cref="FormStyle"/> looks like, and whether it can be changed.</summary>
internal static class FormLook
{
    private static readonly CellFormatPart Plain = new(new FontPart());

    private static readonly CellFormatPart Quiet = new(new FontPart(9, FormColors.Quiet)) { Fill = FormColors.Paper, Indent = 1 };

    private static readonly CellFormatPart Header = new(new FontPart(9, FormColors.White, Bold: true))
    {
        Fill = FormColors.Navy,
        Border = BorderPart.Thin,
        Horizontal = HorizontalAlignmentValues.Center,
        Wraps = true,
    };

    private static readonly CellFormatPart Table = new(new FontPart(9)) { Fill = FormColors.Paper, Border = BorderPart.Thin, Wraps = true };

    private static readonly CellFormatPart Entry = new(new FontPart(9, Bold: true))
    {
        Fill = FormColors.Entry,
        Border = BorderPart.Entry,
        Indent = 1,
        Shrinks = true,
        IsUnlocked = true,
    };

    private static readonly CellFormatPart Number = Entry with { Font = new FontPart(12, Bold: true), Horizontal = HorizontalAlignmentValues.Right };

    public static CellFormatPart Of(FormStyle style) => style switch
    {
        FormStyle.Paper => Plain with { Fill = FormColors.Paper },
        FormStyle.Title => new CellFormatPart(new FontPart(14, FormColors.White, Bold: true)) { Fill = FormColors.Navy, Indent = 1 },
        FormStyle.TitleRight => Quiet with
        {
            Font = new FontPart(9, FormColors.White),
            Fill = FormColors.Navy,
            Horizontal = HorizontalAlignmentValues.Right,
        },
        FormStyle.Subtitle => new CellFormatPart(new FontPart(10, FormColors.Navy, Bold: true)) { Fill = FormColors.NavyPale, Indent = 1 },
        FormStyle.Reminder => Quiet with { Wraps = true },
        FormStyle.Label => Quiet with { Horizontal = HorizontalAlignmentValues.Right },
        FormStyle.Legend => Quiet,
        FormStyle.Summary => Header with { Font = new FontPart(12, FormColors.Navy, Bold: true), Fill = FormColors.NavyPale },

        FormStyle.Choice => Entry with { Fill = FormColors.White },
        FormStyle.TextEntry => Entry,
        FormStyle.DateEntry => Entry with { NumberFormat = NumberFormatPart.Date },
        FormStyle.Fixed => Entry with { Font = new FontPart(9), Fill = FormColors.Paper, Border = BorderPart.Thin, IsUnlocked = false },

        FormStyle.Header => Header,
        FormStyle.NumeratorHeader => Header with { Fill = FormColors.Blue },
        FormStyle.DenominatorHeader => Header with { Fill = FormColors.Teal },
        FormStyle.Code => Table with { Font = new FontPart(10, FormColors.Navy, Bold: true), Horizontal = HorizontalAlignmentValues.Center },
        FormStyle.IndicatorName => Table with { Font = new FontPart(8) },
        FormStyle.Description => Table,
        FormStyle.WholeNumber => Number with { NumberFormat = NumberFormatPart.Whole },
        FormStyle.DecimalNumber => Number with { NumberFormat = NumberFormatPart.Decimal },
        FormStyle.NoNumber => Table with { Font = new FontPart(9, FormColors.Quiet), Horizontal = HorizontalAlignmentValues.Center },
        FormStyle.Check => Table with { Font = new FontPart(9, FormColors.Quiet), Indent = 1 },

        FormStyle.Heading => new CellFormatPart(new FontPart(11, FormColors.Navy, Bold: true)) { Vertical = VerticalAlignmentValues.Bottom },
        FormStyle.Mark => new CellFormatPart(new FontPart(10, FormColors.Navy, Bold: true))
        {
            Horizontal = HorizontalAlignmentValues.Right,
            Vertical = VerticalAlignmentValues.Top,
        },
        FormStyle.Paragraph => Plain with { Wraps = true, Vertical = VerticalAlignmentValues.Top },
        FormStyle.DefinitionCode => Table with
        {
            Font = new FontPart(9, FormColors.Navy, Bold: true),
            Fill = null,
            Horizontal = HorizontalAlignmentValues.Center,
        },
        FormStyle.Definition => Table with { Fill = null, Indent = 1 },
        _ => Plain with { Vertical = VerticalAlignmentValues.Bottom },
    };
}
