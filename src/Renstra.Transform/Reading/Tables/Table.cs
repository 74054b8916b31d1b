namespace Renstra.Transform.Reading.Tables;

/// <summary>A table on a sheet: its columns, and the rows that belong to it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The first row of its header.</param>
/// <param name="FirstRow">The first row below the header.</param>
/// <param name="EndRow">The row after the last one.</param>
/// <param name="Columns">The columns with a heading, from left to right.</param>
internal sealed record Table(SheetText Sheet, int HeaderRow, int FirstRow, int EndRow, IReadOnlyList<Column> Columns)
{
    public IEnumerable<Column> Of(ColumnKind kind) => Columns.Where(column => column.Kind == kind);

    /// <summary>
    /// Whether a row of a text that commas divide has more fields than the header: a comma within a number has cut it in two, and
    /// everything behind it stands in the wrong column.
    /// </summary>
    public bool IsCutByCommas(int row) =>
        Sheet.Sheet.CommaFields is { } fields && row < fields.Count && fields[row] > Enumerable.Range(HeaderRow, FirstRow - HeaderRow).Max(header => fields[header]);

    public bool IsHidden(int row, int column) => Sheet.Sheet.IsRowHidden(row) || Sheet.Sheet.IsColumnHidden(column);
}
