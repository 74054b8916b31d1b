using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports;

/// <summary>The amount that an office reported for a part of a component's breakdown (<c>DataRincian</c>).</summary>
/// <param name="Role">The component that it is a part of.</param>
/// <param name="Dimension">What the component is broken down by, such as <c>Jenis kelamin</c>.</param>
/// <param name="Part">The part's code, such as <c>Perempuan</c>.</param>
/// <param name="Amount">How much, in the component's unit, and the cell it was read from.</param>
public sealed record PartAmount(ComponentRole Role, string Dimension, string Part, ComponentAmount Amount);
