using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports;

/// <summary>
/// One indicator's components in a report (<c>DataRealisasi</c>). A figure is whole: an indicator with one of two components
/// filled in is a finding, not a figure.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Numerator">What was counted.</param>
/// <param name="Denominator">What it was counted against; null for an indicator without one.</param>
public sealed record Figure(IndicatorCode Indicator, ComponentAmount Numerator, ComponentAmount? Denominator)
{
    /// <summary>What the components were broken down into, where that was reported; no calculation uses it.</summary>
    public IReadOnlyList<PartAmount> Parts { get; init; } = [];
}

/// <summary>The amount that an office reported for one component, and the cell it stands in.</summary>
/// <param name="Amount">In the component's unit; a whole number, 0 or more, unless the component allows decimals.</param>
/// <param name="Location">The cell that it was read from.</param>
/// <param name="Raw">The cell's content as the office wrote it, so that it can be seen how <c>1.234</c> was understood.</param>
public sealed record ComponentAmount(decimal Amount, CellLocation Location, string Raw);

/// <summary>The amount that an office reported for a part of a component's breakdown (<c>DataRincian</c>).</summary>
/// <param name="Role">The component that it is a part of.</param>
/// <param name="Dimension">What the component is broken down by, such as <c>Jenis kelamin</c>.</param>
/// <param name="Part">The part's code, such as <c>Perempuan</c>.</param>
/// <param name="Amount">How much, in the component's unit, and the cell it was read from.</param>
public sealed record PartAmount(ComponentRole Role, string Dimension, string Part, ComponentAmount Amount);

/// <summary>Where in a file something stands.</summary>
/// <param name="Sheet">The sheet's name as the file has it.</param>
/// <param name="Cell">The cell in A1 notation, such as <c>F9</c>.</param>
public sealed record CellLocation(string Sheet, string Cell);

/// <summary>A cell in a workbook, or a whole sheet, with its position in the order in which an officer meets them.</summary>
/// <param name="SheetIndex">Zero-based position of the sheet's tab.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
internal sealed record Place(int SheetIndex, string Sheet, int Row, int Column)
{
    public CellLocation Location => new(Sheet, Workbooks.Sheet.AddressOf(Row, Column));
}
