namespace Renstra.Transform.Plan;

/// <summary>
/// An achievement and the label that the narrative of Chapter II gives it. The plan prints no thresholds; these pairs are all that is
/// known of its scale.
/// </summary>
/// <param name="Line">The line of the plan.</param>
/// <param name="Number">The indicator's number in Table 2.3.1.</param>
/// <param name="Year">2022 or 2023.</param>
/// <param name="Achievement">As printed there, in percent.</param>
/// <param name="Label">As printed there.</param>
/// <param name="Note">What is wrong with the pair; mostly empty.</param>
public sealed record PrintedCategory(int Line, int Number, int Year, decimal Achievement, string Label, string Note);
