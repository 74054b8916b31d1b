using System.Globalization;
using CsvHelper;

namespace Renstra.Transform.Reference;

/// <summary>The rows of one reference file, read with all that is wrong in them collected.</summary>
internal sealed class ReferenceTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private readonly List<ReferenceProblem> _problems;

    private ReferenceTable(string file, IReadOnlyList<ReferenceRow> rows, List<ReferenceProblem> problems)
    {
        File = file;
        Rows = rows;
        _problems = problems;
    }

    public string File { get; }

    public IReadOnlyList<ReferenceRow> Rows { get; }

    /// <summary>Reads a file that must have exactly these columns, in any order.</summary>
    public static ReferenceTable Read(ReferenceFiles files, string file, IReadOnlyList<string> columns, List<ReferenceProblem> problems)
    {
        var rows = new List<ReferenceRow>();
        try
        {
            ReadRows(files, file, columns, rows, problems);
        }
        catch (CsvFormatException exception)
        {
            problems.Add(new ReferenceProblem(file, 0, $"is not well-formed CSV: {exception.Message}"));
        }

        return new ReferenceTable(file, rows, problems);
    }

    /// <summary>
    /// Makes a value of each row. A row in which anything was wrong yields none; two rows with the same key are a problem.
    /// </summary>
    public IReadOnlyList<T> Select<T, TKey>(Func<ReferenceRow, T> make, Func<T, TKey> key)
        where TKey : notnull
    {
        var values = new List<T>();
        var seen = new Dictionary<TKey, int>();
        foreach (var row in Rows)
        {
            var before = _problems.Count;
            var value = make(row);
            if (_problems.Count > before)
            {
                continue;
            }

            if (seen.TryAdd(key(value), row.Line))
            {
                values.Add(value);
            }
            else
            {
                row.Report($"says the same as line {seen[key(value)]} once more: {key(value)}");
            }
        }

        return values;
    }

    private static void ReadRows(ReferenceFiles files, string file, IReadOnlyList<string> columns, List<ReferenceRow> rows, List<ReferenceProblem> problems)
    {
        using var csv = CsvReader.FromText(files[file], Options);
        var header = csv.Headers;
        foreach (var missing in columns.Except(header, StringComparer.Ordinal))
        {
            problems.Add(new ReferenceProblem(file, 1, $"the column {missing} is missing"));
        }

        foreach (var unknown in header.Except(columns, StringComparer.Ordinal))
        {
            problems.Add(new ReferenceProblem(file, 1, $"the column {unknown} is unknown; expected are {string.Join(", ", columns)}"));
        }

        while (csv.Read())
        {
            var line = checked((int)csv.LineNumber);
            if (csv.FieldCount != header.Count)
            {
                problems.Add(new ReferenceProblem(file, line, string.Create(CultureInfo.InvariantCulture, $"{csv.FieldCount} fields where the header has {header.Count}")));
                continue;
            }

            var fields = columns.Intersect(header, StringComparer.Ordinal).ToDictionary(column => column, csv.GetString, StringComparer.Ordinal);
            rows.Add(new ReferenceRow(file, line, fields, problems));
        }
    }
}
