namespace Renstra.Transform.Reading.Tables;

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
