using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Tables;

/// <summary>A table on a sheet: its columns, and the rows that belong to it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The first row of its header.</param>
/// <param name="FirstRow">The first row below the header.</param>
/// <param name="EndRow">The row after the last one.</param>
/// <param name="Columns">The columns with a heading, from left to right.</param>
internal sealed record Table(SheetText Sheet, int HeaderRow, int FirstRow, int EndRow, IReadOnlyList<Column> Columns)
{
    /// <summary>The first of the sheet's columns that belong to the table, and the one behind the last: other tables can stand beside it.</summary>
    public (int First, int End) Span { get; init; } = (0, int.MaxValue);

    public IEnumerable<Column> Of(ColumnKind kind) => Columns.Where(column => column.Kind == kind);

    /// <summary>
    /// Whether a row of a text that commas divide has more fields than the header: a comma within a number has cut it in two, and
    /// everything behind it stands in the wrong column.
    /// </summary>
    public bool IsCutByCommas(int row) =>
        Sheet.Sheet.CommaFields is { } fields && row < fields.Count && fields[row] > Enumerable.Range(HeaderRow, FirstRow - HeaderRow).Max(header => fields[header]);

    /// <summary>Whether some column could be this table's and the other's, so that the upper one ends where the lower one begins.</summary>
    public bool IsInTheWayOf(Table other) => Span.First < other.Span.End && other.Span.First < Span.End;

    public bool IsHidden(int row, int column) => Sheet.Sheet.IsRowHidden(row) || Sheet.Sheet.IsColumnHidden(column);
}

/// <summary>What was read from a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Entries">What it says of indicators, row by row.</param>
/// <param name="Remarks">What is wrong or odd about rows that give no entry.</param>
internal sealed record TableContent(Table Table, IReadOnlyList<IndicatorEntry> Entries, IReadOnlyList<Remark> Remarks)
{
    /// <summary>What the table's surroundings say of the region and the month that it is about.</summary>
    public IdentityEvidence Evidence { get; init; } = IdentityEvidence.None;

    /// <summary>Whether its title calls it targets, or an example, so that it is no report.</summary>
    public bool IsOfTargets { get; init; }

    /// <summary>Whether it holds breakdowns alone, of wholes that stand in another table.</summary>
    public bool IsBreakdown => Entries.All(entry => entry.IsPartRow);

    /// <summary>Whether the office meant to report something in it.</summary>
    public bool IsAttempted => Entries.Any(entry => entry.IsAttempted);
}

/// <summary>
/// The number columns of a table, sorted out by looking at what stands in them: which are about which component and month, and
/// whether rows are about indicators (components side by side) or about components (one under another).
/// </summary>
internal sealed class TableColumns
{
    private readonly IReadOnlyList<Column> _parts;

    private TableColumns(IReadOnlyList<Column> amounts, IReadOnlyList<Column> parts, bool isSideBySide, IReadOnlyList<MonthPart?> months)
    {
        Amounts = amounts;
        _parts = parts;
        IsSideBySide = isSideBySide;
        List<RegionClaim?> regions = [.. amounts.Select(column => column.Region).OfType<RegionClaim>().DistinctBy(claim => claim.Raw)];
        Slices = [.. (regions.Count == 0 ? [null] : regions).SelectMany(region => months.Select(month => new Slice(month, region)))];
    }

    /// <summary>The columns that can hold amounts.</summary>
    public IReadOnlyList<Column> Amounts { get; }

    /// <summary>Whether an indicator's components stand side by side in its row.</summary>
    public bool IsSideBySide { get; }

    /// <summary>The regions and months that columns are about, in their order; a single one without either when headings name none.</summary>
    public IReadOnlyList<Slice> Slices { get; }

    /// <summary>Sorts out the columns of a table.</summary>
    public static TableColumns Of(Table table)
    {
        var sure = table.Of(ColumnKind.Amount).ToList();
        var columns = sure.Count > 0 ? sure : table.Of(ColumnKind.PossibleAmount).ToList();
        if (columns.Exists(column => column.Region is not null))
        {
            // Where some columns are about regions, one that is not is a total.
            columns.RemoveAll(column => column.Region is null);
        }

        var parts = table.Of(ColumnKind.Part).ToList();
        var described = table.Of(ColumnKind.Component).Where(column => column.Role is not null).ToList();
        var isSideBySide = columns.Concat(parts).Concat(columns.Count > 1 ? described : []).Any(column => column.Role is not null);
        if (isSideBySide)
        {
            columns = [.. columns.Select(column => column.Role is null ? column with { Role = InheritedRole(table, columns, described, column) } : column).Where(column => column.Role is not null)];
            parts = WithRolesBeside(parts, columns);
        }

        // Where some columns are about months, one that is not is a total.
        var months = columns.Concat(parts).Where(column => column.Month?.Month is not null).Select(column => column.Month).Distinct().ToList();
        if (months.Count == 0)
        {
            // "Pembilang 2023" beside "Pembilang 2024" are the same month of two years.
            var years = columns.All(column => column.Month?.Year is not null) ? columns.Select(column => column.Month).Distinct().ToList() : [];
            return new TableColumns(columns, parts, isSideBySide, years.Count == 0 ? [null] : VisibleFirst(table, columns, years));
        }

        return new TableColumns([.. columns.Where(column => column.Month?.Month is not null)], parts, isSideBySide, VisibleFirst(table, [.. columns, .. parts], months));
    }

