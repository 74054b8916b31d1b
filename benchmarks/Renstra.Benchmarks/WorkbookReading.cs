using System.Globalization;
using BenchmarkDotNet.Attributes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using Renstra.Transform.Workbooks;

namespace Renstra.Benchmarks;

/// <summary>Our reader of workbooks against the bare loop of ExcelDataReader, on 20,000 rows of 12 cells.</summary>
[MemoryDiagnoser]
public class WorkbookReading
{
    private byte[] _workbook = [];

    [GlobalSetup]
    public void MakeWorkbook()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        _workbook = WorkbookOf(20_000, 12, CellValues.Number, (row, column) => (row * column).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A workbook of one sheet, its cells all of one type.</summary>
    internal static byte[] WorkbookOf(int rows, int columns, CellValues type, Func<int, int, string> value)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>("rId1");
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Data", SheetId = 1, Id = "rId1" }));
            part.Worksheet = new Worksheet(new SheetData(Enumerable.Range(1, rows).Select(row => new Row(
                Enumerable.Range(1, columns).Select(column => new DocumentFormat.OpenXml.Spreadsheet.Cell(new CellValue(value(row, column))) { DataType = type })))));
        }

        return stream.ToArray();
    }

    [Benchmark(Baseline = true)]
    public int ExcelDataReaderLoop()
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(_workbook));
        var cells = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                cells += reader.GetValue(column) is null ? 0 : 1;
            }
        }

        return cells;
    }

    [Benchmark]
    public int WorkbookReaderWhole() => WorkbookReader.Read(_workbook, WorkbookLimits.Default).Workbook!.Sheets[0].RowCount;
}
