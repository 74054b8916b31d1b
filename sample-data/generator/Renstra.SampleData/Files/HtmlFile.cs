using System.Globalization;
using System.Net;
using System.Text;

namespace Renstra.SampleData.Files;

/// <summary>Writes the first sheet as a page with one table, which many systems call .xls.</summary>
internal static class HtmlFile
{
    public static byte[] Write(WorkbookSpec spec)
    {
        var sheet = spec.Sheets[0];
        var cells = sheet.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        var spans = sheet.Merged.Select(range => range.Split(':')).ToDictionary(
            ends => (new CellSpec(ends[0], null).Row, new CellSpec(ends[0], null).Column),
            ends => (new CellSpec(ends[1], null).Row, new CellSpec(ends[1], null).Column));
        var covered = spans
            .SelectMany(span => Block(span.Key, span.Value).Where(place => place != span.Key))
            .ToHashSet();
        var page = new StringBuilder("<html><head><meta charset=\"utf-8\"><title>Laporan</title></head><body>\n<table border=\"1\">\n");
        for (var row = 0; row <= cells.Keys.Max(place => place.Row); row++)
        {
            page.Append("<tr>");
            for (var column = 0; column <= cells.Keys.Max(place => place.Column); column++)
            {
                if (!covered.Contains((row, column)))
                {
                    page.Append("<td").Append(SpanOf(spans, (row, column))).Append('>').Append(TextOf(cells.GetValueOrDefault((row, column)))).Append("</td>");
                }
            }

            page.Append("</tr>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append("</table></body></html>\n").ToString());
    }

    private static string SpanOf(Dictionary<(int Row, int Column), (int Row, int Column)> spans, (int Row, int Column) place) =>
        spans.TryGetValue(place, out var last)
            ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{last.Column - place.Column + 1}\" rowspan=\"{last.Row - place.Row + 1}\"")
            : "";

    private static string TextOf(CellSpec? cell) => cell is null ? "" : WebUtility.HtmlEncode(DelimitedFile.TextOf(cell)).Replace("\n", "<br>", StringComparison.Ordinal);

    private static IEnumerable<(int Row, int Column)> Block((int Row, int Column) first, (int Row, int Column) last) =>
        from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
        from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
        select (row, column);
}
