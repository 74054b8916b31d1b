using System.Diagnostics.CodeAnalysis;

namespace Renstra.Transform.Workbooks;

/// <summary>A file as sheets of cells, whatever format it came in.</summary>
/// <param name="Format">What the content turned out to be.</param>
/// <param name="Sheets">
/// The worksheets in the order of their tabs, hidden ones included. Chart and macro sheets hold no cells and are left out, so the
/// list can be empty. Delimited text and HTML are one sheet with an empty name.
/// </param>
public sealed record Workbook(FileFormat Format, IReadOnlyList<Sheet> Sheets);

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

/// <summary>What came of reading a file: a workbook, or the reason why there is none. Exactly one of the two.</summary>
public sealed record WorkbookReading
{
    private WorkbookReading(Workbook? workbook, FileProblem? problem)
    {
        Workbook = workbook;
        Problem = problem;
    }

    /// <summary>The workbook; null when the file could not be read.</summary>
    public Workbook? Workbook { get; }

    /// <summary>Why the file could not be read; null when it was.</summary>
    public FileProblem? Problem { get; }

    /// <summary>Whether there is a workbook.</summary>
    [MemberNotNullWhen(true, nameof(Workbook))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Workbook is not null;

    internal static WorkbookReading Of(Workbook workbook) => new(workbook, null);

    internal static WorkbookReading Of(FileProblem problem) => new(null, problem);
}
