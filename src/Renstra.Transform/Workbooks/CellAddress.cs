using System.Globalization;

namespace Renstra.Transform.Workbooks;

/// <summary>A1 notation: what a person sees in the name box.</summary>
internal static class CellAddress
{
    /// <summary>The address of a cell by zero-based row and column: <c>Of(6, 1)</c> is <c>B7</c>.</summary>
    public static string Of(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters(column)}{row + 1}");

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
