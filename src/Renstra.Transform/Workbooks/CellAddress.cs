using System.Globalization;

namespace Renstra.Transform.Workbooks;

/// <summary>A1 notation: what a person sees in the name box.</summary>
internal static class CellAddress
{
    /// <summary>Rows of a sheet (ECMA-376 part 1, 18.3.1.73, and Excel's own limit).</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Columns of a sheet.</summary>
    public const int MostColumns = 16_384;

    private const int MostLetters = 3;

    /// <summary>The address of a cell by zero-based row and column: <c>Of(6, 1)</c> is <c>B7</c>.</summary>
    public static string Of(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters(column)}{row + 1}");

    /// <summary>Reads an address such as <c>B7</c> or <c>b7</c> to zero-based row and column; false when it is none that a workbook has.</summary>
    public static bool TryParse(ReadOnlySpan<char> address, out int row, out int column)
    {
        column = 0;
        row = 0;
        var at = 0;
        while (at < address.Length && at < MostLetters && char.ToUpperInvariant(address[at]) is >= 'A' and <= 'Z' and var letter)
        {
            column = (column * 26) + letter - 'A' + 1;
            at++;
        }

        column--;
        if (column is < 0 or >= MostColumns || !int.TryParse(address[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        row = number - 1;
        return row is >= 0 and < MostRows;
    }

    /// <summary>The letters of a zero-based column: 0 is <c>A</c>, 26 is <c>AA</c>.</summary>
    public static string ColumnLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[7];
        var start = letters.Length;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters[--start] = (char)('A' + (rest % 26));
        }

        return new string(letters[start..]);
    }
}

/// <summary>A rectangle of cells; all indexes are zero-based and inclusive.</summary>
/// <param name="FirstRow">Top row.</param>
/// <param name="FirstColumn">Left column.</param>
/// <param name="LastRow">Bottom row, not above the top one.</param>
/// <param name="LastColumn">Right column, not left of the left one.</param>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Whether the cell lies inside.</summary>
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    /// <summary>The range in A1 notation, such as <c>B2:C5</c>.</summary>
    public override string ToString() => $"{CellAddress.Of(FirstRow, FirstColumn)}:{CellAddress.Of(LastRow, LastColumn)}";
}
