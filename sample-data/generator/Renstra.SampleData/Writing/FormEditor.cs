using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.SampleData.Writing;

/// <summary>
/// Does to a form what an officer does who pastes over cells or lifts the protection. Cells are found by the words beside and
/// above them.
/// </summary>
internal sealed class FormEditor : IReportCells
{
    private readonly Worksheet _sheet;
    private readonly IReadOnlyList<string> _texts;

    private FormEditor(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart!;
        _sheet = ((WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<Sheet>().First().Id!.Value!)).Worksheet!;
        _texts = [.. workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText)];
    }

    /// <summary>The form with a change made to it.</summary>
    public static byte[] Edit(byte[] form, Action<FormEditor> change)
    {
        using var buffer = new MemoryStream();
        buffer.Write(form);
        using (var document = SpreadsheetDocument.Open(buffer, isEditable: true))
        {
            change(new FormEditor(document));
        }

        using var output = new MemoryStream();
        buffer.Position = 0;
        DeterministicPackage.Copy(buffer, output);
        return output.ToArray();
    }

    public void SetRegion(string name) => Write(BesideCell("Kabupaten/Kota"), name);

    public void SetYear(int year) => Write(BesideCell("Tahun"), year);

    public void SetNumerator(string indicator, string text) =>
        SetAmount("Angka pembilang", indicator, cell => Write(cell, text), "Mohon isi dengan angka saja");

    public void SetNumerator(string indicator, decimal number) => SetAmount("Angka pembilang", indicator, number);

    public void SetDenominator(string indicator, decimal number) => SetAmount("Angka penyebut", indicator, number);

    public void ClearRow(string indicator)
    {
        CellWith(indicator).Parent!.RemoveAllChildren<Cell>();
        UpdateSummary();
    }

    private void SetAmount(string header, string indicator, decimal number) =>
        SetAmount(header, indicator, cell => Write(cell, number), "Mohon isi dengan bilangan bulat, 0 atau lebih");

    // The form's own checks are brought up to date as Excel would: a file holds what its formulas last gave.
    private void SetAmount(string header, string indicator, Action<Cell> write, string check)
    {
        var row = RowOf(CellWith(indicator));
        write(At(ColumnOf(CellWith(header)), row));
        At(ColumnOf(CellWith("Hasil pemeriksaan")), row).CellValue = new CellValue(check);
        UpdateSummary();
    }

    private void UpdateSummary()
    {
        var checks = ColumnOf(CellWith("Hasil pemeriksaan"));
        var formulas = _sheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null && ColumnOf(cell) == checks).ToList();
        var complete = formulas.Count(cell => cell.CellValue!.Text.StartsWith("Lengkap", StringComparison.Ordinal));
        var summary = formulas[0];
        var text = summary.CellValue!.Text;
        summary.CellValue = new CellValue(complete.ToString(CultureInfo.InvariantCulture) + text[text.IndexOf(' ', StringComparison.Ordinal)..]);
    }

    private static void Write(Cell cell, string text)
    {
        cell.DataType = CellValues.InlineString;
        cell.CellValue = null;
        cell.InlineString = new InlineString(new Text(text));
    }

    private static void Write(Cell cell, decimal number)
    {
        cell.DataType = null;
        cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private Cell BesideCell(string label)
    {
        var cell = CellWith(label);
        return At(((char)(ColumnOf(cell)[0] + 1)).ToString(), RowOf(cell));
    }

    private Cell CellWith(string text) =>
        _sheet.Descendants<Cell>().First(cell => cell.DataType?.Value == CellValues.SharedString && _texts[SharedIndex(cell)] == text);

    private static int SharedIndex(Cell cell) => int.Parse(cell.CellValue!.Text, NumberStyles.None, CultureInfo.InvariantCulture);

    private Cell At(string column, string row) => _sheet.Descendants<Cell>().First(cell => cell.CellReference == column + row);

    private static string ColumnOf(Cell cell) => cell.CellReference!.Value![..1];

    private static string RowOf(Cell cell) => cell.CellReference!.Value![1..];
}
