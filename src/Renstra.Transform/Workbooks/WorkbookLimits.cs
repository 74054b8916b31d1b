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
