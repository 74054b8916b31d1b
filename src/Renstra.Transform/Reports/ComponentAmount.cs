namespace Renstra.Transform.Reports;

/// <summary>The amount that an office reported for one component, and the cell it stands in.</summary>
/// <param name="Amount">In the component's unit; a whole number, 0 or more, unless the component allows decimals.</param>
/// <param name="Location">The cell that it was read from.</param>
/// <param name="Raw">The cell's content as the office wrote it, so that it can be seen how <c>1.234</c> was understood.</param>
public sealed record ComponentAmount(decimal Amount, CellLocation Location, string Raw);
