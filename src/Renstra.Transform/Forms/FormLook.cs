using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms;

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

/// <summary>The kinds of cells that a form has; <see cref="FormLook"/> says what each looks like.</summary>
internal enum FormStyle
{
    /// <summary>The first cell format of a workbook is what untouched cells have.</summary>
    Default,

    /// <summary>The grey of what need not be touched.</summary>
    Paper,
    Title,
    TitleRight,
    Subtitle,
    Reminder,
    Label,
    Legend,
    Summary,

    /// <summary>An entry that is filled in beforehand and can be chosen from a list.</summary>
    Choice,
    TextEntry,
    DateEntry,

    /// <summary>A value of the identity block that the officer does not choose.</summary>
    Fixed,

    Header,
    NumeratorHeader,
    DenominatorHeader,
    Code,
    IndicatorName,
    Description,
    WholeNumber,
    DecimalNumber,

    /// <summary>A number that need not be filled in.</summary>
    OptionalWholeNumber,
    OptionalDecimalNumber,
    NoNumber,
    Check,

    Heading,
    Mark,
    Paragraph,
    DefinitionCode,
    Definition,
}

/// <summary>Draws every <see cref="FormStyle"/>, and the differential formats that conditions put over them.</summary>
internal static class FormStyleSheet
{
    /// <summary>What a condition changes about a cell's look.</summary>
    public enum Overlay
    {
        Filled,
        Good,
        Odd,
        Wrong,
        WrongEntry,
    }

    private static readonly FormStyle[] Styles = Enum.GetValues<FormStyle>();
    private static readonly Overlay[] Overlays = Enum.GetValues<Overlay>();

    public static uint IndexOf(FormStyle style) => (uint)style;

    public static Stylesheet Build() => StyleSheet.Build([.. Styles.Select(FormLook.Of)], Overlays.Select(DifferentialOf));

    private static DifferentialFormat DifferentialOf(Overlay overlay) => overlay switch
    {
        Overlay.Good => Differential(SheetColors.GoodFill, SheetColors.GoodInk),
        Overlay.Odd => Differential(SheetColors.OddFill, SheetColors.OddInk),
        Overlay.Wrong => Differential(SheetColors.WrongFill, SheetColors.WrongInk),
        Overlay.WrongEntry => Differential(SheetColors.WrongFill),
        _ => Differential(SheetColors.White),
    };

    // In a differential format the background colour is the one that is seen.
    private static DifferentialFormat Differential(string fill, string? ink = null)
    {
        var format = new DifferentialFormat();
        if (ink is not null)
        {
            format.Append(new Font(new Color { Rgb = ink }));
        }

        format.Append(new Fill(new PatternFill(new BackgroundColor { Rgb = fill })));
        return format;
    }
}
