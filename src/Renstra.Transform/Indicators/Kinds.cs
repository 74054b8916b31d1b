namespace Renstra.Transform.Indicators;

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
