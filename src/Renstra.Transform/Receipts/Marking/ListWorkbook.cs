using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>The list of findings in a workbook of its own, for files that cannot be given back marked.</summary>
internal static class ListWorkbook
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private static readonly ImmutableArray<(string Name, string Content)> Frame =
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20490" windowHeight="9600"/></bookViews><sheets/></workbook>"""),
    ];

    private static readonly Lazy<byte[]> Blank = new(WriteFrame);

    /// <summary>Writes the list: a workbook without sheets is marked, and so gets the one that lists the findings.</summary>
    public static ReceiptWorkbook Write(Receipt receipt) =>
        MarkedWorkbook.TryWrite(Blank.Value, receipt, WorkbookLimits.Default) ?? throw new InvalidOperationException("The frame of the list is no workbook.");

    private static byte[] WriteFrame()
    {
        using var frame = new MemoryStream();
        using (var zip = new ZipArchive(frame, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Frame)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = EditedPackage.Timestamp;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(Declaration + content));
            }
        }

        return frame.ToArray();
    }
}