    /// <summary>The columns about a region and a month and, where components stand side by side, a component.</summary>
    public IReadOnlyList<Column> For(Slice slice, ComponentRole role) => [.. Amounts.Where(column => slice.Holds(column) && (!IsSideBySide || column.Role == role))];

    /// <summary>The columns of parts of which nothing says whether they are the numerator's or the denominator's.</summary>
    public IEnumerable<Column> PartsOfEither => _parts.Where(column => IsSideBySide && column.Role is null);

    /// <summary>The columns about a part in a month. Where only one of an indicator's components has such a part, it is that one's.</summary>
    public IReadOnlyList<Column> For(Slice slice, ComponentOf part) =>
        [.. _parts.Where(column => column.Part == part.Part!.Code
            && slice.Holds(column)
            && (!IsSideBySide || column.Role == part.Role || (column.Role is null && part.Indicator.Components.Count(component => component.Breakdown.Contains(part.Part)) == 1)))];

    /// <summary>Whether a row has something in a number column.</summary>
    public bool HasNumber(Table table, int row) => Amounts.Concat(_parts).Any(column => NumberText.IsNumber(table.Sheet.Sheet[row, column.Index]));

    /// <summary>The first cell of a row's number columns with a digit in it; null for none.</summary>
    public Place? FirstWithDigits(Table table, int row) => Amounts
        .Where(column => table.Sheet.Sheet[row, column.Index].Text.Any(char.IsAsciiDigit))
        .Select(column => table.Sheet.At(row, column.Index))
        .FirstOrDefault();

    /// <summary>
    /// Parts without a role of their own are those of the component beside them, if each component has its own. They stand all before
    /// it or all behind it: the first one in the table shows which.
    /// </summary>
    private static List<Column> WithRolesBeside(List<Column> parts, List<Column> wholes)
    {
        var components = wholes.Select(whole => whole.Role).Distinct().Count();
        var areBefore = parts.Count > 0 && wholes.Count > 0 && parts.Min(column => column.Index) < wholes.Min(column => column.Index);
        return parts.ConvertAll(part => part.Role is not null || parts.Count(other => other.Part == part.Part && other.Month == part.Month) != components
            ? part
            : part with { Role = (areBefore ? wholes.FirstOrDefault(whole => whole.Index > part.Index) : wholes.LastOrDefault(whole => whole.Index < part.Index))?.Role });
    }

    /// <summary>Months in hidden columns only are last year's or last month's, not what the office sees and sends.</summary>
    private static IReadOnlyList<MonthPart?> VisibleFirst(Table table, List<Column> columns, List<MonthPart?> months)
    {
        var visible = months.Where(month => columns.Any(column => column.Month == month && !table.Sheet.Sheet.IsColumnHidden(column.Index))).ToList();
        return visible.Count > 0 ? visible : months;
    }

    /// <summary>A column "Jumlah" behind a column of the numerator's name holds the numerator, also where that is headed "Uraian Pembilang".</summary>
    private static ComponentRole? InheritedRole(Table table, List<Column> columns, List<Column> described, Column column) =>
        columns.Concat(described).Where(other => other.Index < column.Index && other.Role is not null).MaxBy(other => other.Index) is { } left
        && (described.Contains(left) || HoldsWordsOnly(table, left.Index))
            ? left.Role
            : null;

    private static bool HoldsWordsOnly(Table table, int column)
    {
        var hasWords = false;
        for (var row = table.FirstRow; row < table.EndRow; row++)
        {
            var cell = table.Sheet.Sheet[row, column];
            if (NumberText.IsNumber(cell))
            {
                return false;
            }

            hasWords |= cell.Kind == CellKind.Text;
        }

        return hasWords;
    }
}

/// <summary>The part of a table that is about one region and one month.</summary>
/// <param name="Month">The month that headings name; null when they name none.</param>
/// <param name="Region">What a heading says of the region; null when headings name none.</param>
internal readonly record struct Slice(MonthPart? Month, RegionClaim? Region)
{
    public bool Holds(Column column) => (Month is null || column.Month == Month) && (Region is null || column.Region?.Raw == Region.Raw);
}
