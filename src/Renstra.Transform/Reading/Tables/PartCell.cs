using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reading.Tables;

/// <summary>The cell that holds the amount of a part of a component.</summary>
/// <param name="Role">The component.</param>
/// <param name="Part">The part.</param>
/// <param name="Cell">The cell.</param>
internal sealed record PartCell(ComponentRole Role, BreakdownPart Part, AmountCell Cell);
