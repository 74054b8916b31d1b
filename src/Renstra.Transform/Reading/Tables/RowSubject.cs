using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reading.Tables;

/// <summary>What a row is about.</summary>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Place">The cell that names it; the row's first cell when nothing does.</param>
/// <param name="Raw">What that cell holds.</param>
/// <param name="Indicator">The indicator, of an indicator's row; of a part's row, where it names one.</param>
/// <param name="Component">The component, of a component's row; of an indicator's row the component that has the same name, if any.</param>
/// <param name="Remark">What is wrong with it.</param>
internal sealed record RowSubject(RowKind Kind, Place Place, string Raw, Indicator? Indicator = null, ComponentOf? Component = null, Remark? Remark = null)
{
    /// <summary>The code of the part, of a part's row; null when it names two of them.</summary>
    public string? Part { get; init; }

    /// <summary>The indicators that an unclear row is like, the most like first.</summary>
    public IReadOnlyList<Indicator> Candidates { get; init; } = [];
}
