namespace Renstra.Transform.Workbooks.Xlsb;

/// <summary>The records that matter here, by the names and numbers of [MS-XLSB] 2.3.2.</summary>
internal static class XlsbRecordType
{
    public const int RowHeader = 0;
    public const int CellRk = 2;
    public const int CellError = 3;
    public const int CellBool = 4;
    public const int CellReal = 5;
    public const int CellString = 6;
    public const int CellSharedString = 7;
    public const int FormulaString = 8;
    public const int FormulaNumber = 9;
    public const int FormulaBool = 10;
    public const int FormulaError = 11;
    public const int SharedStringItem = 19;
    public const int Font = 43;
    public const int Format = 44;
    public const int CellFormat = 47;
    public const int ColumnInfo = 60;
    public const int CellRichString = 62;
    public const int WorkbookProperties = 153;
    public const int BundleSheet = 156;
    public const int MergeCell = 176;
    public const int BeginFonts = 611;
    public const int EndFonts = 612;
    public const int BeginCellFormats = 617;
    public const int EndCellFormats = 618;
}
