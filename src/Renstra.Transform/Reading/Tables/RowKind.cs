namespace Renstra.Transform.Reading.Tables;

/// <summary>What a row of a table turned out to be.</summary>
internal enum RowKind
{
    /// <summary>Nothing that names anything: blank, a total, a section heading.</summary>
    Nothing,

    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A component of an indicator.</summary>
    Component,

    /// <summary>A part of a component's breakdown.</summary>
    Part,

    /// <summary>Something that is no indicator of the plan.</summary>
    Unknown,

    /// <summary>Something that cannot be told; the subject's remark or its candidates say why.</summary>
    Unclear,

    /// <summary>The beginning of what stands below the table.</summary>
    End,
}
