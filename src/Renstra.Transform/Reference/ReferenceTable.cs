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
        // Recovering would let a quote that is never closed swallow the rest of the file without a word.
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly List<ReferenceRow> _rows = [];
    private readonly ReferenceProblems _problems;

    private ReferenceTable(string file, ReferenceProblems problems)
    {
        File = file;
        _problems = problems;
    }

    public string File { get; }

    /// <summary>Whether the file as a whole could not be read. It has no rows then, and what other files say of its rows cannot be judged.</summary>
    public bool IsBroken { get; private set; }

    public IReadOnlyList<ReferenceRow> Rows => IsBroken ? [] : _rows;

    /// <summary>Reads a file that must have exactly these columns, in any order.</summary>
    public static ReferenceTable Read(ReferenceFiles files, string file, IReadOnlyList<string> columns, ReferenceProblems problems)
    {
        var table = new ReferenceTable(file, problems);
        try
        {
            table.ReadRows(files[file], columns);
        }
        catch (CsvFormatException exception)
        {
            table.Break(checked((int)exception.LineNumber), $"is not well-formed CSV: {exception.Message}");
        }

        return table;
    }

    /// <summary>A problem of the file as a whole.</summary>
    public void Report(string text) => _problems.Add(File, 0, text);

    /// <summary>
    /// Makes a value of each row. A row in which anything was wrong yields none; two rows with the same key are a problem.
    /// </summary>
    public IReadOnlyList<T> Select<T, TKey>(Func<ReferenceRow, T> make, Func<T, TKey> key)
        where TKey : notnull => [.. SelectRows(make, key).Select(entry => entry.Value)];

    /// <summary>As <see cref="Select"/>, with the row of each value, so that what is found later can be reported at its line.</summary>
    public IReadOnlyList<(T Value, ReferenceRow Row)> SelectRows<T, TKey>(Func<ReferenceRow, T> make, Func<T, TKey> key)
        where TKey : notnull
    {
        var values = new List<(T Value, ReferenceRow Row)>();
        var lines = new Dictionary<TKey, int>();
        foreach (var row in Rows)
        {
            var value = make(row);
            if (row.IsFaulty)
            {
                continue;
            }

            if (lines.TryAdd(key(value), row.Line))
            {
                values.Add((value, row));
            }
            else
            {
                row.Report(string.Create(CultureInfo.InvariantCulture, $"says the same as line {lines[key(value)]} once more: {key(value)}"));
            }
        }

        return values;
    }

    private void ReadRows(string text, IReadOnlyList<string> columns)
    {
        using var csv = CsvReader.FromText(text, Options);
        var header = csv.Headers;
        foreach (var missing in columns.Except(header, StringComparer.Ordinal))
        {
            Break(1, $"the column {missing} is missing");
        }

        foreach (var unknown in header.Except(columns, StringComparer.Ordinal))
        {
            Break(1, $"the column '{unknown}' is unknown; expected are {string.Join(", ", columns)}");
        }

        foreach (var twice in header.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Break(1, $"the column {twice.Key} stands more than once");
        }

        if (IsBroken)
        {
            return;
        }

        while (csv.Read())
        {
            var line = checked((int)csv.LineNumber);
            if (csv.FieldCount == header.Count)
            {
                _rows.Add(new ReferenceRow(File, line, columns.ToDictionary(column => column, csv.GetString, StringComparer.Ordinal), _problems));
            }
            else
            {
                _problems.Add(File, line, string.Create(CultureInfo.InvariantCulture, $"{csv.FieldCount} fields where the header has {header.Count}"));
            }
        }
    }

    private void Break(int line, string text)
    {
        IsBroken = true;
        _problems.Add(File, line, text);
    }
}

/// <summary>Opens the reference files as tables, all of which report to one list of problems.</summary>
internal sealed class ReferenceTables(ReferenceFiles files, ReferenceProblems problems)
{
    /// <summary>Reads a file that must have exactly these columns, in any order.</summary>
    public ReferenceTable Open(string file, params string[] columns) => ReferenceTable.Read(files, file, columns, problems);
}

/// <summary>
/// The keys that stand in a table, in faulty rows as well: one mistake is reported once, where it is, and not again wherever
/// another file speaks of that row.
/// </summary>
internal sealed class KnownKeys<TKey>(ReferenceTable table, Func<ReferenceRow, TKey> key)
{
    private readonly HashSet<TKey> _keys = [.. table.Rows.Select(key)];

    /// <summary>Whether a row has the key; taken to be so when the whole table is broken.</summary>
    public bool Contains(TKey key) => table.IsBroken || _keys.Contains(key);
}
