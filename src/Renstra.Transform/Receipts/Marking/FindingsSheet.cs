using System.Globalization;
using System.Xml.Linq;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>The sheet that lists all findings of a receipt, what must be mended first.</summary>
/// <param name="receipt">The receipt.</param>
/// <param name="main">The namespace of the workbook's dialect.</param>
/// <param name="visibleSheets">The sheets of this workbook that a link can lead to; none in a workbook that holds the list alone.</param>
internal sealed class FindingsSheet(Receipt receipt, XNamespace main, IReadOnlySet<string> visibleSheets)
{
    private const int LinePoints = 15;
    private const int RowPadding = 2;

    private const string HeaderFill = "FFE4E9F0";
    private const string Accepted = "FF14663A";
    private const string Returned = "FFA01C1C";

    private readonly List<XElement> _rows = [];
    private readonly List<XElement> _links = [];

    /// <summary>The findings in the order of the list, which numbers them from 1.</summary>
    public static IReadOnlyList<Finding> InOrder(Receipt receipt) =>
        [.. receipt.Findings.OrderBy(finding => finding.Severity == Severity.Kesalahan ? 0 : 1)];

    /// <summary>The worksheet part.</summary>
    /// <param name="styles">Where the looks of its cells are added.</param>
    /// <param name="hasViews">Whether the workbook has a window that the sheet can say something about.</param>
    public XDocument Build(StyleBook styles, bool hasViews)
    {
        var plain = styles.AddFormat(CellLook.Plain);
        var title = styles.AddFormat(new CellLook { Points = 16, IsBold = true });
        var verdict = styles.AddFormat(new CellLook { Points = 12, IsBold = true, Ink = receipt.Verdict == Verdict.Diterima ? Accepted : Returned });
        Line(title, ReturnedSheet.Title, lines: 2);
        Line(verdict, $"{VerdictWords.Of(receipt.Verdict)} · {ReceiptTexts.Headline(receipt.Verdict)}");
        Line(plain, MarkingTexts.Source(receipt));
        Line(plain, visibleSheets.Count > 0 ? MarkingTexts.HowToMarked : MarkingTexts.HowToListed);
        Line(plain, MarkingTexts.HowToSend);
        Line(plain, "");
        var columns = Columns();
        var header = styles.AddFormat(new CellLook { IsBold = true, IsFramed = true, IsWrapped = true, Fill = HeaderFill });
        _rows.Add(Row(columns.Select((column, index) => Cell(index, column.Title, header)), lines: 1));
        var headerRow = _rows.Count;
        Findings(columns, styles);
        if (receipt.FindingsTotal > receipt.Findings.Count)
        {
            Line(plain, ReceiptTexts.Omitted(receipt.Findings.Count, receipt.FindingsTotal));
        }

        return new XDocument(new XElement(
            main + "worksheet",
            new XElement(
                main + "sheetPr",
                new XElement(main + "tabColor", new XAttribute("rgb", Returned)),
                new XElement(main + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            hasViews ? View(headerRow) : null,
            new XElement(main + "cols", columns.Select((column, index) => new XElement(
                main + "col", new XAttribute("min", index + 1), new XAttribute("max", index + 1), new XAttribute("width", column.Width), new XAttribute("customWidth", 1)))),
            new XElement(main + "sheetData", _rows),
            _links.Count > 0 ? new XElement(main + "hyperlinks", _links) : null,
            new XElement(main + "pageMargins", Margins()),
            new XElement(main + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"), new XAttribute("fitToHeight", 0))));
    }

    private void Findings(IReadOnlyList<ListColumn> columns, StyleBook styles)
    {
        var text = styles.AddFormat(new CellLook { IsFramed = true, IsWrapped = true });
        var link = styles.AddFormat(new CellLook { IsFramed = true, IsWrapped = true, IsLink = true, Ink = "FF0563C1" });
        var mistake = styles.AddFormat(new CellLook { IsFramed = true, IsWrapped = true, IsBold = true, Fill = MarkedWorkbook.MistakeColour });
        var remark = styles.AddFormat(new CellLook { IsFramed = true, IsWrapped = true, Fill = MarkedWorkbook.RemarkColour });
        foreach (var (index, finding) in InOrder(receipt).Index())
        {
            var target = finding.Location is { } location && visibleSheets.Contains(location.Sheet) ? location : null;
            var lines = columns.Max(column => column.LinesOf(index + 1, finding));
            _rows.Add(Row(columns.Select((column, at) =>
            {
                var isLink = column.Kind == ListColumnKind.Cell && target is not null;
                if (isLink)
                {
                    _links.Add(new XElement(
                        main + "hyperlink",
                        new XAttribute("ref", CellAddress.Of(_rows.Count, at)),
                        new XAttribute("location", $"'{target!.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{target.Cell}"),
                        new XAttribute("display", target.Cell)));
                }

                var look = isLink ? link
                    : column.Kind != ListColumnKind.Severity ? text
                    : finding.Severity == Severity.Kesalahan ? mistake : remark;
                return Cell(at, column.Of(index + 1, finding), look);
            }), lines));
        }
    }

    private IReadOnlyList<ListColumn> Columns()
    {
        var columns = new List<ListColumn>
        {
            new(MarkingTexts.NumberColumn, 5, (number, _) => number.ToString(CultureInfo.InvariantCulture)),
            new(MarkingTexts.SeverityColumn, 18, (_, finding) => MarkingTexts.Severity(finding.Severity), ListColumnKind.Severity),
            new(MarkingTexts.SheetColumn, 16, (_, finding) => finding.Location?.Sheet ?? ReceiptTexts.WholeFile),
            new(MarkingTexts.CellColumn, 8, (_, finding) => finding.Location?.Cell ?? "", ListColumnKind.Cell),
            new(ReceiptTexts.WrittenColumn, 24, (_, finding) => finding.Raw is "" ? ReceiptTexts.EmptyCell : finding.Raw ?? ""),
            new(ReceiptTexts.MessageColumn, 72, (_, finding) => finding.Message),
            new(ReceiptTexts.CodeColumn, 7, (_, finding) => finding.Code),
        };
        if (receipt.Reports.Count > 1)
        {
            columns.Insert(2, new(MarkingTexts.ReportColumn, 24, (_, finding) =>
                receipt.Reports.FirstOrDefault(report => report.Key == finding.Report) is { } report ? ReceiptTexts.Subject(report) : ""));
        }

        return columns;
    }

    private void Line(int look, string text, int lines = 1) => _rows.Add(Row([Cell(0, text, look)], lines));

    // Not every program works out how high a row with wrapped text must be.
    private XElement Row(IEnumerable<XElement> cells, int lines) => new(
        main + "row",
        new XAttribute("r", _rows.Count + 1),
        new XAttribute("ht", (lines * LinePoints) + RowPadding),
        new XAttribute("customHeight", 1),
        cells);

    private XElement Cell(int column, string text, int look) => SpreadsheetText.Cell(main, CellAddress.Of(_rows.Count, column), text, look);

    private XElement View(int headerRow)
    {
        var first = CellAddress.Of(headerRow, 0);
        return new XElement(main + "sheetViews", new XElement(
            main + "sheetView",
            new XAttribute("showGridLines", 0),
            new XAttribute("workbookViewId", 0),
            new XElement(main + "pane", new XAttribute("ySplit", headerRow), new XAttribute("topLeftCell", first), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")),
            new XElement(main + "selection", new XAttribute("pane", "bottomLeft"), new XAttribute("activeCell", first), new XAttribute("sqref", first))));
    }

    private static XAttribute[] Margins() =>
        [new("left", "0.5"), new("right", "0.5"), new("top", "0.6"), new("bottom", "0.6"), new("header", "0.3"), new("footer", "0.3")];

    private enum ListColumnKind
    {
        Text,
        Severity,
        Cell,
    }

    /// <param name="Title">In the header.</param>
    /// <param name="Width">In characters.</param>
    /// <param name="Of">What it says of a finding and its number.</param>
    /// <param name="Kind">What is special about it.</param>
    private sealed record ListColumn(string Title, int Width, Func<int, Finding, string> Of, ListColumnKind Kind = ListColumnKind.Text)
    {
        /// <summary>How many lines its text takes, rather one too many.</summary>
        public int LinesOf(int number, Finding finding) => Of(number, finding).Split('\n').Sum(line => 1 + (line.Length / (Width - 1)));
    }
}
