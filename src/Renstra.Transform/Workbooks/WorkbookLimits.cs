namespace Renstra.Transform.Workbooks;

/// <summary>
/// How much of a file is read at most. Limits count bytes, cells and characters, never seconds, so that the same file always gets
/// the same answer. They are enforced while reading; what a file says of its own size is not believed.
/// </summary>
public sealed record WorkbookLimits
{
    /// <summary>The limits that hold unless something else is configured.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Bytes of the file as sent: 1 to 100 MiB, default 10 MiB.</summary>
    public long MaxFileBytes { get; init => field = Within(value, 1, 100L << 20); } = 10L << 20;

    /// <summary>
    /// Bytes that the parts of a zipped workbook may expand to, counted as they are inflated: 1 to 1 GiB, default 100 MiB. Parts that
    /// hold no cells (pictures, macros) are never inflated and do not count.
    /// </summary>
    public long MaxUncompressedBytes { get; init => field = Within(value, 1, 1L << 30); } = 100L << 20;

    /// <summary>Sheets in a workbook, hidden and chart sheets included: 1 to 1,000, default 50.</summary>
    public int MaxSheets { get; init => field = (int)Within(value, 1, 1_000); } = 50;

    /// <summary>
    /// The last row of a sheet that may hold a value: 1 to 1,048,576, default 20,000. Rows that are only formatted do not count.
    /// </summary>
    public int MaxRows { get; init => field = (int)Within(value, 1, 1_048_576); } = 20_000;

    /// <summary>
    /// The last column of a sheet that may hold a value: 1 to 16,384, default 200. Columns that are only formatted do not count.
    /// </summary>
    public int MaxColumns { get; init => field = (int)Within(value, 1, 16_384); } = 200;

    /// <summary>
    /// Cells with content in all sheets together: 1 to 10 million, default 1 million. With <see cref="MaxTextCharacters"/> it bounds the
    /// memory that a workbook takes; a well compressed file within all other limits could hold millions of cells.
    /// </summary>
    public int MaxCells { get; init => field = (int)Within(value, 1, 10_000_000); } = 1_000_000;

    /// <summary>Characters (UTF-16 units) of text in all sheets together: 1 to 100 million, default 10 million.</summary>
    public int MaxTextCharacters { get; init => field = (int)Within(value, 1, 100_000_000); } = 10_000_000;

    private static long Within(long value, long least, long most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}

/// <summary>Counts what a file has taken so far and ends the reading where a limit is passed.</summary>
internal sealed class ReadingBudget(WorkbookLimits limits)
{
    private long _bytes;
    private int _cells;
    private int _characters;

    /// <summary>The limits counted against.</summary>
    public WorkbookLimits Limits => limits;

    /// <summary>Takes bytes that were inflated.</summary>
    public void TakeBytes(int count)
    {
        _bytes += count;
        Check(FileProblemKind.TooLargeUncompressed, limits.MaxUncompressedBytes, _bytes);
    }

    /// <summary>Takes a cell with content, or a merged range, by its zero-based place.</summary>
    public void TakeCell(string sheet, int row, int column)
    {
        Check(FileProblemKind.TooManyRows, limits.MaxRows, row + 1L, sheet);
        Check(FileProblemKind.TooManyColumns, limits.MaxColumns, column + 1L, sheet);
        Check(FileProblemKind.TooManyCells, limits.MaxCells, ++_cells, sheet);
    }

    /// <summary>Takes text that is kept.</summary>
    public void TakeText(int characters)
    {
        _characters += Math.Min(characters, limits.MaxTextCharacters + 1);
        Check(FileProblemKind.TooMuchText, limits.MaxTextCharacters, _characters);
    }

    /// <summary>Checks how many strings a table of strings holds; there is no use for more strings than cells.</summary>
    public void CheckStringCount(long count) => Check(FileProblemKind.TooManyCells, limits.MaxCells, count);

    /// <summary>Checks how many sheets a workbook has.</summary>
    public void CheckSheetCount(int count) => Check(FileProblemKind.TooManySheets, limits.MaxSheets, count);

    /// <summary>Checks the size of the file as sent.</summary>
    public void CheckFileSize(long bytes) => Check(FileProblemKind.TooLarge, limits.MaxFileBytes, bytes);

    private static void Check(FileProblemKind kind, long limit, long measured, string? sheet = null)
    {
        if (measured > limit)
        {
            throw new UnreadableFileException(new FileProblem(kind, limit, measured, sheet));
        }
    }
}
