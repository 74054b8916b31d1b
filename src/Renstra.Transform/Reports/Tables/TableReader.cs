using Renstra.Transform.Indicators;
using Renstra.Transform.Reports.Identities;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reports.Tables;

/// <summary>Reads the rows of a table into entries, whichever way its components are laid out.</summary>
internal sealed class TableReader(RowMatcher matcher, AmountPicker picker, IdentityFinder identities)
{
    /// <summary>Reads a table.</summary>
    public TableContent Read(Table table)
    {
        var columns = TableColumns.Of(table);
        var unread = new UnreadRows(table, columns);
        var entries = columns.IsSideBySide ? ReadSideBySide(table, columns, unread) : ReadOneUnderAnother(table, columns, unread);
        return new TableContent(table, entries, [.. unread.Remarks(entries)]);
    }

    private List<IndicatorEntry> ReadSideBySide(Table table, TableColumns columns, UnreadRows unread)
    {
        var entries = new List<IndicatorEntry>();
        for (var row = table.FirstRow; row < table.EndRow; row++)
        {
            var subject = matcher.Match(table, row, null);
            if (IsEnd(subject, row, unread))
            {
                break;
            }

            if (subject is { Indicator: not null, Remark: null })
            {
                var here = row;
                entries.AddRange(columns.Months.Select(month => EntryOf(table, columns, subject, month, _ => here)));
            }
            else
            {
                unread.Add(row, subject);
            }
        }

        return entries;
    }

    /// <summary>Components of an indicator stand in rows of their own, below the indicator or by themselves.</summary>
    private List<IndicatorEntry> ReadOneUnderAnother(Table table, TableColumns columns, UnreadRows unread)
    {
        var entries = new List<IndicatorEntry>();
        ComponentRows? open = null;
        for (var row = table.FirstRow; row < table.EndRow; row++)
        {
            var subject = matcher.Match(table, row, open?.Indicator);
            if (IsEnd(subject, row, unread))
            {
                break;
            }

            if (subject is not { Indicator: not null, Remark: null })
            {
                unread.Add(row, subject);
                continue;
            }

            if (open?.TryTake(subject, row) != true)
            {
                Close(open);
                open = ComponentRows.Begin(subject, row);
            }
        }

        Close(open);
        return entries;

        void Close(ComponentRows? rows)
        {
            if (rows is not null)
            {
                entries.AddRange(columns.Months.Select(month => EntryOf(table, columns, rows.Subject, month, rows.RowOf)));
            }
        }
    }

    private IndicatorEntry EntryOf(Table table, TableColumns columns, RowSubject subject, MonthPart? month, Func<ComponentRole, int?> rowOf)
    {
        var indicator = subject.Indicator!;
        var (numerator, oddNumerator) = Pick(ComponentRole.Pembilang);
        var (denominator, oddDenominator) = indicator.Denominator is null ? (null, []) : Pick(ComponentRole.Penyebut);
        return new IndicatorEntry(indicator, subject.Place, month, RowIdentity(table, subject.Place.Row), numerator, denominator, [.. oddNumerator, .. oddDenominator]);

        (AmountCell? Cell, IReadOnlyList<Remark> Remarks) Pick(ComponentRole role) => rowOf(role) is { } row
            ? picker.Pick(table, row, new ComponentOf(indicator, role), columns.For(month, role))
            : (null, []);
    }

    private IdentityEvidence RowIdentity(Table table, int row)
    {
        var regions = Filled(ColumnKind.Region).Select(found => identities.RegionOf(found.Cell, found.Place)).ToList();
        var months = Filled(ColumnKind.Month).Concat(Filled(ColumnKind.Year)).Select(found => identities.MonthOf(found.Cell, found.Place))
            // "Periode" heads months as well as words such as "bulan ini".
            .Concat(Filled(ColumnKind.Period).Select(found => identities.MonthOf(found.Cell, found.Place)).Where(claim => claim.Part is not null))
            .ToList();
        return regions.Count + months.Count == 0 ? IdentityEvidence.None : new IdentityEvidence(regions, months, null, null);

        IEnumerable<(Cell Cell, Place Place)> Filled(ColumnKind kind) => table.Of(kind)
            .Select(column => (Cell: table.Sheet.Shown(row, column.Index), Place: table.Sheet.At(row, column.Index)))
            .Where(found => !found.Cell.IsBlank);
    }

    /// <summary>Notes and signatures end a table; a row with numbers does not, whatever it begins with.</summary>
    private static bool IsEnd(RowSubject subject, int row, UnreadRows unread) => subject.Kind == RowKind.End && !unread.HasNumber(row);
}
