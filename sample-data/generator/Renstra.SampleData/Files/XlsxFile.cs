using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.SampleData.Files;

/// <summary>
/// Writes .xlsx and .xlsm as Excel lays them out: shared strings, styles, formulas with their results. The same workbook gives the same
/// bytes.
/// </summary>
internal static class XlsxFile
{
    public static byte[] Write(WorkbookSpec spec, SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, type))
        {
            var main = document.AddWorkbookPart();
            document.ChangeIdOfPart(main, "rId1");
            var strings = new IndexedList();
            var formats = new IndexedList();
            var sheets = new Sheets();
            main.Workbook = new Workbook(new WorkbookProperties { Date1904 = spec.Is1904 ? true : null }, sheets);
            foreach (var sheet in spec.Sheets)
            {
                var part = main.AddNewPart<WorksheetPart>($"rId{sheets.ChildElements.Count + 1}");
                part.Worksheet = ToWorksheet(sheet, strings, formats);
                sheets.Append(new Sheet
                {
                    Id = main.GetIdOfPart(part),
                    Name = sheet.Name,
                    SheetId = (uint)sheets.ChildElements.Count + 1,
                    State = sheet.IsHidden ? SheetStateValues.Hidden : null,
                });
            }

            main.AddNewPart<SharedStringTablePart>("rIdS").SharedStringTable =
                new SharedStringTable(strings.Select(text => new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
            main.AddNewPart<WorkbookStylesPart>("rIdF").Stylesheet = ToStylesheet(formats);
            if (type == SpreadsheetDocumentType.MacroEnabledWorkbook)
            {
                // Not a project that would run, but a part that must not disturb.
                using var project = new MemoryStream("not a project"u8.ToArray());
                main.AddNewPart<VbaProjectPart>("rIdM").FeedData(project);
            }
        }

        using var file = new MemoryStream();
        DeterministicPackage.Copy(stream, file);
        return file.ToArray();
    }

    private static Worksheet ToWorksheet(SheetSpec sheet, IndexedList strings, IndexedList formats)
    {
        var worksheet = new Worksheet();
        var columns = Enumerable.Range(0, Math.Max(sheet.Widths.Length, sheet.HiddenColumns.DefaultIfEmpty(-1).Max() + 1))
            .Where(column => column < sheet.Widths.Length || sheet.HiddenColumns.Contains(column))
            .Select(column => new Column
            {
                Min = (uint)column + 1,
                Max = (uint)column + 1,
                Width = sheet.Widths.ElementAtOrDefault(column) is > 0 and var width ? width : 9,
                CustomWidth = column < sheet.Widths.Length ? true : null,
                Hidden = sheet.HiddenColumns.Contains(column) ? true : null,
            })
            .ToList();
        if (columns.Count > 0)
        {
            worksheet.Append(new Columns(columns));
        }

        var data = worksheet.AppendChild(new SheetData());
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Row))
        {
            var hidden = sheet.HiddenRows.Contains(row.Key + 1);
            data.Append(new Row(row.Select(cell => ToCell(cell, strings, formats)))
            {
                RowIndex = (uint)row.Key + 1,
                Hidden = hidden ? true : null,
            });
        }

        if (sheet.Merged.Length > 0)
        {
            worksheet.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
        }

        return worksheet;
    }

    private static Cell ToCell(CellSpec spec, IndexedList strings, IndexedList formats)
    {
        var cell = new Cell { CellReference = spec.Address };
        if (spec.Format is not null)
        {
            cell.StyleIndex = (uint)formats.Of(spec.Format) + 1;
        }

        if (spec.Formula is not null)
        {
            cell.CellFormula = new CellFormula(spec.Formula);
        }

        switch (spec.Value)
        {
            case string text when spec.Formula is null:
                cell.DataType = CellValues.SharedString;
                cell.CellValue = new CellValue(strings.Of(text));
                break;
            case string text:
                cell.DataType = CellValues.String;
                cell.CellValue = new CellValue(text);
                break;
            case double number:
                cell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                cell.DataType = CellValues.Boolean;
                cell.CellValue = new CellValue(flag ? "1" : "0");
                break;
            case ErrorLiteral error:
                cell.DataType = CellValues.Error;
                cell.CellValue = new CellValue(error.Text);
                break;
        }

        return cell;
    }

    private static Stylesheet ToStylesheet(IndexedList formats)
    {
        const uint FirstCustomFormat = 164;
        var codes = formats.Select((code, index) => new NumberingFormat { NumberFormatId = FirstCustomFormat + (uint)index, FormatCode = code });
        var cellFormats = formats.Select((_, index) =>
            new CellFormat { NumberFormatId = FirstCustomFormat + (uint)index, ApplyNumberFormat = true });
        return new Stylesheet(
            new NumberingFormats(codes),
            new Fonts(new Font()),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(cellFormats.Prepend(new CellFormat { NumberFormatId = 0 })));
    }
}
