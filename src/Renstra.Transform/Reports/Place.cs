namespace Renstra.Transform.Reports;

/// <summary>A cell in a workbook, or a whole sheet, with its position in the order in which an officer meets them.</summary>
/// <param name="SheetIndex">Zero-based position of the sheet's tab.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
internal sealed record Place(int SheetIndex, string Sheet, int Row, int Column)
{
    public CellLocation Location => new(Sheet, Workbooks.Sheet.AddressOf(Row, Column));
}
