using System.Buffers;
using System.Text;
using Renstra.Transform.Workbooks.Encryption;
using Renstra.Transform.Workbooks.OpenDocument;
using Renstra.Transform.Workbooks.OpenXml;
using Renstra.Transform.Workbooks.Packages;
using Renstra.Transform.Workbooks.Texts;
using Renstra.Transform.Workbooks.Xls;
using Renstra.Transform.Workbooks.Xlsb;

namespace Renstra.Transform.Workbooks;

/// <summary>Reads whatever an office sends: to sheets of cells, or to the reason why it cannot be read.</summary>
public static class WorkbookReader
{
    /// <summary>White space, and the end mark of DOS.</summary>
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n\f\v\u001A"u8);

    /// <summary>
    /// Reads a file by its content; the name it was sent under is not asked. The same bytes under the same limits always give the same
    /// answer, and no content makes this method throw.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <param name="limits">How much of it is read at most.</param>
    public static WorkbookReading Read(ReadOnlyMemory<byte> content, WorkbookLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            return WorkbookReading.Of(ReadContent(content, new ReadingBudget(limits)));
        }
        catch (UnreadableFileException unreadable)
        {
            return WorkbookReading.Of(unreadable.Problem);
        }
    }

    private static Workbook ReadContent(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        var bytes = content.Span;
        budget.CheckFileSize(bytes.Length);
        return bytes.IsEmpty ? throw Unreadable(FileProblemKind.Empty)
            : ContentSignature.IsZip(bytes) ? ReadPackage(content, budget)
            : bytes.StartsWith(CompoundFile.Signature) ? ReadCompoundFile(content, budget)
            : ContentSignature.IsBareBiff(bytes) ? ReadBiff(content, budget)
            : ContentSignature.OtherContent(bytes) is { } other ? throw Unreadable(other)
            : ReadText(content, budget);
    }

    private static Workbook ReadPackage(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        using var package = new Package(FileContent.ToStream(content), budget);
        if (package.MediaType?.StartsWith(OdsReader.MediaType, StringComparison.Ordinal) == true)
        {
            return new Workbook(FileFormat.Ods, OdsReader.Read(package, budget));
        }

        var parts = WorkbookParts.Find(package);
        return new Workbook(
            parts.Format,
            parts.Format == FileFormat.Xlsb ? XlsbReader.Read(parts, budget) : XlsxReader.Read(parts, budget));
    }

    private static Workbook ReadCompoundFile(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        var file = new CompoundFile(content);
        return file.Has("Workbook") ? ReadBiff(file.Read("Workbook"), budget)
            : file.Has("Book") ? ReadBiff(file.Read("Book"), budget)
            : file.Has("EncryptedPackage")
                ? EncryptedPackage.Open(file) is { } package ? ReadPackage(package, budget) : throw Unreadable(FileProblemKind.PasswordProtected)
            : throw Unreadable(
                file.Has("WordDocument") ? FileProblemKind.WordDocument
                : file.Has("PowerPoint Document") ? FileProblemKind.Presentation
                : FileProblemKind.Unknown);
    }

    private static Workbook ReadBiff(ReadOnlyMemory<byte> stream, ReadingBudget budget) => EncryptedBiff.Open(stream) is { } open
        ? new Workbook(FileFormat.Xls, XlsReader.Read(open, budget))
        : throw Unreadable(FileProblemKind.PasswordProtected);

    private static Workbook ReadText(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        if (TextDecoding.ToUtf8(content) is not { } utf8)
        {
            // A file of nothing but zeros has its size from the directory and its content from nowhere: the disk or the transfer failed.
            throw Unreadable(content.Span.ContainsAnyExcept((byte)0) ? FileProblemKind.Unknown : FileProblemKind.Corrupt);
        }

        var text = utf8.Span;
        if (!text.ContainsAnyExcept(WhiteSpace))
        {
            throw Unreadable(FileProblemKind.Empty);
        }

        const int Head = 4096;
        var head = Encoding.UTF8.GetString(text[..Math.Min(text.Length, Head)]).TrimStart();
        if (head.StartsWith('<') && head.Contains(SpreadsheetXml.Namespace, StringComparison.Ordinal) && !head.Contains("<html", StringComparison.Ordinal))
        {
            return new Workbook(FileFormat.SpreadsheetXml, SpreadsheetXml.Read(utf8, budget));
        }

        if (head.StartsWith('<') && head.Contains(OdsReader.Office, StringComparison.Ordinal) && head.Contains(OdsReader.MediaType, StringComparison.Ordinal))
        {
            return new Workbook(FileFormat.Ods, OdsReader.Read(utf8, budget));
        }

        if (head.StartsWith('<') && Encoding.UTF8.GetString(text) is var page && HtmlTables.IsHtml(page))
        {
            return new Workbook(FileFormat.Html, [HtmlTables.Read(page, budget)]);
        }

        return MarkupProblem(head) is { } problem
            ? throw Unreadable(problem)
            : new Workbook(FileFormat.Csv, [DelimitedText.Read(utf8, budget)]);
    }

    /// <summary>Other markup than a workbook's; null when it is delimited text.</summary>
    private static FileProblemKind? MarkupProblem(string head)
    {
        if (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return FileProblemKind.Html;
        }

        return !head.StartsWith("<?xml", StringComparison.Ordinal) ? null
            : head.Contains(OdsReader.Office, StringComparison.Ordinal) ? FileProblemKind.OpenDocument
            : head.Contains("Word.Document", StringComparison.Ordinal) ? FileProblemKind.WordDocument
            : FileProblemKind.Unknown;
    }

    private static UnreadableFileException Unreadable(FileProblemKind kind) => new(new FileProblem(kind));
}
