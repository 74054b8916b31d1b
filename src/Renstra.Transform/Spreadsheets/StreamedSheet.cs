using System.Globalization;
using System.Text;
using System.Xml;

namespace Renstra.Transform.Spreadsheets;

/// <summary>Writes a sheet row by row, so that a long one takes no more memory than a short one. It prints on A4 and is fitted to its width; so it is on F4, which is wider.</summary>
internal static class StreamedSheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int PixelsPerCharacter = 7;
    private const int CellPadding = 5;

    /// <summary>Writes the XML of a sheet.</summary>
    /// <param name="output">Left open.</param>
    /// <param name="page">What surrounds the cells.</param>
    /// <param name="rows">The rows from the first on.</param>
    public static void Write(Stream output, SheetPage page, IEnumerable<SheetRow> rows)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        WriteStart(xml, page);
        var merges = WriteRows(xml, rows);
        if (merges.Count > 0)
        {
            WriteMerges(xml, merges);
        }

        WritePaper(xml, page);
        xml.WriteEndElement();
    }

    /// <summary>The letters of a column.</summary>
    /// <param name="column">From 0.</param>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);

    private static void WriteStart(XmlWriter xml, SheetPage page)
    {
        xml.WriteStartElement("sheetPr", Main);
        WriteElement(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();

        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("workbookViewId", "0");
        if (page.HeaderRow > 0)
        {
            WriteElement(xml, "pane", ("ySplit", Write(page.HeaderRow)), ("topLeftCell", Address(0, page.HeaderRow + 1)), ("activePane", "bottomLeft"), ("state", "frozen"));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteElement(xml, "sheetFormatPr", ("defaultRowHeight", "15"));

        xml.WriteStartElement("cols", Main);
        for (var column = 0; column < page.Columns.Count; column++)
        {
            var number = Write(column + 1);
            WriteElement(xml, "col", ("min", number), ("max", number), ("width", Write((page.Columns[column] - CellPadding) / (decimal)PixelsPerCharacter)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static List<string> WriteRows(XmlWriter xml, IEnumerable<SheetRow> rows)
    {
        var merges = new List<string>();
        var number = 0;
        xml.WriteStartElement("sheetData", Main);
        foreach (var row in rows)
        {
            number++;
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", Write(number));
            xml.WriteAttributeString("ht", Write((decimal)row.Height));
            xml.WriteAttributeString("customHeight", "1");
            var column = 0;
            foreach (var cell in row.Cells)
            {
                WriteCell(xml, cell, column, number);
                if (cell.Span > 1)
                {
                    merges.Add($"{Address(column, number)}:{Address(column + cell.Span - 1, number)}");
                }

                // The joined cells take the look too, so that the outline is whole.
                for (var joined = 1; joined < cell.Span; joined++)
                {
                    WriteCell(xml, new SheetCell(cell.Style, null, null, 1), column + joined, number);
                }

                column += cell.Span;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        return merges;
    }

    private static void WriteCell(XmlWriter xml, SheetCell cell, int column, int row)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", Address(column, row));
        xml.WriteAttributeString("s", Write((int)cell.Style));
        if (cell.Number is { } number)
        {
            xml.WriteElementString("v", Main, Write(number));
        }
        else if (!string.IsNullOrEmpty(cell.Text))
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Printable(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A text without the characters that XML cannot hold: cells of offices' files may have any.</summary>
    private static string Printable(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    private static void WriteMerges(XmlWriter xml, List<string> merges)
    {
        xml.WriteStartElement("mergeCells", Main);
        xml.WriteAttributeString("count", Write(merges.Count));
        foreach (var merge in merges)
        {
            WriteElement(xml, "mergeCell", ("ref", merge));
        }

        xml.WriteEndElement();
    }

    private static void WritePaper(XmlWriter xml, SheetPage page)
    {
        WriteElement(xml, "printOptions", ("horizontalCentered", "1"));
        WriteElement(xml, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        WriteElement(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", page.IsOnePage ? "1" : "0"));
        xml.WriteStartElement("headerFooter", Main);
        xml.WriteElementString("oddFooter", Main, $"&L&8{page.Footer.Replace("&", "&&", StringComparison.Ordinal)}&R&8{page.Name}, halaman &P dari &N");
        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Address(int column, int row) => Letters(column) + Write(row);

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Write(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What surrounds the cells of a sheet that is written row by row.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Columns">The columns' widths, in pixels at 100 %.</param>
/// <param name="HeaderRow">The row of column heads, from 1: it stays in sight, and every page that is printed begins with it; 0 for none.</param>
/// <param name="Footer">What stands at the left of the foot of every page; the page's number stands at its right.</param>
internal sealed record SheetPage(string Name, IReadOnlyList<int> Columns, int HeaderRow, string Footer)
{
    /// <summary>Whether it is printed on one page, smaller if need be, and not only on the width of one.</summary>
    public bool IsOnePage { get; init; }
}

/// <summary>A row that is written.</summary>
/// <param name="Height">In points.</param>
/// <param name="Cells">From the first column on.</param>
internal sealed record SheetRow(double Height, params IReadOnlyList<SheetCell> Cells);

/// <summary>A cell that is written: a text, a number, or nothing but its look.</summary>
/// <param name="Style">The index of its format.</param>
/// <param name="Text">The text; it is never taken for a formula.</param>
/// <param name="Number">The number.</param>
/// <param name="Span">How many columns it takes.</param>
internal readonly record struct SheetCell(uint Style, string? Text, decimal? Number, int Span);
