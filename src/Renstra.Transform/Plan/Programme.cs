namespace Renstra.Transform.Plan;

/// <summary>What kind of line of Table 6.1 it is.</summary>
public enum ProgrammeLevel
{
    /// <summary>A field of government (<c>bidang urusan</c>), such as 2.07.</summary>
    Urusan,

    /// <summary>A programme, such as 2.07.02.</summary>
    Program,

    /// <summary>An activity, such as 2.07.02.1.01.</summary>
    Kegiatan,

    /// <summary>A sub-activity, such as 2.07.02.1.01.0001; it alone has a performance target.</summary>
    SubKegiatan,
}

/// <summary>
/// One line of the province-funded part of Table 6.1 (<c>ProgramKegiatan</c>). All values as printed, sums that do not add up
/// included.
/// </summary>
/// <param name="Code">Such as <c>2.07.02.1.01.0001</c>.</param>
/// <param name="Level">What kind of line it is.</param>
/// <param name="ParentCode">The line that it is part of; null for the outermost.</param>
/// <param name="Name">As printed.</param>
/// <param name="Performance">What a sub-activity is to bring about (<c>Kinerja</c>); empty for the others.</param>
/// <param name="Unit">The unit of its targets; empty where there are none.</param>
/// <param name="Years">The plan for each year, ascending.</param>
/// <param name="Period">The plan for the whole period.</param>
/// <param name="ResponsibleUnit">The unit of the office that answers for it (<c>UnitKerja</c>); empty above sub-activities.</param>
/// <param name="Location">Where; empty above sub-activities and for three of them.</param>
/// <param name="Source">Table and line of the plan.</param>
/// <param name="Note">What does not add up in the source; mostly empty.</param>
public sealed record Programme(
    string Code,
    ProgrammeLevel Level,
    string? ParentCode,
    string Name,
    string Performance,
    string Unit,
    IReadOnlyList<ProgrammeYear> Years,
    ProgrammeAmounts Period,
    string ResponsibleUnit,
    string Location,
    string Source,
    string Note);

/// <summary>What is planned for one year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Amounts">Target and money.</param>
public sealed record ProgrammeYear(int Year, ProgrammeAmounts Amounts);

/// <summary>A target and the money for it.</summary>
/// <param name="Target">In the line's unit; null where the table has none.</param>
/// <param name="Rupiah">In rupiah; null where the table has none.</param>
public sealed record ProgrammeAmounts(decimal? Target, decimal? Rupiah);
