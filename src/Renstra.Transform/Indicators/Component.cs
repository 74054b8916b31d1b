namespace Renstra.Transform.Indicators;

/// <summary>A counted quantity: the numerator or the denominator of an indicator (<c>Komponen</c>).</summary>
/// <param name="Role">Numerator or denominator.</param>
/// <param name="Name">As the plan's formula names it.</param>
/// <param name="Unit">What is counted, such as <c>orang</c> or <c>perusahaan</c>.</param>
/// <param name="Accumulation">How the months of a year combine.</param>
/// <param name="Decimals">Digits after the point that a reported amount may have; 0 for a count.</param>
/// <param name="Source">Table or line of the plan.</param>
public sealed record Component(ComponentRole Role, string Name, string Unit, Accumulation Accumulation, int Decimals, string Source)
{
    /// <summary>The parts that it may be broken down into, in the order in which forms ask for them; mostly none.</summary>
    public IReadOnlyList<BreakdownPart> Breakdown { get; init; } = [];

    /// <summary>What the form asks for, in an officer's words.</summary>
    public string PeriodLabel => Accumulation switch
    {
        Accumulation.Jumlah => "bulan ini",
        Accumulation.Kumulatif => "s.d. bulan ini",
        Accumulation.Tahunan => "angka tahun ini",
        _ => "posisi akhir bulan",
    };

    /// <summary>A part as a quantity of its own: counted as the component is, and named by itself.</summary>
    public Component Of(BreakdownPart part) => this with { Name = part.Name, Breakdown = [] };
}
