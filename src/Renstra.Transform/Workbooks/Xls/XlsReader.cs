using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Renstra.Transform.Workbooks.Texts;

namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Reads Excel 97–2003 workbooks and their ancestors with ExcelDataReader. <see cref="CompoundFile"/> takes the workbook out of its
/// container and <see cref="BiffScan"/> goes over it first.
/// </summary>
internal static class XlsReader
{
    /// <summary>No date lies so far after day 0.</summary>
    private static readonly TimeSpan MaxElapsed = DateTime.MaxValue - SerialDate.DayZero;

    /// <summary>Asked for before the configuration is made, whose constructor wants this encoding to be known already.</summary>
    private static readonly Encoding Fallback = TextDecoding.Windows1252;

    private static readonly ExcelReaderConfiguration Configuration = new() { FallbackEncoding = Fallback };

    /// <summary>Reads the sheets of a workbook from its BIFF stream.</summary>
    public static List<Sheet> Read(ReadOnlyMemory<byte> stream, ReadingBudget budget)
    {
        var notes = BiffScan.Run(stream, budget);
        var sheets = new List<Sheet>();
        using var reader = Try(() => ExcelReaderFactory.CreateBinaryReader(FileContent.ToStream(stream), Configuration));
        if (reader.ResultsCount != notes.Count)
        {
            throw UnreadableFileException.Corrupt();
        }

        foreach (var sheetNotes in notes)
        {
            sheets.Add(ReadSheet(reader, sheetNotes, budget));
            Try(reader.NextResult);
        }

        return sheets;
    }

    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (IsTroubleWithTheFile(cause))
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    /// <summary>
    /// What ExcelDataReader 3.6.0 throws when a file breaks the rules in a way that the scan lets pass. The list comes from its source and
    /// from mutated files; anything else is a mistake of this program and stays an exception.
    /// </summary>
    private static bool IsTroubleWithTheFile(Exception cause) => cause

        // Its own: no workbook in the stream, or a version that it does not know.
        is ExcelReaderException

        // A record too short for its fields, or a format number that occurs twice.
        or ArgumentException

        // A string longer than its record.
        or IndexOutOfRangeException

        // An elapsed time of more days than a TimeSpan holds.
        or OverflowException;

    private static Sheet ReadSheet(IExcelDataReader reader, BiffNotes notes, ReadingBudget budget)
    {
        var sheet = new SheetBuilder(reader.Name ?? "", reader.VisibleState != "visible", budget);
        notes.HiddenRows.ForEach(row => sheet.HideRow(row));
        notes.HiddenColumns.ForEach(columns => sheet.HideColumns(columns.First, columns.Last));
        notes.Merged.ForEach(range => sheet.Merge(range));
        for (var row = 0; Try(reader.Read); row++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var isFormula = notes.Formulas.Contains((row, column));
                var cell = notes.Uncalculated.Contains((row, column)) ? Cell.OfFormulaWithoutValue("")
                    : notes.Errors.TryGetValue((row, column), out var error) ? Cell.OfError(error, isFormula)
                    : reader.GetValue(column) is { } value ? ToCell(value, reader.GetNumberFormatString(column), isFormula, notes.Runs.GetValueOrDefault((row, column)), notes.Marks.GetValueOrDefault((row, column)), budget)
                    : default;
                sheet.Add(row, column, notes.Runs.ContainsKey((row, column)) ? cell : cell.WithMark(notes.Marks.GetValueOrDefault((row, column))));
            }
        }

        return sheet.Build();
    }

    private static Cell ToCell(object value, string? format, bool isFormula, (int Start, FontMark Mark)[]? runs, FontMark mark, ReadingBudget budget)
    {
        var code = string.Equals(format, "General", StringComparison.OrdinalIgnoreCase) ? null : format;
        switch (value)
        {
            case string text:
                budget.TakeText(text.Length);
                return runs is not null && FontRuns.Apply(text, runs, new MarkedTextBuilder(), mark != FontMark.None) is RichText rich
                    ? Cell.OfText(rich.In(mark), isFormula)
                    : Cell.OfText(text, isFormula);
            case bool flag:
                return Cell.OfBoolean(flag, isFormula);
            case DateTime date:
                return Date(date, code, isFormula);
            case TimeSpan elapsed:
                return elapsed >= TimeSpan.Zero && elapsed < MaxElapsed ? Date(SerialDate.DayZero + elapsed, code, isFormula) : Number(elapsed.TotalDays, code, isFormula);
            case int number:
                return Cell.OfNumber(number, code, isFormula);
            case double number:
                return Number(number, code, isFormula);
            default:
                throw new InvalidOperationException($"ExcelDataReader gave a {value.GetType()}, which it is not known to do.");
        }
    }

    /// <summary>
    /// Before day 0 a sheet shows no date, but the reader makes one of a negative number: of the whole days backwards, of a part of a day
    /// forwards.
    /// </summary>
    private static Cell Date(DateTime date, string? code, bool isFormula) => date >= SerialDate.DayZero
        ? Cell.OfDate(date, code, isFormula)
        : Number(-Math.Abs(date.ToOADate()), code, isFormula);

    private static Cell Number(double number, string? code, bool isFormula) => CellNumber.TryConvert(number, out var exact)
        ? Cell.OfNumber(exact, code, isFormula)
        : Cell.OfText(CellNumber.Scientific(number), isFormula);
}
