namespace Renstra.Transform.Workbooks;

/// <summary>Why a file could not be read, with the numbers that the explanation needs.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Limit">The limit that was passed, in the unit of <paramref name="Kind"/>; null when no limit is involved.</param>
/// <param name="Measured">What was found, in the same unit. Reading stops at a limit, so this can be less than the whole file holds.</param>
/// <param name="Sheet">The sheet in which a limit was passed, where there is one.</param>
public sealed record FileProblem(FileProblemKind Kind, long? Limit = null, long? Measured = null, string? Sheet = null);

/// <summary>Why a file could not be read. Each kind calls for another remedy, which the receipt names.</summary>
public enum FileProblemKind
{
    /// <summary>No bytes, or text that is nothing but white space.</summary>
    Empty,

    /// <summary>More bytes than <see cref="WorkbookLimits.MaxFileBytes"/>; limit and size are in bytes.</summary>
    TooLarge,

    /// <summary>The content is encrypted and opens only with a password.</summary>
    PasswordProtected,

    /// <summary>Begins as a known format and breaks its rules: damaged, cut short, or not written to the end.</summary>
    Corrupt,

    /// <summary>Expands to more than <see cref="WorkbookLimits.MaxUncompressedBytes"/>; limit in bytes, measured where reading stopped.</summary>
    TooLargeUncompressed,

    /// <summary>More sheets than <see cref="WorkbookLimits.MaxSheets"/>.</summary>
    TooManySheets,

    /// <summary>A value stands below row <see cref="WorkbookLimits.MaxRows"/>; measured is its row number.</summary>
    TooManyRows,

    /// <summary>A value stands right of column <see cref="WorkbookLimits.MaxColumns"/>; measured is its column number.</summary>
    TooManyColumns,

    /// <summary>More cells with content than <see cref="WorkbookLimits.MaxCells"/> in all sheets together.</summary>
    TooManyCells,

    /// <summary>More text than <see cref="WorkbookLimits.MaxTextCharacters"/> in all cells together.</summary>
    TooMuchText,

    /// <summary>A PDF document, often a scan of a signed form.</summary>
    Pdf,

    /// <summary>A picture: PNG, JPEG, GIF, BMP, TIFF, WebP or HEIC.</summary>
    Image,

    /// <summary>A text document: Word, RTF or OpenDocument text.</summary>
    WordDocument,

    /// <summary>A presentation: PowerPoint or OpenDocument.</summary>
    Presentation,

    /// <summary>An OpenDocument file that is no spreadsheet, text or presentation: a drawing, a chart, a database.</summary>
    OpenDocument,

    /// <summary>An OpenDocument spreadsheet that opens only with a password, which LibreOffice takes off in another way than Excel.</summary>
    OpenDocumentPassword,

    /// <summary>An HTML page without a table, or with tables inside tables, whose cells have no certain place.</summary>
    Html,

    /// <summary>An archive (zip, rar, 7z, gzip) that is no workbook; what is inside is not opened.</summary>
    ZipOfOtherThings,

    /// <summary>Content of no format known here.</summary>
    Unknown,

    /// <summary>The owner file that Office keeps beside an open document (<c>~$name.xlsx</c>); the real file is another.</summary>
    OfficeLockFile,
}

/// <summary>
/// Ends the reading of a file from wherever in a format the trouble shows. <see cref="WorkbookReader"/> turns it into a value; it never
/// leaves this namespace.
/// </summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(FileProblem problem, Exception? cause = null)
        : base(problem.ToString(), cause) => Problem = problem;

    /// <summary>Why the file cannot be read.</summary>
    public FileProblem Problem { get; }

    /// <summary>The file breaks the rules of its own format.</summary>
    public static UnreadableFileException Corrupt(Exception? cause = null) => new(new FileProblem(FileProblemKind.Corrupt), cause);
}
