namespace Renstra.Transform.Forms;

/// <summary>The numbers that a form is given to start with, for one indicator.</summary>
/// <param name="Numerator">In the component's unit; null leaves the cell blank.</param>
/// <param name="Denominator">In the component's unit; null leaves the cell blank.</param>
public readonly record struct FormAmounts(decimal? Numerator, decimal? Denominator);
