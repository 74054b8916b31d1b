using System.IO.Compression;
using System.Text;
using Renstra.SampleData.Files;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Workbooks.Corpus;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;
using ZipFile = Renstra.Transform.Tests.Workbooks.Corpus.ZipFile;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>What is never read and always explained.</summary>
internal static class RefusedFixtures
{
    private static readonly WorkbookSpec Report = new(Grid.Report().ToSpec());

    public static IEnumerable<Fixture> All =>
    [
        Refused("ditolak kosong", "Berkas tanpa isi", Empty, "B01", ("laporan.xlsx", () => []), ("hanya-spasi.csv", () => " \r\n\t\r\n"u8.ToArray())),
        Refused("ditolak bersandi", "Berkas bersandi", Password, "B03", ("laporan.xlsx", () => OtherFiles.EncryptedXlsx), ("laporan.xls", () => OtherFiles.EncryptedXls)),
        Refused("ditolak rusak", "Isi rusak", Corrupt, "B04", ("laporan.xlsx", Damaged), ("laporan.xls", () => Overwritten(XlsFile.Write(Report, BiffVersion.Biff8))), ("nol.xlsx", () => new byte[4096])),
        Refused("ditolak terpotong", "Unduhan yang terputus", Truncated, "B04", ("laporan.xlsx", () => Half(XlsxFile.Write(Report))), ("laporan.xlsb", () => Half(XlsbFile.Write(Report))), ("laporan.xls", () => Half(XlsFile.Write(Report, BiffVersion.Biff8))), ("laporan-xml.xls", () => Half(SpreadsheetXmlFile.Write(Report)))),
        Refused("ditolak bom zip", "Isi mengembang melebihi batas", Bomb, "B05", ("laporan.xlsx", Bloated)),
        Refused("ditolak pdf", "PDF", Pdf, "B11", ("laporan.xlsx", () => "%PDF-1.4\n1 0 obj\n"u8.ToArray())) with { Converted = [new("laporan.pdf", () => XlsxFile.Write(Report), "pdf")] },
        Refused("ditolak gambar", "Gambar", Image, "B12", ("laporan.jpg", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8]), ("laporan.png", () => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8])),
        Refused("ditolak word", "Dokumen Word", Word, "B13", ("laporan.docx", () => OtherFiles.Docx), ("laporan.doc", () => OtherFiles.Doc), ("laporan.rtf", () => Encoding.ASCII.GetBytes(@"{\rtf1\ansi Laporan}"))),
        Refused("ditolak presentasi", "Presentasi", Word, "B14", ("laporan.pptx", () => OtherFiles.Pptx)),
        Refused("ditolak ods bersandi", ".ods dengan kata sandi", Ods, "B03", ("laporan.ods", () => TestData.Read("sandi.ods"))),
        Refused("ditolak opendocument lain", "Gambar OpenDocument", Ods, "B15", ("laporan.odg", () => OtherFiles.OpenDocument("graphics"))),
        Refused("ditolak halaman web", "Halaman tanpa tabel", HtmlAsXls, "B16", ("laporan.xls", () => "<!DOCTYPE html><html><body>404 Not Found</body></html>"u8.ToArray())),
        Refused("ditolak arsip", "Arsip", Corrupt, "B17", ("laporan.zip", () => ZipFile.Write(("foto/1.jpg", "x"))), ("laporan.rar", () => [.. "Rar!"u8, 0x1A, 7, 1, 0])),
        Refused("ditolak tidak dikenal", "Bita tanpa makna", Corrupt, "B18", ("laporan.xlsx", () => [.. Enumerable.Range(1, 200).Select(value => (byte)value)])),
        Refused("ditolak kunci office", "Berkas kunci Office", LockFile, "B19", ("~$laporan.xlsx", () => OtherFiles.OwnerFile(165))),
        Refused("ditolak lembar terlalu banyak", "51 lembar", Limits, "B06", ("laporan.xlsx", () => XlsxFile.Write(new WorkbookSpec([.. Enumerable.Range(1, 51).Select(number => new SheetSpec($"Lembar {number}", new CellSpec("A1", 1d)))])))),
        Refused("ditolak baris terlalu banyak", "Baris 20.001", Limits, "B07", ("laporan.xlsx", () => XlsxFile.Write(With("A20001"))), ("laporan.xls", () => XlsFile.Write(With("A20001"), BiffVersion.Biff8))),
        Refused("ditolak kolom terlalu banyak", "Kolom 201", Limits, "B08", ("laporan.xlsx", () => XlsxFile.Write(With("GS12"))), ("laporan.csv", () => Encoding.ASCII.GetBytes(new string(';', 200) + "x\n"))),
    ];

    private static Fixture Refused(string name, string shows, string line, string finding, params (string Name, Func<byte[]> Content)[] files) => new Fixture(name.Replace(' ', '-'), shows)
    {
        Lines = [line],
        Others = files.ToDictionary(file => file.Name, file => file.Content),
        Verdict = Verdict.Dikembalikan,
        Figures = [],
        Findings = [finding],
    };

    private static WorkbookSpec With(string address) => new(Report.Sheets[0] with { Cells = [.. Report.Sheets[0].Cells, new CellSpec(address, 1d)] });

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    /// <summary>The table of a sheet breaks off within a sound archive.</summary>
    private static byte[] Damaged() => ZipFile.Rewrite(XlsxFile.Write(Report), (name, text) =>
        name.Contains("worksheets/", StringComparison.Ordinal) ? text[..(text.Length / 2)] : text);

    /// <summary>The sectors behind the header of the container belong to something else.</summary>
    private static byte[] Overwritten(byte[] file)
    {
        file.AsSpan(512, 1024).Fill(0xA5);
        return file;
    }

    /// <summary>A few hundred kilobytes that become more than 100 MiB.</summary>
    private static byte[] Bloated()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in ZipFile.Read(XlsxFile.Write(Report)))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = ZipFile.Timestamp;
                using var part = entry.Open();
                var end = content.AsSpan().LastIndexOf("</"u8);
                part.Write(content.AsSpan(0, end));
                if (name.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase))
                {
                    byte[] comments = [.. Enumerable.Repeat("<!-- -->"u8.ToArray(), 1 << 17).SelectMany(comment => comment)];
                    for (var mebibytes = 0; mebibytes <= 100; mebibytes++)
                    {
                        part.Write(comments);
                    }
                }

                part.Write(content.AsSpan(end));
            }
        }

        return file.ToArray();
    }
}
