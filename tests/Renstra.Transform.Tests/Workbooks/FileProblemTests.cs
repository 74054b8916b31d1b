using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

public sealed class FileProblemTests
{
    public static TheoryData<string, FileProblemKind, byte[]> Files => new()
    {
        { "nothing at all", FileProblemKind.Empty, [] },
        { "only spaces and line ends", FileProblemKind.Empty, " \r\n\t\r\n"u8.ToArray() },
        { "a byte order mark alone", FileProblemKind.Empty, [0xEF, 0xBB, 0xBF] },
        { "a disk that failed", FileProblemKind.Corrupt, new byte[4096] },
        { "an encrypted .xlsx", FileProblemKind.PasswordProtected, OtherFiles.EncryptedXlsx },
        { "a .doc", FileProblemKind.WordDocument, OtherFiles.Doc },
        { "a .docx", FileProblemKind.WordDocument, OtherFiles.Docx },
        { "an .odt", FileProblemKind.WordDocument, OtherFiles.OpenDocument("text") },
        { "an .rtf", FileProblemKind.WordDocument, @"{\rtf1\ansi Laporan}"u8.ToArray() },
        { "Word's own XML", FileProblemKind.WordDocument, "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>"u8.ToArray() },
        { "a .ppt", FileProblemKind.Presentation, OtherFiles.Ppt },
        { "a .pptx", FileProblemKind.Presentation, OtherFiles.Pptx },
        { "an .odp", FileProblemKind.Presentation, OtherFiles.OpenDocument("presentation") },
        { "an .odg", FileProblemKind.OpenDocument, OtherFiles.OpenDocument("graphics") },
        { "an .ods with a password", FileProblemKind.OpenDocumentPassword, TestData.Read("sandi.ods") },
        { "a PDF", FileProblemKind.Pdf, "%PDF-1.7\n%\xE2\xE3"u8.ToArray() },
        { "a PDF after a line of something else", FileProblemKind.Pdf, "\r\n%PDF-1.4\n"u8.ToArray() },
        { "a PNG", FileProblemKind.Image, [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A] },
        { "a JPEG", FileProblemKind.Image, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8] },
        { "a TIFF of a scanner", FileProblemKind.Image, [.. "II"u8, 0x2A, 0, 8, 0, 0, 0] },
        { "a photo of an iPhone", FileProblemKind.Image, [0, 0, 0, 0x18, .. "ftypheic"u8] },
        { "a picture of WhatsApp", FileProblemKind.Image, [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBP"u8] },
        { "a zip of photos", FileProblemKind.ZipOfOtherThings, ZipFile.Write(("foto/1.jpg", "x"), ("foto/2.jpg", "y")) },
        { "a zip of nothing", FileProblemKind.ZipOfOtherThings, [.. "PK"u8, 5, 6, .. new byte[18]] },
        { "a rar", FileProblemKind.ZipOfOtherThings, [.. "Rar!"u8, 0x1A, 7, 1, 0] },
        { "a 7z", FileProblemKind.ZipOfOtherThings, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] },
        { "a compound file of something else", FileProblemKind.Unknown, CompoundFileWriter.Write(("VisioDocument", [1])) },
        { "bytes without meaning", FileProblemKind.Unknown, [.. Enumerable.Range(1, 200).Select(value => (byte)value)] },
        { "XML of something else", FileProblemKind.Unknown, "<?xml version=\"1.0\"?><invoice/>"u8.ToArray() },
        { "the owner file of Excel", FileProblemKind.OfficeLockFile, OtherFiles.OwnerFile(165) },
        { "the owner file of Word", FileProblemKind.OfficeLockFile, OtherFiles.OwnerFile(162) },
        { "a page without a table", FileProblemKind.Html, "<!DOCTYPE html><html><body>404 Not Found</body></html>"u8.ToArray() },
        { "a page archive", FileProblemKind.Html, "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_cannot_be_read_says_what_it_is(string what, FileProblemKind expected, byte[] content)
    {
        var reading = WorkbookReader.Read(content, WorkbookLimits.Default);

        Assert.False(reading.IsRead, what);
        Assert.Equal(new FileProblem(expected), reading.Problem);
        Assert.Null(reading.Workbook);
    }

    [Fact]
    public void Workbooks_that_break_off_anywhere_are_corrupt()
    {
        foreach (var (format, content) in ReferenceFiles.All.Where(file => file.Key.StartsWith("xls", StringComparison.Ordinal)))
        {
            // The last tenth of a compound file can hold nothing that belongs to the workbook; a zip file misses every byte.
            foreach (var tenths in Enumerable.Range(1, content[0] == 'P' ? 10 : 9))
            {
                var length = Math.Max(64, (content.Length * tenths / 10) - 1);

                var reading = WorkbookReader.Read(content.AsMemory(0, length), WorkbookLimits.Default);

                Assert.True(reading.Problem?.Kind == FileProblemKind.Corrupt, $"{format} cut to {length}: {reading.Problem?.Kind.ToString() ?? "read"}");
            }
        }
    }

    [Fact]
    public void A_password_on_an_old_workbook_is_told_from_damage()
    {
        var reading = WorkbookReader.Read(OtherFiles.EncryptedXls, WorkbookLimits.Default);

        Assert.Equal(FileProblemKind.PasswordProtected, reading.Problem?.Kind);
    }
}
