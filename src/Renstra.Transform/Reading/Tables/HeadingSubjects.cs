using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Wordings;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>
/// What headings are about, in tables that the province draws up of all regions: regions side by side over rows of components, or indicators
/// side by side over rows of regions. One heading that names something says nothing yet; several do.
/// </summary>
internal sealed class HeadingSubjects(IndicatorNames names, IdentityFinder identities)
{
    /// <summary>Whether a cell names a region or an indicator.</summary>
    public bool IsNamedIn(Cell cell, Place place) => RegionIn(cell, place) is not null || IndicatorIn(cell) is not null;

    /// <summary>The indicator that a heading names, whatever stands behind its code; null for none.</summary>
    public Indicator? IndicatorIn(Cell cell) => cell.Kind != CellKind.Text || cell.Text.Length > Wording.LongestPhrase
        ? null
        : names.FindByCode(cell.Text, out _) ?? (names.Indicators.FindExact(IndicatorNames.Core(cell.Text)) is [var only] ? only : null);

    /// <summary>The columns with what their headings are about.</summary>
    /// <param name="columns">The columns of a table, each with its headings.</param>
    public IReadOnlyList<Column> Told(IReadOnlyList<(Column Column, IReadOnlyList<(Cell Cell, Place Place)> Path)> columns)
    {
        var plain = columns.Select(each => each.Column).ToList();
        var byIndicator = columns.Select(each => each.Column with { Indicator = each.Path.Select(heading => IndicatorIn(heading.Cell)).LastOrDefault(found => found is not null) }).ToList();
        if (plain.Exists(column => column.Kind == ColumnKind.Region) && AreWhole(byIndicator))
        {
            return [.. byIndicator.Select(column => column.Indicator is null ? column : column with { Kind = ColumnKind.Amount })];
        }

        var byRegion = columns.Select(each => each.Column with { Region = each.Path.Select(heading => RegionIn(heading.Cell, heading.Place)).LastOrDefault(found => found is not null) }).ToList();
        var sure = byRegion.Select(column => column.Region?.Candidates).OfType<IReadOnlyList<Region>>().Where(candidates => candidates.Count == 1).Select(candidates => candidates[0]).ToHashSet();
        return sure.Count < 2 ? plain : [.. byRegion.Select(column => column.Region is null ? column : InMatrix(column, sure))];
    }

    /// <summary>Of two indicators or more, each with a column for every component.</summary>
    private static bool AreWhole(List<Column> columns)
    {
        var byIndicator = columns.Where(column => column.Indicator is not null).ToLookup(column => column.Indicator!);
        return byIndicator.Count > 1 && byIndicator.All(group => group.Key.Components.All(component => group.Any(column => column.Role == component.Role)));
    }

    /// <summary>"Kupang" beside "Kota Kupang" is the kabupaten.</summary>
    private static Column InMatrix(Column column, HashSet<Region> sure)
    {
        var claim = column.Region!;
        var left = claim.Candidates.Count > 1 ? claim.Candidates.Where(region => !sure.Contains(region)).ToList() : [];
        return column with
        {
            Kind = column.Kind is ColumnKind.Ignored ? ColumnKind.Ignored : ColumnKind.Amount,
            Region = left.Count == 1 ? claim with { Reading = new RegionReading(left) } : claim,
        };
    }

    private RegionClaim? RegionIn(Cell cell, Place place) =>
        cell.Kind == CellKind.Text && cell.Text.Length <= Wording.LongestPhrase && identities.RegionOf(cell, place) is var claim
        && claim.Candidates.Any(region => region.Level != RegionLevel.Provinsi)
            ? claim
            : null;
}
