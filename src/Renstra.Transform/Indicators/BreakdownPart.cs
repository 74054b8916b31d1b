namespace Renstra.Transform.Indicators;

/// <summary>A part of a component's breakdown (<c>Rincian</c>), such as placements abroad of all placements.</summary>
/// <param name="Dimension">What the component is broken down by, such as <c>Jenis kelamin</c>.</param>
/// <param name="Code">Letters and digits, one part's alone among all of a component, such as <c>AKAN</c>.</param>
/// <param name="Name">As forms and receipts print it.</param>
/// <param name="Kind">How it stands to the component as a whole.</param>
/// <param name="Source">Table or line of the plan.</param>
public sealed record BreakdownPart(string Dimension, string Code, string Name, PartKind Kind, string Source);
