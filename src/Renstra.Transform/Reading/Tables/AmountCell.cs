using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

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
