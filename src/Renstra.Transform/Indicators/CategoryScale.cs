namespace Renstra.Transform.Indicators;

/// <summary>Labels for achievements, best first (<c>SkalaKategori</c>).</summary>
/// <param name="Name">The scale's name.</param>
/// <param name="Categories">From the best to the worst, by strictly falling lower bounds.</param>
public sealed record CategoryScale(string Name, IReadOnlyList<Category> Categories)
{
    /// <summary>
    /// The label of an achievement. Decided on the published figure, so that a reader who sees 80.00 sees its label: pass the
    /// rounded value.
    /// </summary>
    /// <param name="achievement">Percent, never capped; below 0 is possible where less is better.</param>
    public Category LabelOf(decimal achievement) =>
        Categories.FirstOrDefault(category => achievement >= category.LowerBound) ?? Categories[^1];
}

/// <summary>A label on a scale (<c>Kategori</c>).</summary>
/// <param name="Scale">The scale's name, such as <c>Renstra</c>.</param>
/// <param name="Order">1 for the best label, counting up.</param>
/// <param name="Label">As printed, such as <c>Sangat Berhasil</c>.</param>
/// <param name="LowerBound">The least achievement, in percent, that earns it; the worst label has no lower bound and says 0.</param>
/// <param name="Note">Where the bound comes from.</param>
public sealed record Category(string Scale, int Order, string Label, decimal LowerBound, string Note);
