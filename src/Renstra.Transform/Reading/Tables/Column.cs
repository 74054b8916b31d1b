using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;

namespace Renstra.Transform.Reading.Tables;

/// <summary>A column as its heading describes it.</summary>
/// <param name="Index">Zero-based.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Role">The component it is about; null where rows or other columns decide.</param>
/// <param name="Period">The period it is about, where the heading says so.</param>
/// <param name="Month">The month it is about, where the heading names one.</param>
/// <param name="IsNumeric">Whether the heading says outright that numbers stand here, as in <c>Angka pembilang</c>.</param>
/// <param name="Part">The code of the part whose numbers stand here; null where whole components stand.</param>
internal sealed record Column(int Index, ColumnKind Kind, ComponentRole? Role, PeriodWord? Period, MonthPart? Month, bool IsNumeric, string? Part = null)
{
    /// <summary>The region that it is about, where its heading names one and others name others; null where rows or the sheet decide.</summary>
    public RegionClaim? Region { get; init; }

    /// <summary>The indicator that it is about, where its heading names one and others name others; null where rows decide.</summary>
    public Indicator? Indicator { get; init; }
}

/// <summary>What a column of a table holds.</summary>
internal enum ColumnKind
{
    /// <summary>Something whose heading says nothing; its texts may name an indicator or a component.</summary>
    Other,

    /// <summary>Codes or numbers of indicators.</summary>
    Code,

    /// <summary>Names of indicators.</summary>
    Indicator,

    /// <summary>Names of components.</summary>
    Component,

    /// <summary>The region that a row is about.</summary>
    Region,

    /// <summary>The month that a row is about.</summary>
    Month,

    /// <summary>The year that a row is about.</summary>
    Year,

    /// <summary>Which period the numbers of a row are about.</summary>
    Period,

    /// <summary>Numbers.</summary>
    Amount,

    /// <summary>What holds numbers where no other column says so better, such as <c>Realisasi</c>.</summary>
    PossibleAmount,

    /// <summary>Numbers of one part of a breakdown, such as <c>L</c> and <c>P</c>.</summary>
    Part,

    /// <summary>Targets, percentages, remarks and the like.</summary>
    Ignored,
}

/// <summary>Which period a number is about, where a heading or a row says so.</summary>
internal enum PeriodWord
{
    /// <summary>The month alone.</summary>
    ThisMonth,

    /// <summary>January through the month.</summary>
    ToDate,

    /// <summary>The state at the month's end.</summary>
    Position,
}
