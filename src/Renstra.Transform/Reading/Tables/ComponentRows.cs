using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// The rows of one indicator whose components stand one under another. A row that names the indicator and its numerator alike is the
/// numerator unless a row for the numerator follows.
/// </summary>
internal sealed class ComponentRows
{
    private readonly Dictionary<ComponentRole, int> _rows = [];
    private int? _possibleNumerator;

    private ComponentRows(RowSubject subject) => Subject = subject;

    /// <summary>The component that the latest row is about; null when it is about the indicator as such.</summary>
    public ComponentRole? Latest { get; private set; }

    /// <summary>The row that the indicator was first met in.</summary>
    public RowSubject Subject { get; }

    public Indicator Indicator => Subject.Indicator!;

    /// <summary>Whether no row names a component by a name that is not the indicator's as well.</summary>
    public bool AreMissing => _rows.Count == 0;

    public static ComponentRows Begin(RowSubject subject, int row)
    {
        var rows = new ComponentRows(subject);
        if (subject is { Component: { } component } && (subject.Kind == RowKind.Component || component.Role == ComponentRole.Penyebut))
        {
            rows._rows[component.Role] = row;
            rows.Latest = component.Role;
        }
        else if (subject.Component is not null || subject.Indicator!.Denominator is null)
        {
            rows._possibleNumerator = row;
            rows.Latest = ComponentRole.Pembilang;
        }

        return rows;
    }

    /// <summary>Adds a row if it continues the same indicator; false when it begins another, or this one again.</summary>
    public bool TryTake(RowSubject subject, int row)
    {
        if (subject.Indicator != Indicator || subject.Component is not { } component || !_rows.TryAdd(component.Role, row))
        {
            return false;
        }

        Latest = component.Role;
        return true;
    }

    /// <summary>The row of a component; null when there is none.</summary>
    public int? RowOf(ComponentRole role) =>
        _rows.TryGetValue(role, out var row) ? row : role == ComponentRole.Pembilang ? _possibleNumerator : null;
}

/// <summary>
/// The rows of a table that are about parts of a breakdown. Whose parts they are is said by the row itself, or by the row above, or by
/// the part, if only one component in the table has it; where none does, the row is not read.
/// </summary>
internal sealed class PartRows(Table table, TableColumns columns, IndicatorNames names, AmountPicker picker, Func<int, IdentityEvidence> identityOf)
{
    private readonly List<(IndicatorEntry Entry, RowSubject Subject)> _named = [];
    private readonly List<(IndicatorEntry Entry, RowSubject Subject)> _inferred = [];
    private readonly List<RowSubject> _unplaced = [];

    /// <summary>Adds a row.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The latest row about an indicator or a component; null for none.</param>
    /// <param name="latest">Where components stand one under another, the one that the rows above were about.</param>
    public void Add(RowSubject subject, int row, RowSubject? above, ComponentRole? latest)
    {
        var owners = subject.Part is { } part ? names.OwnersOf(part).ToList() : [];
        var indicator = subject.Indicator ?? above?.Indicator;
        var own = owners.Where(owner => owner.Indicator == indicator).ToList();
        var isInferred = own.Count == 0 && subject.Indicator is null && owners.DistinctBy(owner => owner.Indicator).Count() == 1;
        var meant = isInferred ? owners : own;
        if (!columns.IsSideBySide && meant.Count > 1)
        {
            meant.RemoveAll(owner => owner.Role != (subject.Component?.Role ?? latest));
        }

        if (meant.Count == 0 || (!columns.IsSideBySide && subject.Component is { } named && meant[0].Role != named.Role))
        {
            _unplaced.Add(subject);
            return;
        }

        var identity = identityOf(row);
        if (identity == IdentityEvidence.None && above is not null && !isInferred)
        {
            identity = identityOf(above.Place.Row);
        }

        (isInferred ? _inferred : _named).AddRange(columns.Slices.Select(slice => (EntryOf(row, subject, meant, slice, identity), subject)));
    }

    /// <summary>The entries of rows whose owner is sure, and the subjects of the rows that are not read.</summary>
    /// <param name="wholes">What the table says of whole components.</param>
    public (IReadOnlyList<IndicatorEntry> Entries, IReadOnlyList<RowSubject> Unplaced) Place(IReadOnlyList<IndicatorEntry> wholes)
    {
        var byOwner = _inferred.ToLookup(row => wholes.Any(whole => whole.Indicator == row.Entry.Indicator));
        return (
            [.. _named.Concat(byOwner[true]).Select(row => row.Entry)],
            [.. _unplaced.Concat(byOwner[false].Select(row => row.Subject)).Distinct()]);
    }

    private IndicatorEntry EntryOf(int row, RowSubject subject, IReadOnlyList<ComponentOf> meant, Slice slice, IdentityEvidence identity)
    {
        var remarks = new List<Remark>();
        var parts = new List<PartCell>();
        foreach (var owner in meant)
        {
            var (cell, odd) = picker.Pick(table, row, owner, columns.For(slice, owner.Role));
            remarks.AddRange(odd);
            parts.AddRange(cell is null ? [] : [new PartCell(owner.Role, owner.Part!, cell)]);
        }

        remarks.AddRange(OfOthers(row, meant, slice));
        return new IndicatorEntry(meant[0].Indicator, subject.Place, slice.Month, slice.Region is { } region ? identity with { Regions = [region] } : identity, null, null, remarks) { Parts = parts, IsPartRow = true };
    }

    /// <summary>Numbers in the column of a component that has no such part.</summary>
    private IEnumerable<Remark> OfOthers(int row, IReadOnlyList<ComponentOf> meant, Slice slice)
    {
        if (!columns.IsSideBySide)
        {
            yield break;
        }

        var (indicator, part) = (meant[0].Indicator, meant[0].Part!);
        foreach (var other in indicator.Components.Where(component => meant.All(owner => owner.Role != component.Role)))
        {
            if (picker.Pick(table, row, new ComponentOf(indicator, other.Role), columns.For(slice, other.Role)).Cell is { Reading.IsAttempted: true } cell)
            {
                yield return new Remark(
                    FindingCodes.PartUnplaced, FindingTexts.PartOfOtherComponent(cell.Place, part, other), cell.Place, cell.Cell.Raw, indicator.Code);
            }
        }
    }
}
