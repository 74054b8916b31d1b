using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>Reads the rows of a table into entries, whichever way its components are laid out.</summary>
internal sealed class TableReader(IndicatorNames names, RowMatcher matcher, AmountPicker picker, IdentityFinder identities, TableTrouble trouble, Vocabulary vocabulary)
{
    /// <summary>Reads a table.</summary>
    public TableContent Read(Table table)
    {
        var columns = TableColumns.Of(table);
        if (table.Columns.Any(column => column.Indicator is not null))
        {
            return new TableContent(table, ReadAcross(table, columns), []);
        }

        var unread = new UnreadRows(table, columns);
        var parts = new PartRows(table, columns, names, picker, row => RowIdentity(table, row));
        var wholes = columns.IsSideBySide ? ReadSideBySide(table, columns, unread, parts) : ReadOneUnderAnother(table, columns, unread, parts);
        var (placed, unplaced) = parts.Place(wholes);
        foreach (var subject in unplaced)
        {
            unread.Add(subject.Place.Row, subject);
        }

        IReadOnlyList<IndicatorEntry> entries = [.. wholes, .. placed];
        if (entries.Any(entry => entry.Remarks.Any(IsTwice)) && trouble.RegionsSideBySide(table) is { } regions)
        {
            // The cells are good, each for its region; only the layout is not read.
            entries = [.. entries.Select((entry, at) => entry with { Remarks = [.. entry.Remarks.Where(remark => !IsTwice(remark)), .. at == 0 ? new[] { regions } : []] })];
        }

        return new TableContent(table, entries, [.. unread.Remarks(entries), .. PartsOfEither(table, columns, wholes)]);
    }

    private static bool IsTwice(Remark remark) => remark.Code == FindingCodes.AmountTwice;

    private List<IndicatorEntry> ReadSideBySide(Table table, TableColumns columns, UnreadRows unread, PartRows parts)
    {
        var entries = new List<IndicatorEntry>();
        var labelled = new LabelledRows(table, columns, vocabulary);
        RowSubject? above = null;
        for (var row = table.FirstRow; row < table.EndRow; row++)
        {
            var subject = matcher.Match(table, row, null, above?.Indicator);
            if (IsEnd(subject, row, unread))
            {
                break;
            }

            if (subject.Kind == RowKind.Part)
            {
                parts.Add(subject, row, above, null);
            }
            else if (subject is { Indicator: not null, Remark: null })
            {
                above = subject;
                var (rowOf, last, remark) = labelled.Choose(subject, row, below => matcher.Match(table, below, null, null).Kind is RowKind.Nothing or RowKind.Unknown or RowKind.End);
                row = last;
                entries.AddRange(columns.Slices.Select(slice => EntryOf(table, columns, subject, slice, rowOf))
                    .Select(entry => remark is null ? entry : entry with { Parts = [], Remarks = [remark] }));
            }
            else
            {
                above = subject.Kind == RowKind.Nothing ? above : null;
                unread.Add(row, subject);
            }
        }

        return OnTwoRows(entries);
    }

    /// <summary>An indicator whose numerator stands in one row and whose denominator in the next, each in its own column, is one entry.</summary>
    private static List<IndicatorEntry> OnTwoRows(List<IndicatorEntry> entries)
    {
        var lower = entries.Where(entry => IsHalf(entry.Denominator, entry.Numerator)).ToLookup(entry => (entry.Place.Row, entry.Indicator, entry.Month));
        var taken = new HashSet<IndicatorEntry>();
        for (var at = 0; at < entries.Count && lower.Count > 0; at++)
        {
            if (IsHalf(entries[at].Numerator, entries[at].Denominator)
                && lower[(entries[at].Place.Row + 1, entries[at].Indicator, entries[at].Month)].Where(below => below.RowIdentity.Regions.SequenceEqual(entries[at].RowIdentity.Regions)).ToList() is [var only])
            {
                entries[at] = entries[at] with { Denominator = only.Denominator, Remarks = [.. entries[at].Remarks, .. only.Remarks], Parts = [.. entries[at].Parts, .. only.Parts] };
                taken.Add(only);
            }
        }

        return entries.FindAll(entry => !taken.Contains(entry));

        static bool IsHalf(AmountCell? filled, AmountCell? blank) => filled?.Reading.IsAttempted == true && blank?.Reading is null or { IsAttempted: false, IsMarkedAsMissing: false };
    }

