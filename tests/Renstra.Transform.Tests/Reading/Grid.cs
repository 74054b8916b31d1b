using System.Globalization;
using Renstra.SampleData.Files;
using Renstra.Transform.Indicators;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>A sheet that a test writes cell by cell, as the reader has it in memory or as a file holds it.</summary>
internal sealed class Grid(string name = "Laporan")
{
    private readonly Dictionary<(int Row, int Column), object?> _cells = [];
    private readonly List<CellRange> _merged = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<int> _hiddenColumns = [];
    private bool _isHidden;

    /// <summary>
    /// A report of Timor Tengah Selatan for July 2024, plain and right: IKU-n stands in row n + 4, its numerator n in column C, its
    /// denominator 10 × n in column D.
    /// </summary>
    public static Grid Report(string name = "Laporan") => new Grid(name)
        .Row(1, "Kabupaten/Kota", "Timor Tengah Selatan")
        .Row(2, "Bulan", "Juli 2024")
        .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut")
        .Indicators(5);

    /// <summary>Writes cells from column A on; null leaves one alone.</summary>
    public Grid Row(int row, params object?[] values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] is not null)
            {
                _cells[(row - 1, column)] = values[column];
            }
        }

        return this;
    }

    /// <summary>Writes one cell; null makes it blank.</summary>
    public Grid With(string address, object? value)
    {
        _cells[At(address)] = value;
        return this;
    }

    /// <summary>Takes a row's cells away.</summary>
    public Grid Without(int row)
    {
        foreach (var place in _cells.Keys.Where(place => place.Row == row - 1).ToList())
        {
            _cells.Remove(place);
        }

        return this;
    }

    public Grid Merge(string from, string to)
    {
        var (first, last) = (At(from), At(to));
        _merged.Add(new CellRange(first.Row, first.Column, last.Row, last.Column));
        return this;
    }

    public Grid HideRow(int row)
    {
        _hiddenRows.Add(row - 1);
        return this;
    }

    public Grid HideColumn(char column)
    {
        _hiddenColumns.Add(column - 'A');
        return this;
    }

    public Grid Hide()
    {
        _isHidden = true;
        return this;
    }

    public Sheet Build()
    {
        var sheet = new SheetBuilder(name, _isHidden);
        foreach (var ((row, column), value) in _cells)
        {
            sheet.Add(row, column, Submissions.CellOf(value));
        }

        _merged.ForEach(range => sheet.Merge(range));
        _hiddenRows.ForEach(row => sheet.HideRow(row));
        _hiddenColumns.ForEach(column => sheet.HideColumns(column, column));
        return sheet.Build();
    }

    /// <summary>The sheet for the writers of files.</summary>
    public SheetSpec ToSpec() => new(name, [.. _cells.OrderBy(cell => cell.Key).Where(cell => cell.Value is not null).Select(cell => SpecOf(cell.Key, cell.Value))])
    {
        IsHidden = _isHidden,
        HiddenRows = [.. _hiddenRows.Select(row => row + 1)],
        HiddenColumns = [.. _hiddenColumns],
        Merged = [.. _merged.Select(range => range.ToString())],
    };

    private static CellSpec SpecOf((int Row, int Column) place, object? value)
    {
        var address = Sheet.AddressOf(place.Row, place.Column);
        return value switch
        {
            string text => new CellSpec(address, text),
            DateTime date => new CellSpec(address, date.ToOADate(), "dd/mm/yyyy"),
            Cell { Kind: CellKind.Number } cell => new CellSpec(address, (double)cell.Number, cell.NumberFormat, cell.IsFormula ? cell.Text : null),
            Cell { Kind: CellKind.Error } cell => new CellSpec(address, new ErrorLiteral(cell.Text)),
            Cell { Kind: CellKind.FormulaWithoutValue } cell => new CellSpec(address, null, Formula: cell.Text[1..]),
            IConvertible number => new CellSpec(address, number.ToDouble(CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"{value?.GetType()} is nothing that is written into a file.", nameof(value)),
        };
    }

    public static implicit operator Sheet(Grid grid) => grid.Build();

    /// <summary>Rows of code, name, n and 10 × n for the indicators of Timor Tengah Selatan.</summary>
    public Grid Indicators(int firstRow) => Rows(firstRow, (code, name, numerator, denominator) => [code, name, numerator, denominator]);

    /// <summary>Rows for the indicators of Timor Tengah Selatan, made of code, name, n and 10 × n.</summary>
    public Grid Rows(int firstRow, Func<string, string, int, int, object?[]> row) => Rows(firstRow, 0, Submissions.IndicatorsOfTts.Count, row);

    /// <summary>Rows for some of the indicators, counted from 0.</summary>
    public Grid Rows(int firstRow, int first, int count, Func<string, string, int, int, object?[]> row)
    {
        for (var at = first; at < first + count; at++)
        {
            var indicator = Submissions.IndicatorsOfTts[at];
            Row(firstRow + at - first, row(indicator.Code.Value, indicator.Name, at + 1, 10 * (at + 1)));
        }

        return this;
    }

    /// <summary>Rows for the components of the indicators, one under another, made of a running number, the component and its amount.</summary>
    public Grid Components(int firstRow, Func<int, Component, int, object?[]> row)
    {
        for (var at = 0; at < Submissions.IndicatorsOfTts.Count; at++)
        {
            var indicator = Submissions.IndicatorsOfTts[at];
            Row(firstRow + (2 * at), row((2 * at) + 1, indicator.Numerator, at + 1));
            Row(firstRow + (2 * at) + 1, row((2 * at) + 2, indicator.Denominator!, 10 * (at + 1)));
        }

        return this;
    }

    private static (int Row, int Column) At(string address) =>
        (int.Parse(address[1..], CultureInfo.InvariantCulture) - 1, address[0] - 'A');
}
