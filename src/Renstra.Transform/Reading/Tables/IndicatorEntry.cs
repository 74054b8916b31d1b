using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>What a table says of one indicator in one month of one region.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Place">The cell that names it.</param>
/// <param name="Month">The month that the columns are about, where their headings name one.</param>
/// <param name="RowIdentity">What the row itself says of region and month, in tables that have columns for them.</param>
/// <param name="Numerator">The numerator's cell; null when there is none.</param>
/// <param name="Denominator">The denominator's cell; null when there is none.</param>
/// <param name="Remarks">What is wrong or odd about the choice of cells.</param>
internal sealed record IndicatorEntry(
    Indicator Indicator,
    Place Place,
    MonthPart? Month,
    IdentityEvidence RowIdentity,
    AmountCell? Numerator,
    AmountCell? Denominator,
    IReadOnlyList<Remark> Remarks)
{
    /// <summary>The cells of parts that the components are broken down into.</summary>
    public IReadOnlyList<PartCell> Parts { get; init; } = [];

    /// <summary>The region that it was found to be about; null as long as that cannot be told.</summary>
    public Region? ReportedRegion { get; init; }

    /// <summary>The month that it was found to be about; null as long as that cannot be told.</summary>
    public ReportingMonth? ReportedMonth { get; init; }

    /// <summary>Whether this is a row about a part alone; the whole stands in a row of its own, maybe in another table.</summary>
    public bool IsPartRow { get; init; }

    public IEnumerable<AmountCell> Wholes => new[] { Numerator, Denominator }.OfType<AmountCell>();

    public IEnumerable<AmountCell> Cells => Wholes.Concat(Parts.Select(part => part.Cell));

    /// <summary>Whether the office meant to report something here.</summary>
    public bool IsAttempted => Cells.Any(cell => cell.Reading.IsAttempted);
}

/// <summary>The cell that holds a component's amount.</summary>
/// <param name="Reading">What was understood.</param>
/// <param name="Cell">The cell; blank when nothing is filled in.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHidden">Whether its row or column is hidden.</param>
internal sealed record AmountCell(AmountReading Reading, Cell Cell, Place Place, bool IsHidden)
{
    /// <summary>Whether its column or row says which period it is about.</summary>
    public bool IsPeriodSaid { get; init; }

    /// <summary>The amount as a report keeps it, with the cell it came from.</summary>
    /// <param name="amount">The amount that was read.</param>
    /// <param name="maxRaw">Characters kept of what the cell holds.</param>
    public ComponentAmount Of(decimal amount, int maxRaw) => new(amount, Place.Location, IndonesianText.Cut(Cell.Raw, maxRaw));
}

/// <summary>The cell that holds the amount of a part of a component.</summary>
/// <param name="Role">The component.</param>
/// <param name="Part">The part.</param>
/// <param name="Cell">The cell.</param>
internal sealed record PartCell(ComponentRole Role, BreakdownPart Part, AmountCell Cell);

/// <summary>One of an indicator's components, or a part of one.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Role">Which component.</param>
/// <param name="Part">The part of its breakdown; null for the whole.</param>
internal sealed record ComponentOf(Indicator Indicator, ComponentRole Role, BreakdownPart? Part = null)
{
    public Component Component => Part is null ? Whole : Whole.Of(Part);

    private Component Whole => Role == ComponentRole.Pembilang ? Indicator.Numerator : Indicator.Denominator!;
}
