using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.Net.Http.Headers;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>Writes rows as CSV (RFC 4180) under a line of column names. Null is an empty field.</summary>
/// <param name="isIndonesian">
/// Whether it is for an Indonesian Excel, which opens it by a double click: semicolons between, a comma before decimals, and a mark
/// that it is UTF-8. Otherwise commas between and a point.
/// </param>
internal sealed class CsvAnswer(bool isIndonesian)
{
    public const string ContentType = "text/csv;charset=utf-8;header=present";

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = "," };

    public static CsvAnswer Of(MediaTypeHeaderValue asked) => new(AnswerFormat.Parameter(asked, AnswerFormat.CsvLanguage) == "id");

    public void Write(IBufferWriter<byte> output, RowPage page, IReadOnlyList<string>? selected)
    {
        var columns = selected is null ? page.Shape.Columns : [.. selected.Select(name => page.Shape[name])];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = isIndonesian ? ';' : ',', NewLine = "\r\n" }, leaveOpen: true))
        {
            foreach (var column in columns)
            {
                csv.WriteField(column.Name);
            }

            csv.EndRecord();
            foreach (var row in page.Rows)
            {
                foreach (var column in columns)
                {
                    csv.WriteField(TextOf(column.Read(row)) ?? "");
                }

                csv.EndRecord();
            }
        }

        if (isIndonesian)
        {
            output.Write(Encoding.UTF8.Preamble);
        }

        Encoding.UTF8.GetBytes(text.ToString(), output);
    }

    private string? TextOf(object? value) => value switch
    {
        null => null,
        decimal number when isIndonesian => number.ToString(DecimalComma),

        // What a spreadsheet would take for a formula is given an apostrophe, which makes it a text; numbers are left alone.
        string { Length: > 0 } text when "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) => $"'{text}",
        _ => JsonValues.Text(value),
    };
}
