using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>One part of a breakdown, as its receipt shows it.</summary>
/// <param name="Dimension">What was broken down by.</param>
/// <param name="Name">The part.</param>
/// <param name="Amount">How it was understood, and from which cell.</param>
public sealed record ReceiptPart(string Dimension, string Name, ComponentAmount Amount)
{
    internal static ReceiptPart For(Component component, PartAmount part) =>
        new(part.Dimension, component.Breakdown.FirstOrDefault(each => each.Code == part.Part)?.Name ?? part.Part, part.Amount);
}
