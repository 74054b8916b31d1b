namespace Renstra.Transform.Workbooks.Xls;

/// <summary>What ExcelDataReader does not tell about a sheet.</summary>
internal sealed class BiffNotes
{
    /// <summary>The cells that hold an error, with the error as shown.</summary>
    public Dictionary<(int Row, int Column), string> Errors { get; } = [];

    /// <summary>The cells with a formula.</summary>
    public HashSet<(int Row, int Column)> Formulas { get; } = [];

    /// <summary>The cells with a formula whose result was never worked out.</summary>
    public HashSet<(int Row, int Column)> Uncalculated { get; } = [];

    /// <summary>The cells whose font marks all that is in them.</summary>
    public Dictionary<(int Row, int Column), FontMark> Marks { get; } = [];

    /// <summary>The cells with text in which fonts set parts apart: where each part begins, and what its font does.</summary>
    public Dictionary<(int Row, int Column), (int Start, FontMark Mark)[]> Runs { get; } = [];

    /// <summary>Hidden rows.</summary>
    public List<int> HiddenRows { get; } = [];

    /// <summary>First and last column of what is hidden.</summary>
    public List<(int First, int Last)> HiddenColumns { get; } = [];

    /// <summary>Merged ranges.</summary>
    public List<CellRange> Merged { get; } = [];

    /// <summary>Notes the parts of a text that stands in the cell itself, as Excel 5 and 95 have it: two bytes for each part after the text.</summary>
    public void AddRuns((int Row, int Column) place, BiffRecords text, bool isBiff8, CellFormats formats)
    {
        var end = 8 + text.UInt16(6);
        if (!isBiff8 && text.Length > end)
        {
            Runs[place] = [.. Enumerable.Range(0, text.Byte(end))
                .Select(run => ((int)text.Byte(end + 1 + (run * 2)), formats.MarkOf(text.Byte(end + 2 + (run * 2)))))];
        }
    }

    /// <summary>Notes the ranges of a record of merged cells.</summary>
    public void Merge(BiffRecords ranges)
    {
        var count = ranges.UInt16(0);
        for (var i = 0; i < count; i++)
        {
            var at = 2 + (i * 8);
            Merged.Add(new CellRange(ranges.UInt16(at), ranges.UInt16(at + 4), ranges.UInt16(at + 2), ranges.UInt16(at + 6)));
        }
    }
}
