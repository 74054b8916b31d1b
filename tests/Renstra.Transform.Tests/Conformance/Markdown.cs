using System.Globalization;
using System.Text;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>Writes tables and numbers as an Indonesian reader of the page expects them.</summary>
internal static class Markdown
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Two digits: <c>1.234,50</c>.</summary>
    public static string Percent(decimal value) => value.ToString("#,##0.00", Indonesian);

    /// <summary>No more digits than there are: <c>3.245.677.475.322</c>.</summary>
    public static string Amount(decimal? value) => value is { } amount ? amount.ToString("#,##0.####", Indonesian) : "–";

    public static void Table(this StringBuilder page, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Line(header);
        page.Line([.. header.Select(column => column.EndsWith(' ') ? "---:" : "---")]);
        foreach (var row in rows)
        {
            page.Line(row);
        }

        page.Append('\n');
    }

    private static void Line(this StringBuilder page, IReadOnlyList<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Trim())).Append(" |\n");
}
