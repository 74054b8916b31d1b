using System.Globalization;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>What an office writes about one indicator.</summary>
/// <param name="indicator">The indicator.</param>
/// <param name="amounts">The month's amounts, as the component asks for them.</param>
/// <param name="earlier">Those of the year's months before.</param>
internal sealed class HouseRow(Indicator indicator, FormAmounts amounts, IReadOnlyList<FormAmounts> earlier)
{
    public Indicator Indicator { get; } = indicator;

    public string Code => Indicator.Code.Value;

    /// <summary>The number within the plan: 3 for IKU-3.</summary>
    public int Number => int.Parse(Code[^1..], CultureInfo.InvariantCulture);

    public string Name => Indicator.Name;

    /// <summary>A number, or whatever stands in its place; null when it is left blank.</summary>
    public object? Numerator { get; set; } = amounts.Numerator;

    /// <inheritdoc cref="Numerator"/>
    public object? Denominator { get; set; } = amounts.Denominator;

    /// <summary>The percentage, to two digits; a dash where there is none.</summary>
    public object Percentage => Numerator is decimal above && Denominator is decimal and not 0 ? decimal.Round(100 * above / (decimal)Denominator, 2) : "-";

    /// <summary>A component's number of the month alone, and that of the year to date.</summary>
    public (object? Month, object? ToDate) ByPeriod(ComponentRole role)
    {
        var component = role == ComponentRole.Pembilang ? Indicator.Numerator : Indicator.Denominator!;
        var before = earlier.Select(month => (role == ComponentRole.Pembilang ? month.Numerator : month.Denominator) ?? 0).ToList();
        var written = role == ComponentRole.Pembilang ? Numerator : Denominator;
        return (component.Accumulation, written) switch
        {
            (Accumulation.Jumlah, decimal number) => (number, before.Sum() + number),
            (Accumulation.Kumulatif, decimal number) => (number - before.LastOrDefault(), number),
            (Accumulation.Kumulatif, _) => (null, written),
            (Accumulation.Jumlah, _) => (written, null),
            _ => (written, written),
        };
    }
}
