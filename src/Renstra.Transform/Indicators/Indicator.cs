namespace Renstra.Transform.Indicators;

/// <summary>The definition of an indicator (<c>Indikator</c>).</summary>
/// <param name="Code">Such as <c>IKU-1</c>.</param>
/// <param name="Name">As the plan prints it.</param>
/// <param name="Unit">The unit of the realisation, mostly <c>%</c>.</param>
/// <param name="Kind">How the realisation comes from the components.</param>
/// <param name="Polarity">Which direction is better.</param>
/// <param name="Decimals">Digits after the point when published.</param>
/// <param name="Holder">Who reports it.</param>
/// <param name="Division">The office's division that answers for it (<c>Bidang</c>).</param>
/// <param name="FirstYear">The first year of validity.</param>
/// <param name="LastYear">The last year of validity.</param>
/// <param name="Source">Table of the plan.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">What it is counted against; null unless <paramref name="Kind"/> is a share.</param>
public sealed record Indicator(
    IndicatorCode Code,
    string Name,
    string Unit,
    IndicatorKind Kind,
    Polarity Polarity,
    int Decimals,
    DataHolder Holder,
    string Division,
    int FirstYear,
    int LastYear,
    string Source,
    Component Numerator,
    Component? Denominator)
{
    /// <summary>The components in the order in which the form asks for them.</summary>
    public IEnumerable<Component> Components => Denominator is null ? [Numerator] : [Numerator, Denominator];

    /// <summary>Whether there is one figure for a year, due in no particular month, instead of one for each month.</summary>
    public bool IsYearly => Numerator.Accumulation == Accumulation.Tahunan;

    /// <summary>Whether the plan measures the indicator in a year.</summary>
    public bool IsValidIn(int year) => year >= FirstYear && year <= LastYear;
}

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

/// <summary>A part of a component's breakdown (<c>Rincian</c>), such as placements abroad of all placements.</summary>
/// <param name="Dimension">What the component is broken down by, such as <c>Jenis kelamin</c>.</param>
/// <param name="Code">Letters and digits, one part's alone among all of a component, such as <c>AKAN</c>.</param>
/// <param name="Name">As forms and receipts print it.</param>
/// <param name="Kind">How it stands to the component as a whole.</param>
/// <param name="Source">Table or line of the plan.</param>
public sealed record BreakdownPart(string Dimension, string Code, string Name, PartKind Kind, string Source);

/// <summary>How an indicator's realisation comes from its components (<c>Jenis</c>).</summary>
public enum IndicatorKind
{
    /// <summary>Numerator / denominator × 100 (<c>Proporsi</c>); every IKU of Table 7.2.</summary>
    Proporsi,

    /// <summary>The reported value itself (<c>Nilai</c>); it has no denominator.</summary>
    Nilai,

    /// <summary>
    /// The change against the same month of the previous year in percent (<c>Pertumbuhan</c>), as of rows 4 and 5 of Table 2.3.1. Only
    /// the quantity itself is reported; its value of a year ago, read from the report of that month, stands as denominator.
    /// </summary>
    Pertumbuhan,
}

/// <summary>Which direction is better (<c>Polaritas</c>).</summary>
public enum Polarity
{
    /// <summary>More is better: achievement = realisation / target × 100.</summary>
    Naik,

    /// <summary>Less is better: achievement = (2 × target − realisation) / target × 100.</summary>
    Turun,
}

/// <summary>How months of a year combine into a year-to-date amount (<c>Akumulasi</c>).</summary>
public enum Accumulation
{
    /// <summary>A flow: the months of the year add up. The form says "bulan ini".</summary>
    Jumlah,

    /// <summary>Distinct units to date within the year: the latest month's value stands, and January starts anew. The form says "s.d. bulan ini".</summary>
    Kumulatif,

    /// <summary>A stock: the latest value stands, across January too, at most twelve months back. The form says "posisi akhir bulan".</summary>
    Posisi,

    /// <summary>
    /// One figure for the year as a whole, such as the statistics office publishes: it stands from the month it is reported for
    /// through December and is measured against that year's target alone. It is due in no particular month. The form says "angka
    /// tahun ini".
    /// </summary>
    Tahunan,
}

/// <summary>Which part of an indicator a component is (<c>Peran</c>).</summary>
public enum ComponentRole
{
    /// <summary>What is counted (<c>Pembilang</c>).</summary>
    Pembilang,

    /// <summary>What it is counted against (<c>Penyebut</c>).</summary>
    Penyebut,
}

/// <summary>How a part stands to the component that it is a part of (<c>Sifat</c>).</summary>
public enum PartKind
{
    /// <summary>One of the parts that together are the component; where one is given, all are.</summary>
    Bagian,

    /// <summary>Some of what the component counts (<i>di antaranya</i>): it stands by itself, and is never more than the component.</summary>
    DiAntaranya,

    /// <summary>The rest beside a <see cref="DiAntaranya"/>. No form asks for it; where an office gives it, both together are the component.</summary>
    Sisanya,
}