    /// <summary>Each row is about a region, and has the components of all indicators side by side. What is summed up is not read.</summary>
    private List<IndicatorEntry> ReadAcross(Table table, TableColumns columns)
    {
        var entries = new List<IndicatorEntry>();
        var indicators = table.Columns.Select(column => column.Indicator).OfType<Indicator>().Distinct().ToList();
        foreach (var row in Enumerable.Range(table.FirstRow, table.EndRow - table.FirstRow).Where(row => columns.HasNumber(table, row)))
        {
            var identity = RowIdentity(table, row);
            if (identity.Regions.Count == 0 || identity.Regions.Any(claim => claim.Candidates.Any(region => region.Level == RegionLevel.Provinsi) || vocabulary.StartsWith(Wording.Normalise(claim.Raw), Meaning.BarisJumlah)))
            {
                continue;
            }

            entries.AddRange(columns.Slices.SelectMany(_ => indicators, (slice, indicator) =>
            {
                var remarks = new List<Remark>();
                return new IndicatorEntry(indicator, identity.Regions[0].Place, slice.Month, identity, Pick(slice, indicator, ComponentRole.Pembilang, remarks), Pick(slice, indicator, ComponentRole.Penyebut, remarks), remarks);
            }));

            AmountCell? Pick(Slice slice, Indicator indicator, ComponentRole role, List<Remark> remarks)
            {
                var (cell, odd) = indicator.Components.All(component => component.Role != role) ? (null, [])
                    : picker.Pick(table, row, new ComponentOf(indicator, role), [.. columns.For(slice, role).Where(column => column.Indicator == indicator)]);
                remarks.AddRange(odd);
                return cell;
            }
        }

        return entries;
    }

    /// <summary>Components of an indicator stand in rows of their own, below the indicator or by themselves.</summary>
    private List<IndicatorEntry> ReadOneUnderAnother(Table table, TableColumns columns, UnreadRows unread, PartRows parts)
    {
        var entries = new List<IndicatorEntry>();
        ComponentRows? open = null;
        var unnamed = new List<int>();
        for (var row = table.FirstRow; row < table.EndRow; row++)
        {
            var subject = matcher.Match(table, row, open?.Indicator, open?.Indicator);
            if (IsEnd(subject, row, unread))
            {
                break;
            }

            if (subject.Kind == RowKind.Part)
            {
                parts.Add(subject, row, open?.Subject, open?.Latest);
                continue;
            }

            if (subject is not { Indicator: not null, Remark: null })
            {
                unread.Add(row, subject);
                unnamed.AddRange(unread.HasNumber(row) ? [row] : []);
                continue;
            }

            if (open?.TryTake(subject, row) != true)
            {
                Close(open);
                open = ComponentRows.Begin(subject, row);
                unnamed.Clear();
            }
        }

        Close(open);
        return entries;

        void Close(ComponentRows? rows)
        {
            if (rows is { AreMissing: true } && Untold(table, columns, rows, unnamed) is { } remark)
            {
                entries.AddRange(columns.Slices.Select(slice => EntryOf(table, columns, rows.Subject, slice, rows.RowOf)).Select(entry => entry with { Remarks = [remark] }));
            }
            else if (rows is not null)
            {
                entries.AddRange(columns.Slices.Select(slice => EntryOf(table, columns, rows.Subject, slice, rows.RowOf)));
            }
        }
    }

