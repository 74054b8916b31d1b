using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Forms;

/// <summary>The sheet that says how the form is filled in, where it goes and what comes back; one page A4.</summary>
internal sealed class InstructionSheet(FormContent content, SharedStrings strings)
{
    private const char First = 'A';
    private const char Second = 'B';
    private const char Third = 'C';
    private const char Last = 'D';
    private const double LineHeight = 13.5;
    private const int CharactersPerLine = 118;

    private readonly SheetComposer _cells = new(strings);
    private uint _row = 1;

    public string PrintArea => $"{FormTexts.InstructionSheet}!$A$1:${Last}${_row - 1}";

    public Worksheet Build()
    {
        Band(InstructionTexts.Title, FormStyle.Title, 24);
        Band(InstructionTexts.Subtitle(content.Region), FormStyle.Subtitle, 16.5);
        foreach (var section in InstructionTexts.Sections(content))
        {
            Heading(section.Title);
            for (var index = 0; index < section.Points.Count; index++)
            {
                Point(section.IsOrdered ? InstructionTexts.Ordinal(index + 1) : "•", section.Points[index]);
            }
        }

        Heading(InstructionTexts.DefinitionsTitle);
        Definitions();
        return Frame();
    }

    private void Band(string text, FormStyle style, double height)
    {
        _cells.Height(_row, height);
        _cells.Merge(First, Last, _row, _row, style);
        _cells.Text(First, _row, text, style);
        _row++;
    }

    private void Heading(string text)
    {
        _cells.Height(_row, 22);
        _cells.Merge(First, Last, _row, _row, FormStyle.Heading);
        _cells.Text(First, _row, text, FormStyle.Heading);
        _row++;
    }

    private void Point(string mark, string text)
    {
        // A merged cell does not grow with its text, so the lines are counted.
        _cells.Height(_row, LineHeight * Math.Ceiling(text.Length / (double)CharactersPerLine));
        _cells.Text(First, _row, mark, FormStyle.Mark);
        _cells.Merge(Second, Last, _row, _row, FormStyle.Paragraph);
        _cells.Text(Second, _row, text, FormStyle.Paragraph);
        _row++;
    }

    private void Definitions()
    {
        _cells.Height(_row, 18);
        _cells.Text(First, _row, FormTexts.CodeHeader, FormStyle.Header);
        _cells.Text(Second, _row, FormTexts.IndicatorHeader, FormStyle.Header);
        _cells.Text(Third, _row, FormTexts.NumeratorHeader, FormStyle.Header);
        _cells.Text(Last, _row, FormTexts.DenominatorHeader, FormStyle.Header);
        _row++;
        foreach (var row in content.Rows)
        {
            _cells.Height(_row, 37.5);
            _cells.Text(First, _row, row.Indicator.Code.Value, FormStyle.DefinitionCode);
            _cells.Text(Second, _row, row.Indicator.Name, FormStyle.Definition);
            _cells.Text(Third, _row, InstructionTexts.Definition(row.Indicator.Numerator), FormStyle.Definition);
            _cells.Text(
                Last,
                _row,
                row.Indicator.Denominator is { } denominator ? InstructionTexts.Definition(denominator) : FormTexts.NoDenominator,
                FormStyle.Definition);
            _row++;
        }
    }

    private Worksheet Frame() => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView { ShowGridLines = false, ZoomScale = 100, WorkbookViewId = 0 }),
        SheetFrame.RowsEndHere(),
        SheetFrame.Columns(44, 240, 240, 240),
        _cells.Rows(),
        SheetFrame.Protection(),
        _cells.Merges()!,
        new PrintOptions { HorizontalCentered = true },
        SheetFrame.Margins(),
        SheetFrame.Page(OrientationValues.Portrait),
        SheetFrame.HeaderAndFooter());
}
