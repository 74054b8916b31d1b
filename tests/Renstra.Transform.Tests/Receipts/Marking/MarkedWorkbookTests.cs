using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Reading;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;
using Workbook = Renstra.Transform.Workbooks.Workbook;

namespace Renstra.Transform.Tests.Receipts.Marking;

/// <summary>The officer's own file comes back as it was, with marks.</summary>
public sealed class MarkedWorkbookTests
{
    private static readonly string[] Marked = ["B2", "D9"];

    public static TheoryData<string> Files => [.. MarkingFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_part_that_is_not_concerned_is_the_same_bytes_and_those_that_are_only_grow(string name)
    {
        var original = MarkingFiles.All[name]();

        var marked = Write(original);

        var after = ZipFile.Read(marked).ToDictionary(part => part.Name, part => part.Content);
        foreach (var (part, before) in ZipFile.Read(original))
        {
            if (!after[part].SequenceEqual(before))
            {
                Assert.Equal(Normal(before), Normal(Unmarked(part, before, after[part])));
            }
        }

        Assert.InRange(ZipFile.Read(original).Count(part => !after[part.Name].SequenceEqual(part.Content)), 4, 8);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_cell_of_every_sheet_reads_as_before(string name)
    {
        var original = MarkingFiles.All[name]();

        var marked = Open(Write(original));

        Assert.Equal(Open(original).Sheets.Select(Content), marked.Sheets.SkipLast(1).Select(Content));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_schema_finds_nothing_wrong_that_was_not_wrong_before(string name)
    {
        var original = MarkingFiles.All[name]();

        Assert.Empty(Errors(Write(original)).Except(Errors(original)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Marked_cells_are_coloured_and_say_what_to_mend(string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(MarkingFiles.All[name]())), isEditable: false);
        var sheet = FirstSheet(document);

        var colours = sheet.Worksheet!.Elements<ConditionalFormatting>().Where(format => format.InnerText.Contains("Renstra", StringComparison.Ordinal)).ToList();
        var fills = colours.Select(format => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.DifferentialFormats!
            .ElementAt((int)format.GetFirstChild<ConditionalFormattingRule>()!.FormatId!.Value).Descendants<BackgroundColor>().Single().Rgb!.Value);
        Assert.Equal(["FFFF9C94", "FFFFE699"], fills);
        Assert.Equal([Seen(sheet, "B2"), Seen(sheet, "D9")], colours.Select(format => format.SequenceOfReferences!.InnerText));
        var notes = sheet.WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().ToDictionary(note => note.Reference!.Value!, note => note.InnerText);
        Assert.Contains("No. 2: Periksa lagi.", notes[Seen(sheet, "D9").Split(':')[0]], StringComparison.Ordinal);
        Assert.True(notes[Seen(sheet, "B2").Split(':')[0]].Contains("No. 1: Tuliskan dengan angka.", StringComparison.Ordinal) != name.StartsWith("a conversation", StringComparison.Ordinal));
        var boxes = XDocument.Load(sheet.VmlDrawingParts.Single().GetStream()).Descendants(XName.Get("ClientData", "urn:schemas-microsoft-com:office:excel"));
        Assert.Equal(notes.Count, boxes.Count());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_list_is_a_sheet_of_its_own_whose_links_lead_to_the_cells(string name)
    {
        var original = MarkingFiles.All[name]();
        var sheetName = Open(original).Sheets[0].Name;
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(original)), isEditable: false);

        var last = document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Last();

        Assert.Equal(name == "the name of the list taken" ? "Catatan Verifikasi (2)" : "Catatan Verifikasi", last.Name!.Value);
        var links = ((WorksheetPart)document.WorkbookPart.GetPartById(last.Id!)).Worksheet!.Descendants<Hyperlink>();
        Assert.Equal(Marked.Select(cell => $"'{sheetName.Replace("'", "''", StringComparison.Ordinal)}'!{cell}"), links.Select(link => link.Location!.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_receipt_of_the_same_file_is_the_same_bytes(string name)
    {
        var original = MarkingFiles.All[name]();

        Assert.Equal(Write(original), Write(original));
    }

    [Fact]
    public void A_note_that_the_officer_wrote_stays_before_ours()
    {
        var marked = Write(MarkingFiles.All["notes on the sheet, one of them in a marked cell"]());

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), isEditable: false);
        var note = FirstSheet(document).WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Single(note => note.Reference == "B2");
        Assert.StartsWith("Angka dari Pak Yosef\n\nHarus diperbaiki\nNo. 1: ", note.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_begins_like_a_formula_is_written_as_text()
    {
        foreach (var raw in new[] { "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "_x0041_", "\u0007\ud800" })
        {
            var receipt = ReceiptOf("Laporan", Finding("Laporan", "B2", Severity.Kesalahan, raw) with { Raw = raw });

            var list = Open(ReceiptWorkbook.For(receipt, null, default, WorkbookLimits.Default).Content).Sheets.Single();

            var cell = list[7, 4];
            Assert.Equal((CellKind.Text, false), (cell.Kind, cell.IsFormula));
            Assert.Equal(raw.Replace('\ud800', '\ufffd'), cell.Text);
        }
    }

    [Fact]
    public void A_finding_on_a_hidden_sheet_is_listed_without_a_link()
    {
        var receipt = ReceiptOf("Lain", Finding("Lain", "A1", Severity.Kesalahan, "Tersembunyi."));
        var marked = ReceiptWorkbook.For(receipt, FileFormat.Xlsx, MarkingFiles.All.First().Value(), WorkbookLimits.Default);

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked.Content.ToArray()), isEditable: false);

        Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Hyperlink>()));
        Assert.Equal("A1", Open(marked.Content).Sheets[^1][7, 3].Text);
    }

    [Fact]
    public void A_workbook_with_macros_keeps_them_and_its_ending()
    {
        var original = MarkingFiles.All["macros"]();

        var marked = ReceiptWorkbook.For(ReceiptOf(Open(original).Sheets[0].Name), FileFormat.Xlsm, original, WorkbookLimits.Default);

        Assert.Equal(".xlsm", marked.Extension);
        Assert.Contains(ZipFile.Read(marked.Content.ToArray()), part => part.Name.EndsWith("vbaProject.bin", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_that_was_signed_marked_before_or_is_edited_by_several_is_left_alone_and_the_list_given()
    {
        var plain = MarkingFiles.All.First().Value();
        var receipt = ReceiptOf(Open(plain).Sheets[0].Name);
        byte[][] files =
        [
            Write(plain),
            ZipFile.Rewrite(plain, (name, text) => name == "_rels/.rels"
                ? text.Replace("</Relationships>", "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"/_xmlsignatures/origin.sigs\"/></Relationships>", StringComparison.Ordinal)
                : text),
            ZipFile.Rewrite(plain, (name, text) => name == "xl/_rels/workbook.xml.rels"
                ? text.Replace("</Relationships>", "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders\" Target=\"/xl/revisions/revisionHeaders.xml\"/></Relationships>", StringComparison.Ordinal)
                : text),
        ];

        Assert.All(files, file => Assert.Single(Open(ReceiptWorkbook.For(receipt, FileFormat.Xlsx, file, WorkbookLimits.Default).Content).Sheets));
    }

    [Theory]
    [InlineData(FileFormat.Xls)]
    [InlineData(FileFormat.Xlsb)]
    [InlineData(FileFormat.Ods)]
    [InlineData(FileFormat.Csv)]
    [InlineData(null)]
    public void Of_other_files_the_list_alone_is_given_and_it_is_valid(FileFormat? format)
    {
        var list = ReceiptWorkbook.For(ReceiptOf("Laporan"), format, default, WorkbookLimits.Default);

        Assert.Equal(".xlsx", list.Extension);
        Assert.Empty(Errors(list.Content.ToArray()));
        Assert.Equal("Catatan Verifikasi", Assert.Single(Open(list.Content).Sheets).Name);
    }

    [Fact]
    public void A_returned_workbook_that_is_mended_and_sent_again_is_read_as_the_officers_own()
    {
        var original = Submissions.FilledForm("53.02");
        var returned = Write(original);
        var name = ReceiptFileName.For("laporan.xlsx", Verdict.Dikembalikan, "TT-240805-DES2-2023", ".xlsx");

        var again = Submissions.Read(returned, fileName: name);

        Assert.Equal(Submissions.FiguresOf(Submissions.Read(original)), Submissions.FiguresOf(again));
        Assert.Equal(Verdict.Diterima, again.Verdict);
        Assert.Empty(Submissions.FindingsOf(again));
    }

    private static byte[] Write(byte[] original)
    {
        var reading = WorkbookReader.Read(original, WorkbookLimits.Default);
        return ReceiptWorkbook.For(ReceiptOf(reading.Workbook!.Sheets[0].Name), reading.Workbook.Format, original, WorkbookLimits.Default).Content.ToArray();
    }

    private static Receipt ReceiptOf(string sheet, params Finding[] findings) => SampleReceipts.Returned with
    {
        Findings = findings.Length > 0
            ? findings
            : [Finding(sheet, "B2", Severity.Kesalahan, "Tuliskan dengan angka."), Finding(sheet, "D9", Severity.Peringatan, "Periksa lagi.")],
        FindingsTotal = Math.Max(findings.Length, 2),
    };

    private static Finding Finding(string sheet, string cell, Severity severity, string message) =>
        new("N01", severity, message, new CellLocation(sheet, cell), "=lima", null, null);

    private static Workbook Open(ReadOnlyMemory<byte> content) => WorkbookReader.Read(content, WorkbookLimits.Default).Workbook!;

    private static string Content(Renstra.Transform.Workbooks.Sheet sheet)
    {
        var text = new StringBuilder(sheet.Name);
        for (var row = 0; row < sheet.RowCount; row++)
        {
            for (var column = 0; column < sheet.ColumnCount; column++)
            {
                text.Append('|').Append(sheet[row, column]);
            }
        }

        return text.ToString();
    }

    private static WorksheetPart FirstSheet(SpreadsheetDocument document) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!);

    /// <summary>What is coloured for a cell: the merged range that covers it.</summary>
    private static string Seen(WorksheetPart sheet, string cell) =>
        sheet.Worksheet!.Descendants<MergeCell>().Select(merge => merge.Reference!.Value!).FirstOrDefault(range => RangeOf(range).Contains(RangeOf(cell).FirstRow, RangeOf(cell).FirstColumn)) ?? cell;

    private static CellRange RangeOf(string reference)
    {
        var ends = reference.Split(':');
        Assert.True(CellAddress.TryParse(ends[0], out var firstRow, out var firstColumn) & CellAddress.TryParse(ends[^1], out var lastRow, out var lastColumn));
        return new CellRange(firstRow, firstColumn, lastRow, lastColumn);
    }

    private static IEnumerable<string> Errors(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static string Normal(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A part without what marking has added to it: everything that stood there must stand there still, in its order.</summary>
    private static byte[] Unmarked(string name, byte[] before, byte[] after)
    {
        var original = XDocument.Load(new MemoryStream(before), LoadOptions.PreserveWhitespace).Root!;
        var document = XDocument.Load(new MemoryStream(after), LoadOptions.PreserveWhitespace);
        Remove(original, document.Root!);
        var stream = new MemoryStream();
        document.Save(stream, SaveOptions.DisableFormatting);
        return stream.ToArray();

        static void Remove(XElement original, XElement marked)
        {
            var expected = original.Elements().ToList();
            var at = 0;
            foreach (var element in marked.Elements().ToList())
            {
                if (at < expected.Count && XNode.DeepEquals(element, expected[at]))
                {
                    at++;
                }
                else if (at < expected.Count && element.Name == expected[at].Name && element.Name.LocalName == "text")
                {
                    // The officer's note and ours after it: a test of its own looks at that.
                    element.ReplaceWith(expected[at++]);
                }
                else if (at < expected.Count && element.Name == expected[at].Name && IsList(element))
                {
                    Remove(expected[at], element);
                    if (element.Attribute("count") is not null)
                    {
                        element.SetAttributeValue("count", expected[at].Attribute("count")?.Value);
                    }

                    at++;
                }
                else
                {
                    element.Remove();
                }
            }

            // An empty element is written as one again.
            if (!marked.Nodes().Any() && original.IsEmpty)
            {
                marked.RemoveNodes();
            }
        }

        static bool IsList(XElement element) =>
            element.Name.LocalName is "fonts" or "fills" or "borders" or "cellXfs" or "dxfs" or "sheets" or "authors" or "commentList" or "comment";
    }
}
