using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Forms.Styling;

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

    public static Stylesheet Build()
    {
        var formats = Styles.Select(FormLook.Of).ToList();
        var fonts = formats.Select(format => format.Font).Distinct().ToList();
        var borders = formats.Select(format => format.Border).Distinct().ToList();
        var numberFormats = formats.Select(format => format.NumberFormat).Where(format => format.Code is not null).Distinct().ToList();

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
                ApplyNumberFormat = true,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                ApplyProtection = true,
            }))
            { Count = (uint)formats.Count },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(Overlays.Select(DifferentialOf)) { Count = (uint)Overlays.Length });
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

    private static DifferentialFormat DifferentialOf(Overlay overlay) => overlay switch
    {
        Overlay.Good => Differential(FormColors.GoodFill, FormColors.GoodInk),
        Overlay.Odd => Differential(FormColors.OddFill, FormColors.OddInk),
        Overlay.Wrong => Differential(FormColors.WrongFill, FormColors.WrongInk),
        Overlay.WrongEntry => Differential(FormColors.WrongFill),
        _ => Differential(FormColors.White),
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
