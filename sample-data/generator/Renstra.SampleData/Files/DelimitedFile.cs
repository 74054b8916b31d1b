using System.Globalization;

namespace Renstra.SampleData.Files;

/// <summary>Writes the first sheet as delimited text, as Excel in Indonesia saves it: decimals with a comma, text in quotes where it must be.</summary>
internal static class DelimitedFile
{
    /// <summary>Days through the end of the year 9999, the last that Excel knows; others it shows as hashes.</summary>
    private const int DaysOfExcel = 2_958_466;

    public static string Write(WorkbookSpec spec, char delimiter = ';')
    {
        var cells = spec.Sheets[0].Cells.ToDictionary(cell => (cell.Row, cell.Column), TextOf);
        var columns = cells.Keys.Max(place => place.Column) + 1;
        var lines = Enumerable.Range(0, cells.Keys.Max(place => place.Row) + 1).Select(row => string.Join(
            delimiter, Enumerable.Range(0, columns).Select(column => Quoted(cells.GetValueOrDefault((row, column), ""), delimiter))));
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    /// <summary>A cell as it is shown where there are no formats.</summary>
    public static string TextOf(CellSpec cell) => cell.Value switch
    {
        null => "",
        string text => text,
        double date when cell.Format?.Contains('y', StringComparison.Ordinal) == true => date is >= 0 and < DaysOfExcel
            ? DateTime.FromOADate(date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "########",
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('.', ','),
        bool flag => flag ? "TRUE" : "FALSE",
        ErrorLiteral error => error.Text,
        _ => throw new ArgumentException($"{cell.Value.GetType()} is nothing that stands in a cell.", nameof(cell)),
    };

    private static string Quoted(string text, char delimiter) =>
        text.AsSpan().ContainsAny([delimiter, '"', '\r', '\n']) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
