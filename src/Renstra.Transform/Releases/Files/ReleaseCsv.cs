using System.Globalization;
using System.Text;
using Renstra.Transform.Performance;

namespace Renstra.Transform.Releases.Files;

/// <summary>
/// The release as CSV: the columns of Table 2.3.1 for the province and every region. Written so that a double click opens it right in
/// Excel as offices have it: UTF-8 with its mark, semicolons between columns, a comma before decimals, lines ended by CR LF.
/// </summary>
internal static class ReleaseCsv
{
    private const char Separator = ';';

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = "," };

    private static readonly string[] Heads =
    [
        "No", "KodeWilayah", "Wilayah", "KodeIndikator", "IndikatorKinerja", "Satuan", "Pembilang", "Penyebut", "Target", "Realisasi", "RasioCapaian", "Kategori",
        "Lapor", "DataBulan", "WilayahMelapor", "WilayahWajib", "Lengkap",
    ];

    /// <summary>Writes the rows; the same release gives the same bytes.</summary>
    public static byte[] Write(ReleaseDocument document)
    {
        var text = new StringBuilder();
        AppendLine(text, Heads);
        var place = document.Content.Rows.Select(row => row.Indicator).Distinct().Select((indicator, index) => (indicator, index)).ToDictionary(entry => entry.indicator, entry => entry.index + 1);
        foreach (var row in document.Content.Rows)
        {
            AppendLine(text, Fields(document, row, place[row.Indicator]));
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Fields(ReleaseDocument document, PerformanceRow row, int number)
    {
        var indicator = document.Reference.Indicators[row.Indicator];
        return
        [
            Write(number),
            row.Region.Value,
            ReleaseTexts.NameOf(row.Region, document.Reference),
            indicator.Code.Value,
            indicator.Name,
            indicator.Unit,
            Write(row.Numerator),
            Write(row.Denominator),
            Write(row.Target),
            Write(row.Realisation),
            Write(row.Achievement),
            row.Category?.Label ?? "",
            row.IsReported ? ReleaseTexts.Reported : ReleaseTexts.NotReported,
            row.DataMonth?.ToString() ?? "",
            Write(row.RegionsReporting),
            Write(row.RegionsRequired),
            row.IsComplete is { } complete ? complete ? "Ya" : "Tidak" : "",
        ];
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(Separator, fields.Select(Quote)).Append("\r\n");

    private static string Write(decimal? number) => number?.ToString(Numbers) ?? "";

    /// <summary>A text that a spreadsheet would take for a formula is given an apostrophe, which makes it a text; numbers are left alone.</summary>
    private static string Quote(string field)
    {
        var isNumber = decimal.TryParse(field, NumberStyles.Number, Numbers, out _);
        var inert = !isNumber && field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{field}" : field;
        return inert.AsSpan().ContainsAny([Separator, '"', '\r', '\n']) ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inert;
    }
}
