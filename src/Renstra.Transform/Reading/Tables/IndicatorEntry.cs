using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reports;

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

    /// <summary>Whether this is a row about a part alone; the whole stands in a row of its own, maybe in another table.</summary>
    public bool IsPartRow { get; init; }

    public IEnumerable<AmountCell> Wholes => new[] { Numerator, Denominator }.OfType<AmountCell>();

    public IEnumerable<AmountCell> Cells => Wholes.Concat(Parts.Select(part => part.Cell));

    /// <summary>Whether the office meant to report something here.</summary>
    public bool IsAttempted => Cells.Any(cell => cell.Reading.IsAttempted);
}
