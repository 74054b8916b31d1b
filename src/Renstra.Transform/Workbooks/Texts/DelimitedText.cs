using CsvHelper;

namespace Renstra.Transform.Workbooks.Texts;

/// <summary>Reads delimited text (RFC 4180 and its relatives) with CsvHelper. Every field is text: what it means is not decided here.</summary>
internal static class DelimitedText
{
    /// <summary>Reads the text as one sheet.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="budget">What rows, fields and characters are counted against.</param>
    public static Sheet Read(ReadOnlyMemory<byte> utf8, ReadingBudget budget)
    {
        var delimiter = Delimiter.Find(utf8.Span, out var headLength);
        var options = new CsvReaderOptions
        {
            DetectSeparatorHint = false,
            HasHeader = false,
            Separator = delimiter,
            SkipEmptyLines = false,
        };
        var sheet = new SheetBuilder("", budget: budget);

        // A line that only names the delimiter is a row to nobody but this reader: Excel does not show it.
        using var csv = CsvReader.Create(utf8[headLength..], options);
        for (var row = 0; csv.Read(); row++)
        {
            if (delimiter == ',')
            {
                sheet.CountCommaFields(csv.FieldCount);
            }

            for (var column = 0; column < csv.FieldCount; column++)
            {
                if (!csv.IsEmpty(column))
                {
                    budget.TakeText(csv.GetSpan(column).Length);
                    sheet.Add(row, column, Cell.OfText(csv.GetString(column)));
                }
            }
        }

        return sheet.Build();
    }
}
