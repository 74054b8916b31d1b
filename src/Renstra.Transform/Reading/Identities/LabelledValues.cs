using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Finds labels and their values: <c>Bulan: Juli 2024</c> in one cell, side by side with or without a colon between, or under one
/// another where labels stand in a row.
/// </summary>
internal sealed class LabelledValues(Vocabulary vocabulary)
{
    private const int Reach = 8;

    private static readonly Meaning[] Labels =
    [
        Meaning.LabelWilayah, Meaning.LabelKabupaten, Meaning.LabelKota, Meaning.LabelProvinsi, Meaning.LabelBulan, Meaning.LabelTahun, Meaning.LabelLain,
    ];

    private static readonly char[] Separators = [':', '=', ' ', '\u00A0'];

    public IReadOnlyList<LabelledEntry> Find(SheetText sheet, int firstRow, int endRow)
    {
        var found = new List<LabelledEntry>();
        foreach (var row in sheet.RowsToSearch(firstRow, endRow))
        {
            for (var column = 0; column < sheet.Sheet.ColumnCount; column++)
            {
                if (LabelIn(sheet.Sheet[row, column]) is (var meaning and not Meaning.LabelLain, var inline))
                {
                    var place = sheet.At(row, column);
                    var value = inline.Length > 0 ? (Cell.OfText(inline), place) : ValueBeside(sheet, row, column);
                    found.Add(EntryOf(meaning, place, value));
                }
            }
        }

        return found;
    }

    private static LabelledEntry EntryOf(Meaning meaning, Place label, (Cell Cell, Place Place)? value)
    {
        var isRegion = meaning is Meaning.LabelWilayah or Meaning.LabelKabupaten or Meaning.LabelKota or Meaning.LabelProvinsi;
        RegionLevel? level = meaning switch
        {
            Meaning.LabelKabupaten => RegionLevel.Kabupaten,
            Meaning.LabelKota => RegionLevel.Kota,
            Meaning.LabelProvinsi => RegionLevel.Provinsi,
            _ => null,
        };
        return new LabelledEntry(isRegion, level, label, value is { } found ? new LabelledValue(isRegion, level, found.Cell, found.Place) : null);
    }

    /// <summary>The value to the right; where labels stand in a row, the one below.</summary>
    private (Cell Cell, Place Place)? ValueBeside(SheetText sheet, int row, int column)
    {
        var right = Neighbour(sheet, row, column, step: 1);
        if (right is { } value && LabelIn(value.Cell) is null)
        {
            return right;
        }

        var standsInRow = right is not null || (Neighbour(sheet, row, column, step: -1) is { } left && LabelIn(left.Cell) is not null);
        return standsInRow && Value(sheet, row + 1, column) is { } below && LabelIn(below) is null ? (below, sheet.At(row + 1, column)) : null;
    }

    /// <summary>The nearest cell of the row with something in it.</summary>
    private static (Cell Cell, Place Place)? Neighbour(SheetText sheet, int row, int column, int step)
    {
        for (var at = column + step; at >= 0 && at < sheet.Sheet.ColumnCount && Math.Abs(at - column) <= Reach; at += step)
        {
            if (Value(sheet, row, at) is { } value)
            {
                return (value, sheet.At(row, at));
            }
        }

        return null;
    }

    /// <summary>A cell's content without the colon that may stand before it; null when nothing is left.</summary>
    private static Cell? Value(SheetText sheet, int row, int column)
    {
        var cell = sheet.Sheet[row, column];
        if (cell.Kind != CellKind.Text)
        {
            return cell.IsBlank ? null : cell;
        }

        var text = cell.Text.Trim(Separators);
        return text.Length == 0 ? null : Cell.OfText(text);
    }

    /// <summary>The meaning of a label and what stands behind its colon; null when the cell is no label.</summary>
    private (Meaning Meaning, string Inline)? LabelIn(Cell cell)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > Wording.LongestPhrase)
        {
            return null;
        }

        var colon = cell.Text.IndexOf(':', StringComparison.Ordinal);
        var label = Wording.Normalise(colon < 0 ? cell.Text : cell.Text[..colon]);
        var inline = colon < 0 ? "" : cell.Text[(colon + 1)..].Trim(Separators);
        foreach (var meaning in Labels)
        {
            if (vocabulary.Is(label, meaning))
            {
                return (meaning, inline);
            }
        }

        return null;
    }
}

/// <summary>What stands behind a label.</summary>
/// <param name="IsRegion">Whether the label asks for a region; otherwise for a month or a year.</param>
/// <param name="Level">The only level that the label allows; null for kabupaten and kota alike.</param>
/// <param name="Cell">The value.</param>
/// <param name="Place">Where the value stands; the label's own cell when both are in one.</param>
internal sealed record LabelledValue(bool IsRegion, RegionLevel? Level, Cell Cell, Place Place);

/// <summary>A label, and what stands behind it.</summary>
/// <param name="IsRegion">Whether the label asks for a region; otherwise for a month or a year.</param>
/// <param name="Level">The only level that the label allows; null for kabupaten and kota alike.</param>
/// <param name="Label">Where the label stands.</param>
/// <param name="Value">The value; null when nothing is filled in.</param>
internal sealed record LabelledEntry(bool IsRegion, RegionLevel? Level, Place Label, LabelledValue? Value);
