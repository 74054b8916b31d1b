using Renstra.Transform.Indicators;

namespace Renstra.Transform.Forms;

/// <summary>A cell of the form's sheet of breakdowns.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Role">The component that is broken down.</param>
/// <param name="Part">The part's code.</param>
public readonly record struct FormPart(IndicatorCode Indicator, ComponentRole Role, string Part);
