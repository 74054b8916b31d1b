using Renstra.Transform.Indicators;

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
