using System.Text;
using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>Small files of the kinds that are read as text, and of those that are not read at all.</summary>
internal static class OtherFiles
{
    public const string Csv = "Kode;Uraian;Jumlah\r\nIKU-1;\"Pencari kerja\r\nyang \"\"ditempatkan\"\"\";1.234,00\r\n;;\r\nIKU-2;Pelatihan;-\r\n";

    public const string Html = """
        <html><head><meta charset="utf-8"><title>Laporan</title><style>td { color: red }</style></head>
        <body><!-- <table> --><h3>Bulan: Juli&nbsp;2024</h3>
        <table border=1><tr><th colspan="2">Uraian</th><th>Jumlah</th></tr>
        <tr><td rowspan=2>IKU-1<td>Penempatan &amp; pelatihan<td>3.517
        <tr style="display: none"><td>Terdaftar</td><td>4<br>5</td></tr></table><p>Kepala Dinas</p></body></html>
        """;

    public static Dictionary<string, byte[]> Texts { get; } = new()
    {
        ["csv"] = Encoding.UTF8.GetBytes(Csv),
        ["csv, UTF-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv)],
        ["html"] = Encoding.UTF8.GetBytes(Html),
        ["html, saved by LibreOffice"] = TestData.Read("acuan.html"),
    };

    public static byte[] Docx { get; } = ZipFile.Write(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", "<document/>"));

    public static byte[] Pptx { get; } = ZipFile.Rewrite(Docx, (_, text) => text
        .Replace("word/document.xml", "ppt/presentation.xml", StringComparison.Ordinal)
        .Replace("wordprocessingml.document", "presentationml.presentation", StringComparison.Ordinal));

    public static byte[] EncryptedXlsx { get; } =
        CompoundFileWriter.Write(("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0]), ("EncryptedPackage", new byte[5000]));

    public static byte[] Doc { get; } = CompoundFileWriter.Write(("WordDocument", [0xEC, 0xA5]), ("1Table", []));

    public static byte[] Ppt { get; } = CompoundFileWriter.Write(("Current User", []), ("PowerPoint Document", []));

    public static byte[] EncryptedXls { get; } = CompoundFileWriter.Write(
        ("Workbook", new BiffWriter().Add(0x809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0]).Add(0x2F, new byte[54]).Add(0x0A, []).ToArray()));

    /// <summary>An OpenDocument file of another kind than a spreadsheet.</summary>
    public static byte[] OpenDocument(string kind) =>
        ZipFile.Write(("mimetype", "application/vnd.oasis.opendocument." + kind), ("content.xml", "<x/>"));

    /// <summary>What Office keeps beside an open document: who has it open.</summary>
    public static byte[] OwnerFile(int length)
    {
        const string User = "Maria Seran";
        var file = Enumerable.Repeat((byte)' ', length).ToArray();
        file[0] = (byte)User.Length;
        Encoding.ASCII.GetBytes(User, file.AsSpan(1));
        BitConverter.TryWriteBytes(file.AsSpan(55), (ushort)User.Length);
        Encoding.Unicode.GetBytes(User, file.AsSpan(57));
        return file;
    }
}