    /// <summary>
    /// What is said of an indicator neither of whose components has a row, although numbers stand in its own, or in the two rows below it;
    /// null where none do.
    /// </summary>
    private static Remark? Untold(Table table, TableColumns columns, ComponentRows rows, List<int> unnamed)
    {
        var indicator = rows.Indicator;
        var own = columns.FirstWithDigits(table, rows.Subject.Place.Row);
        if (own is not null && rows.RowOf(ComponentRole.Pembilang) is null)
        {
            var cell = table.Sheet.Shown(own.Row, own.Column);
            return AmountParser.HoldsSeveral(cell.Text)
                ? new Remark(FindingCodes.NotANumber, FindingTexts.SeveralNumbers(own, cell.Raw), own, cell.Raw, indicator.Code)
                : new Remark(FindingCodes.HalfFilled, FindingTexts.ComponentsNotTold(own, indicator), own, cell.Raw, indicator.Code);
        }

        return own is null
            && unnamed.SequenceEqual([rows.Subject.Place.Row + 1, rows.Subject.Place.Row + 2])
            && columns.FirstWithDigits(table, unnamed[0]) is { } below
                ? new Remark(FindingCodes.HalfFilled, FindingTexts.ComponentRowsNotTold(below, indicator), below, table.Sheet.Shown(below.Row, below.Column).Raw, indicator.Code)
                : null;
    }

    private IndicatorEntry EntryOf(Table table, TableColumns columns, RowSubject subject, Slice slice, Func<ComponentRole, int?> rowOf)
    {
        var indicator = subject.Indicator!;
        var remarks = new List<Remark>();
        var numerator = Pick(new ComponentOf(indicator, ComponentRole.Pembilang), columns.For(slice, ComponentRole.Pembilang));
        var denominator = indicator.Denominator is null ? null : Pick(new ComponentOf(indicator, ComponentRole.Penyebut), columns.For(slice, ComponentRole.Penyebut));
        var parts =
            from component in indicator.Components
            from part in component.Breakdown
            let meant = new ComponentOf(indicator, component.Role, part)
            let cell = Pick(meant, columns.For(slice, meant))
            where cell is not null
            select new PartCell(component.Role, part, cell);
        var cut = new[] { numerator, denominator }.FirstOrDefault(cell => cell is { Reading.IsAttempted: true } && table.IsCutByCommas(cell.Place.Row));
        if (cut is not null)
        {
            remarks.Add(new Remark(FindingCodes.AmbiguousNumber, FindingTexts.CutByCommas(cut.Place), cut.Place, cut.Cell.Raw, indicator.Code));
        }

        if (subject.IsAbbreviated && new[] { numerator, denominator }.Any(cell => cell is { Reading.IsAttempted: true }))
        {
            remarks.Add(new Remark(FindingCodes.NameAbbreviated, FindingTexts.NameAbbreviated(subject.Place, subject.Raw, indicator), subject.Place, subject.Raw, indicator.Code));
        }

        return new IndicatorEntry(indicator, subject.Place, slice.Month, RowIdentity(table, subject.Place.Row, slice), numerator, denominator, remarks) { Parts = [.. parts] };

        AmountCell? Pick(ComponentOf component, IReadOnlyList<Column> candidates)
        {
            if (rowOf(component.Role) is not { } row)
            {
                return null;
            }

            var (cell, odd) = picker.Pick(table, row, component, candidates);
            remarks.AddRange(odd);
            return cell;
        }
    }

    /// <summary>Columns such as "L" and "P" of which nothing says whether they break down the numerator or the denominator.</summary>
    private static IEnumerable<Remark> PartsOfEither(Table table, TableColumns columns, List<IndicatorEntry> wholes)
    {
        var indicators = wholes.Select(entry => entry.Indicator).Distinct().ToList();
        foreach (var column in columns.PartsOfEither)
        {
            var rows = Enumerable.Range(table.FirstRow, table.EndRow - table.FirstRow);
            if (indicators.Any(indicator => indicator.Components.Count(component => component.Breakdown.Any(part => part.Code == column.Part)) > 1)
                && rows.Any(row => NumberText.IsNumber(table.Sheet.Sheet[row, column.Index])))
            {
                var place = table.Sheet.At(table.FirstRow - 1, column.Index);
                var raw = table.Sheet.Shown(place.Row, place.Column).Raw;
                yield return new Remark(FindingCodes.PartUnplaced, FindingTexts.PartColumnUnplaced(place, raw), place, raw);
            }
        }
    }

    private IdentityEvidence RowIdentity(Table table, int row, Slice slice = default)
    {
        var regions = slice.Region is { } heading ? [heading] : Filled(ColumnKind.Region).Select(found => identities.RegionOf(found.Cell, found.Place)).ToList();
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
