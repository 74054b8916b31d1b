using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2019.Excel.ThreadedComments;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Reading;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Receipts.Marking;

/// <summary>Workbooks as offices have them, each with something that marking could harm; the cells B2 and D9 of its first sheet are marked.</summary>
internal static class MarkingFiles
{
    private static readonly WorkbookSpec Plain = new(
        new SheetSpec("Juli '24 & akhir", new CellSpec("A1", "Laporan"), new CellSpec("B2", "=lima", "0.00"), new CellSpec("C3", 7d, null, "3+4"), new CellSpec("B5", 12d))
        {
            Merged = ["B2:C2"],
        },
        new SheetSpec("Lain", new CellSpec("A1", "x")) { IsHidden = true });

    public static Dictionary<string, Func<byte[]>> All { get; } = new()
    {
        ["plain, names of parts absolute, elements prefixed, merged cells, a hidden sheet"] = () => XlsxFile.Write(Plain),
        ["days counted from 1904"] = () => XlsxFile.Write(Plain with { Is1904 = true }),
        ["strict"] = () => ReferenceFiles.All["xlsx, strict"],
        ["no references, inline strings"] = () => ReferenceFiles.All["xlsx, inline strings, no references"],
        ["saved by LibreOffice, names of parts relative"] = () => ReferenceFiles.All["xlsx, saved by LibreOffice"],
        ["macros"] = () => ReferenceFiles.All["xlsm"],
        ["our form: protected, validated, defined names, a hidden list"] = () => Submissions.FilledForm("53.02"),
        ["no rows"] = () => ZipFile.Rewrite(XlsxFile.Write(Plain), (name, text) => name.Contains("/worksheets/", StringComparison.Ordinal)
            ? text[..text.IndexOf("<x:sheetData>", StringComparison.Ordinal)] + "<x:sheetData/></x:worksheet>"
            : text),
        ["no styles"] = () => Edited(document =>
        {
            document.WorkbookPart!.DeletePart(document.WorkbookPart.WorkbookStylesPart!);
            foreach (var cell in FirstSheet(document).Worksheet!.Descendants<Cell>())
            {
                cell.StyleIndex = null;
            }
        }),
        ["notes on the sheet, one of them in a marked cell"] = () => Edited(document => AddNotes(FirstSheet(document), "Petugas")),
        ["a conversation in a marked cell"] = () => Edited(document =>
        {
            const string Thread = "{11111111-2222-3333-4444-555555555555}";
            AddNotes(FirstSheet(document), $"tc={Thread}");
            FirstSheet(document).AddNewPart<WorksheetThreadedCommentsPart>().ThreadedComments =
                new ThreadedComments(new ThreadedComment(new ThreadedCommentText("Tolong dicek")) { Ref = "B2", Id = Thread, PersonId = "{99999999-2222-3333-4444-555555555555}" });
        }),
        ["a table, a filter, a conditional format, a page setup and a chain of calculation"] = () => Edited(AddMuch),
        ["the name of the list taken"] = () => XlsxFile.Write(new WorkbookSpec([.. Plain.Sheets, new SheetSpec("catatan verifikasi", new CellSpec("A1", "milik kantor"))])),
        ["text in UTF-16"] = () => ZipFile.Write([.. ZipFile.Read(XlsxFile.Write(Plain)).Select(part => part.Name.EndsWith("sheet1.xml", StringComparison.Ordinal) || part.Name.EndsWith("styles.xml", StringComparison.Ordinal)
            ? (part.Name, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(part.Content).Replace("utf-8", "utf-16", StringComparison.OrdinalIgnoreCase))])
            : part)]),
    };

    private static byte[] Edited(Action<SpreadsheetDocument> edit)
    {
        var stream = new MemoryStream();
        stream.Write(XlsxFile.Write(Plain));
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            edit(document);
        }

        return stream.ToArray();
    }

    private static WorksheetPart FirstSheet(SpreadsheetDocument document) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!);

    private static void AddNotes(WorksheetPart sheet, string author)
    {
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author(author)),
            new CommentList(
                new Comment(new CommentText(new Text("Angka dari Pak Yosef"))) { Reference = "B2", AuthorId = 0 },
                new Comment(new CommentText(new Run(new Text("lain")))) { Reference = "A1", AuthorId = 0 }));
        var drawing = sheet.AddNewPart<VmlDrawingPart>();
        using (var shapes = new MemoryStream(Encoding.UTF8.GetBytes("""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
             <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
             <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
             <v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 1, 2, 4, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>
             <v:shape id="_x0000_s1026" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 0, 2, 3, 15, 4, 4</x:Anchor><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>
            </xml>
            """)))
        {
            drawing.FeedData(shapes);
        }

        sheet.Worksheet!.Append(new LegacyDrawing { Id = sheet.GetIdOfPart(drawing) });
    }

    private static void AddMuch(SpreadsheetDocument document)
    {
        var sheet = FirstSheet(document);
        var table = sheet.AddNewPart<TableDefinitionPart>();
        table.Table = new Table(
            new AutoFilter { Reference = "E1:F3" },
            new TableColumns(new TableColumn { Id = 1, Name = "satu" }, new TableColumn { Id = 2, Name = "dua" }) { Count = 2 })
        {
            Id = 1,
            Name = "Tabel1",
            DisplayName = "Tabel1",
            Reference = "E1:F3",
        };
        sheet.Worksheet!.InsertAfter(
            new ConditionalFormatting(new ConditionalFormattingRule(new Formula("B5>10")) { Type = ConditionalFormatValues.Expression, Priority = 1 })
            {
                SequenceOfReferences = new ListValue<StringValue> { InnerText = "B5" },
            },
            sheet.Worksheet.Elements<MergeCells>().Single());
        sheet.Worksheet.Append(new PageMargins { Left = 1, Right = 1, Top = 1, Bottom = 1, Header = 0.5, Footer = 0.5 });
        sheet.Worksheet.Append(new HeaderFooter(new OddFooter("&LDinas\r\n&P")));
        sheet.Worksheet.Append(new TableParts(new TablePart { Id = sheet.GetIdOfPart(table) }) { Count = 1 });
        document.WorkbookPart!.AddNewPart<CalculationChainPart>().CalculationChain = new CalculationChain(new CalculationCell { CellReference = "C3", SheetId = 1 });
        document.WorkbookPart.Workbook!.Append(new DefinedNames(new DefinedName("'Juli ''24 & akhir'!$B$5") { Name = "Jumlah" }));
    }
}
