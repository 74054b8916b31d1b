namespace Renstra.Transform.Indicators;

/// <summary>A label on a scale (<c>Kategori</c>).</summary>
/// <param name="Scale">The scale's name, such as <c>Renstra</c>.</param>
/// <param name="Order">1 for the best label, counting up.</param>
/// <param name="Label">As printed, such as <c>Sangat Berhasil</c>.</param>
/// <param name="LowerBound">The least achievement, in percent, that earns it; the worst label has no lower bound and says 0.</param>
/// <param name="Note">Where the bound comes from.</param>
public sealed record Category(string Scale, int Order, string Label, decimal LowerBound, string Note);
