using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reading.Tables;

/// <summary>One of an indicator's components, or a part of one.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Role">Which component.</param>
/// <param name="Part">The part of its breakdown; null for the whole.</param>
internal sealed record ComponentOf(Indicator Indicator, ComponentRole Role, BreakdownPart? Part = null)
{
    public Component Component => Part is null ? Whole : Whole.Of(Part);

    private Component Whole => Role == ComponentRole.Pembilang ? Indicator.Numerator : Indicator.Denominator!;
}
