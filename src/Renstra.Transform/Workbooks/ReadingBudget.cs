namespace Renstra.Transform.Workbooks;

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
