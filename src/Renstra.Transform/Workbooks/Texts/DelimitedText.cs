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

/// <summary>Finds what stands between the fields of delimited text.</summary>
internal static class Delimiter
{
    /// <summary>
    /// From the least to the most likely to stand within a field. Offices write decimals with a comma, so the comma comes last.
    /// </summary>
    private const string Candidates = "\t;|,";

    private const int LinesLookedAt = 100;

    /// <summary>
    /// The delimiter that occurs equally often in the most lines, or that the first line names (<c>sep=;</c>, which Excel writes and
    /// understands); a comma where there is none.
    /// </summary>
    /// <param name="utf8">The text.</param>
    /// <param name="headLength">How many bytes the line with the name takes; 0 where there is none.</param>
    public static char Find(ReadOnlySpan<byte> utf8, out int headLength)
    {
        headLength = 0;
        if (utf8.StartsWith("sep="u8) && utf8.Length > 4 && (utf8.Length == 5 || utf8[5] is (byte)'\r' or (byte)'\n'))
        {
            headLength = utf8[4..] is [_, (byte)'\r', (byte)'\n', ..] ? 7 : Math.Min(utf8.Length, 6);
            return (char)utf8[4];
        }

        var counts = CountByLine(utf8);
        var best = ',';
        var bestLines = 0;
        for (var i = 0; i < Candidates.Length; i++)
        {
            var lines = counts.Select(line => line[i]).Where(count => count > 0).GroupBy(count => count).Select(group => group.Count()).DefaultIfEmpty().Max();
            if (lines > bestLines)
            {
                (best, bestLines) = (Candidates[i], lines);
            }
        }

        return best;
    }

    private static List<int[]> CountByLine(ReadOnlySpan<byte> utf8)
    {
        var lines = new List<int[]>();
        var line = new int[Candidates.Length];
        var isQuoted = false;
        foreach (var character in utf8)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && character is (byte)'\r' or (byte)'\n')
            {
                if (line.Any(count => count > 0))
                {
                    lines.Add(line);
                    line = new int[Candidates.Length];
                }

                if (lines.Count == LinesLookedAt)
                {
                    return lines;
                }
            }
            else if (!isQuoted && Candidates.IndexOf((char)character, StringComparison.Ordinal) is >= 0 and var index)
            {
                line[index]++;
            }
        }

        lines.Add(line);
        return lines;
    }
}
