using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>A format that workbooks of the corpus are written in.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Ending">What follows the name of the file.</param>
/// <param name="Write">Writes a workbook; null where LibreOffice does, from the .xlsx.</param>
/// <param name="Holds">Whether the format can hold what a workbook of the fixture has.</param>
internal sealed record FixtureFormat(string Name, string Ending, Func<WorkbookSpec, byte[]>? Write, Func<Fixture, WorkbookSpec, bool> Holds)
{
    public static readonly IReadOnlyList<FixtureFormat> All =
    [
        new("xlsx", ".xlsx", spec => XlsxFile.Write(spec), (_, _) => true),
        new("xlsb", ".xlsb", XlsbFile.Write, (_, spec) => !HasFormulaWithoutValue(spec)),
        new("xls (Excel 97-2003, saved by LibreOffice)", ".xls", null, (_, spec) => !HasFormulaWithoutValue(spec)),
        new("xls (Excel 5.0/95)", "-lama.xls", spec => XlsFile.Write(spec, BiffVersion.Biff5), (_, spec) => !HasMerged(spec) && !HasFormulaWithoutValue(spec) && IsWestern(spec)),
        new("xls that is XML Spreadsheet 2003", "-xml.xls", SpreadsheetXmlFile.Write, (_, _) => true),
        new("ods", ".ods", OdsFile.Write, (_, _) => true),
        new("xls that is HTML", "-web.xls", HtmlFile.Write, (fixture, spec) => fixture.IsPlainText && IsOneOpenSheet(spec)),
        new("csv", ".csv", spec => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(DelimitedFile.Write(spec))], (fixture, spec) => fixture.IsPlainText && IsOneOpenSheet(spec) && !HasMerged(spec)),
    ];

    private static bool HasMerged(WorkbookSpec spec) => spec.Sheets.Any(sheet => sheet.Merged.Length > 0);

    private static bool HasFormulaWithoutValue(WorkbookSpec spec) => spec.Sheets.Any(sheet => sheet.Cells.Any(cell => cell is { Formula: not null, Value: null }));

    private static bool IsOneOpenSheet(WorkbookSpec spec) =>
        spec.Sheets is [{ IsHidden: false, HiddenRows.Length: 0, HiddenColumns.Length: 0 }];

    /// <summary>Text that code page 1252 has letters for.</summary>
    private static bool IsWestern(WorkbookSpec spec)
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return spec.Sheets.SelectMany(sheet => sheet.Cells).All(cell => cell.Value is not string text || western.GetString(western.GetBytes(text)) == text);
    }
}
