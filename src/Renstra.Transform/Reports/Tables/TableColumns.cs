using Renstra.Transform.Indicators;
using Renstra.Transform.Reports.Amounts;
using Renstra.Transform.Reports.Identities;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reports.Tables;

/// <summary>
/// The number columns of a table, sorted out by looking at what stands in them: which are about which component and month, and
/// whether rows are about indicators (components side by side) or about components (one under another).
/// </summary>
internal sealed class TableColumns
{
    private TableColumns(IReadOnlyList<Column> amounts, bool isSideBySide, IReadOnlyList<MonthPart?> months)
    {
        Amounts = amounts;
        IsSideBySide = isSideBySide;
        Months = months;
    }

    /// <summary>The columns that can hold amounts.</summary>
    public IReadOnlyList<Column> Amounts { get; }

    /// <summary>Whether an indicator's components stand side by side in its row.</summary>
    public bool IsSideBySide { get; }

    /// <summary>The months that columns are about, in their order; a single null when headings name none.</summary>
    public IReadOnlyList<MonthPart?> Months { get; }

    /// <summary>Sorts out the columns of a table.</summary>
    public static TableColumns Of(Table table)
    {
        var sure = table.Of(ColumnKind.Amount).ToList();
        var columns = sure.Count > 0 ? sure : [.. table.Of(ColumnKind.PossibleAmount)];
        var isSideBySide = columns.Any(column => column.Role is not null);
        if (isSideBySide)
        {
            columns = [.. columns.Select(column => column.Role is null ? column with { Role = InheritedRole(table, columns, column) } : column).Where(column => column.Role is not null)];
        }

        // Where some columns are about months, one that is not is a total.
        var months = columns.Where(column => column.Month?.Month is not null).Select(column => column.Month).Distinct().ToList();
        return months.Count == 0
            ? new TableColumns(columns, isSideBySide, [null])
            : new TableColumns([.. columns.Where(column => column.Month?.Month is not null)], isSideBySide, VisibleFirst(table, columns, months));
    }

    /// <summary>The columns about a month and, where components stand side by side, a component.</summary>
    public IReadOnlyList<Column> For(MonthPart? month, ComponentRole role) =>
        [.. Amounts.Where(column => (month is null || column.Month == month) && (!IsSideBySide || column.Role == role))];

    /// <summary>Months in hidden columns only are last year's or last month's, not what the office sees and sends.</summary>
    private static IReadOnlyList<MonthPart?> VisibleFirst(Table table, List<Column> columns, List<MonthPart?> months)
    {
        var visible = months.Where(month => columns.Any(column => column.Month == month && !table.Sheet.Sheet.IsColumnHidden(column.Index))).ToList();
        return visible.Count > 0 ? visible : months;
    }

    /// <summary>A column "Jumlah" behind a column of the numerator's name holds the numerator.</summary>
    private static ComponentRole? InheritedRole(Table table, List<Column> columns, Column column) =>
        columns.LastOrDefault(other => other.Index < column.Index && other.Role is not null) is { } left && HoldsWordsOnly(table, left.Index) ? left.Role : null;

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
