namespace Renstra.Transform.Workbooks;

/// <summary>What a file really is, told from its content. The name it was sent under says nothing.</summary>
public enum FileFormat
{
    /// <summary>Office Open XML workbook or template without macros (ECMA-376, transitional or strict).</summary>
    Xlsx,

    /// <summary>Office Open XML workbook with macros, which are never run.</summary>
    Xlsm,

    /// <summary>Office Open XML workbook with binary parts ([MS-XLSB]).</summary>
    Xlsb,

    /// <summary>Excel 97–2003 workbook and its ancestors, BIFF2 to BIFF8 ([MS-XLS]).</summary>
    Xls,

    /// <summary>XML Spreadsheet 2003 (<c>urn:schemas-microsoft-com:office:spreadsheet</c>).</summary>
    SpreadsheetXml,

    /// <summary>An HTML page with tables, as web systems send it under the name of a workbook.</summary>
    Html,

    /// <summary>Delimited text (RFC 4180 and its relatives with semicolon, tab or bar).</summary>
    Csv,

    /// <summary>OpenDocument spreadsheet, packed or flat (OpenDocument 1.3), as LibreOffice saves it.</summary>
    Ods,
}
