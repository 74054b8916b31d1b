using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Forms;

/// <summary>What a form asks about one indicator by one dimension.</summary>
/// <param name="Row">The indicator's row on the report sheet, counted from 0.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Dimension">What its components are broken down by.</param>
/// <param name="Parts">The parts, one row each.</param>
/// <param name="Columns">The components that have these parts, with what they are in all and what is already known of each part.</param>
/// <param name="Differing">The severity of parts that do not add up.</param>
/// <param name="Exceeding">The severity of parts that are more than the whole.</param>
internal sealed record FormBreakdown(
    int Row,
    Indicator Indicator,
    string Dimension,
    IReadOnlyList<BreakdownPart> Parts,
    IReadOnlyList<FormBreakdown.Column> Columns,
    Severity Differing,
    Severity Exceeding)
{
    /// <summary>Whether the parts together are the whole.</summary>
    public bool IsWhole => Parts.All(part => part.Kind == PartKind.Bagian);

    /// <summary>What forms ask about the indicators of their rows, in the order of the reference data; they ask for no rest.</summary>
    public static IReadOnlyList<FormBreakdown> Of(FormRequest request, IReadOnlyList<FormRow> rows, SeverityRules severities)
    {
        var breakdowns =
            from row in rows.Select((row, index) => (index, row.Indicator, row.Amounts))
            from dimension in row.Indicator.Components
                .SelectMany(component => component.Breakdown)
                .Where(part => part.Kind != PartKind.Sisanya)
                .GroupBy(part => part.Dimension)
            let parts = dimension.DistinctBy(part => part.Code).ToList()
            select new FormBreakdown(
                row.index,
                row.Indicator,
                dimension.Key,
                parts,
                [
                    .. row.Indicator.Components
                        .Where(component => parts.Exists(part => component.Breakdown.Contains(part)))
                        .Select(component => new Column(
                            component,
                            component.Role == ComponentRole.Pembilang ? row.Amounts.Numerator : row.Amounts.Denominator,
                            parts.ConvertAll(part => request.Parts.TryGetValue(new FormPart(row.Indicator.Code, component.Role, part.Code), out var amount) ? amount : (decimal?)null))),
                ],
                severities.Of(FindingCodes.PartsDoNotAddUp, row.Indicator.Code),
                severities.Of(FindingCodes.PartsOverTotal, row.Indicator.Code));
        return [.. breakdowns];
    }

    /// <summary>A component, and what is known of it.</summary>
    /// <param name="Component">The component.</param>
    /// <param name="Whole">Its amount; null when unknown.</param>
    /// <param name="Amounts">The amount of each part; null when unknown.</param>
    internal sealed record Column(Component Component, decimal? Whole, IReadOnlyList<decimal?> Amounts);
}

/// <summary>A cell of the form's sheet of breakdowns.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Role">The component that is broken down.</param>
/// <param name="Part">The part's code.</param>
public readonly record struct FormPart(IndicatorCode Indicator, ComponentRole Role, string Part);
