using System.Globalization;

namespace Renstra.SampleData.Files;

/// <summary>A sheet written row by row.</summary>
internal sealed class SheetDraft(string name)
{
    private readonly List<CellSpec> _cells = [];
    private readonly List<string> _merged = [];

    /// <summary>The row to write next, as on the screen.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Writes the next row from column A on; null leaves a cell alone.</summary>
    /// <param name="values">Text, a number, or a date.</param>
    public SheetDraft Row(params object?[] values)
    {
        foreach (var (column, value) in values.Index())
        {
            if (value is not null)
            {
                _cells.Add(CellOf(AddressOf(column), value));
            }
        }

        Next++;
        return this;
    }

    /// <summary>Writes a text into the next row, over so many columns.</summary>
    public SheetDraft Across(int columns, string text)
    {
        _merged.Add($"A{Next}:{(char)('A' + columns - 1)}{Next}");
        return Row(text);
    }

    /// <summary>Merges a range that the rows written so far have begun.</summary>
    public SheetDraft Merge(string range)
    {
        _merged.Add(range);
        return this;
    }

    /// <summary>Leaves rows blank.</summary>
    public SheetDraft Skip(int rows = 1)
    {
        Next += rows;
        return this;
    }

    public SheetSpec ToSpec() => new(name, [.. _cells]) { Merged = [.. _merged], Widths = [.. Enumerable.Range(0, _cells.Max(cell => cell.Column) + 1).Select(WidthOf)] };

    /// <summary>As wide as the longest text, within reason; titles stand alone and flow over.</summary>
    private int WidthOf(int column)
    {
        const int Least = 6, Most = 60, CellsOfRow = 2;
        var rows = _cells.GroupBy(cell => cell.Row).Where(row => row.Count() >= CellsOfRow);
        var lengths = rows.SelectMany(row => row).Where(cell => cell.Column == column).Select(cell => cell.Value is string text ? text.Length : 8);
        return Math.Clamp(lengths.DefaultIfEmpty(Least).Max() + 1, Least, Most);
    }

    private string AddressOf(int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{Next}");

    private static CellSpec CellOf(string address, object value) => value switch
    {
        string text => new CellSpec(address, text),
        DateOnly date => new CellSpec(address, date.ToDateTime(TimeOnly.MinValue).ToOADate(), "mmmm\\ yyyy"),
        IConvertible number => new CellSpec(address, number.ToDouble(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"{value.GetType()} is nothing that stands in a cell.", nameof(value)),
    };
}
