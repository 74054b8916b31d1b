using Renstra.Transform.Indicators;
using Renstra.Transform.Reports.Identities;

namespace Renstra.Transform.Reports.Tables;

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
    public IEnumerable<AmountCell> Cells => new[] { Numerator, Denominator }.OfType<AmountCell>();

    /// <summary>Whether the office meant to report something here.</summary>
    public bool IsAttempted => Cells.Any(cell => cell.Reading.IsAttempted);
}
