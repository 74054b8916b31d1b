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
