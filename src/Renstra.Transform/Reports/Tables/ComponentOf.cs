using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reports.Tables;

/// <summary>One of an indicator's components.</summary>
internal sealed record ComponentOf(Indicator Indicator, ComponentRole Role)
{
    public Component Component => Role == ComponentRole.Pembilang ? Indicator.Numerator : Indicator.Denominator!;
}
