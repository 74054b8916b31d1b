using System.Globalization;
using System.Text.Json;

namespace Renstra.Testing.PowerBi;

/// <summary>A table that an expression gives: columns by their address, an added one by its name.</summary>
internal sealed record DaxTable(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>
/// What is loaded of a table, widened by the columns of the tables that filter it: so a filter on a dimension reaches its facts and
/// never the other way.
/// </summary>
internal sealed record LoadedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, bool HasBlankRow)
{
    private readonly Dictionary<string, int> _places = Columns.Select((column, place) => (column, place)).ToDictionary(each => each.column, each => each.place, StringComparer.Ordinal);

    /// <summary>Where a column stands in a row; -1 where the table does not have it.</summary>
    public int PlaceOf(string column) => _places.GetValueOrDefault(column, -1);
}

/// <summary>The model's tables filled with rows of the feed, as loading them does.</summary>
internal sealed class LoadedModel
{
    private readonly Dictionary<string, LoadedTable> _tables = new(StringComparer.Ordinal);

    /// <param name="model">Its tables and the relationships between them.</param>
    /// <param name="rows">Rows of the feed, by table.</param>
    /// <param name="added">Values of columns that the feed does not have, by address and row.</param>
    public LoadedModel(SemanticModel model, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> rows, Func<string, JsonElement, object?> added)
    {
        var own = model.Tables.ToDictionary(
            table => table.Name,
            table => rows[table.Name].Select(row => table.All("column").ToDictionary(
                column => $"{table.Name}.{column.Name}", column => Value(table.Name, column, row, added), StringComparer.Ordinal)).ToList(),
            StringComparer.Ordinal);
        var active = model.Relationships.Where(relationship => relationship["isActive"] != "false")
            .Select(relationship => (From: relationship["fromColumn"]!, To: relationship["toColumn"]!)).ToList();
        var unmatched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, to) in active)
        {
            var (fact, dimension) = (TableOf(from), TableOf(to));
            var byKey = own[dimension].ToDictionary(row => row[to]!, row => row.Where(cell => TableOf(cell.Key) == dimension).ToList());
            var columns = model.Columns.Keys.Where(column => TableOf(column) == dimension).ToList();
            foreach (var row in own[fact])
            {
                if (row[from] is { } key && byKey.TryGetValue(key, out var cells))
                {
                    cells.ForEach(cell => row[cell.Key] = cell.Value);
                }
                else
                {
                    // The engine gives a dimension a blank row for what belongs to none of its rows.
                    unmatched.Add(dimension);
                    columns.ForEach(column => row[column] = null);
                }
            }
        }

        foreach (var table in model.Tables.Select(table => table.Name))
        {
            var dimensions = active.Where(way => TableOf(way.From) == table).Select(way => TableOf(way.To)).Append(table).ToHashSet(StringComparer.Ordinal);
            List<string> columns = [.. model.Columns.Keys.Where(column => dimensions.Contains(TableOf(column)))];
            _tables.Add(table, new LoadedTable(table, columns, [.. own[table].Select(row => columns.Select(column => row[column]).ToArray())], unmatched.Contains(table)));
        }
    }

    public LoadedTable this[string table] => _tables[table];

    public bool Has(string table) => _tables.ContainsKey(table);

    public static string TableOf(string column) => column[..column.IndexOf('.', StringComparison.Ordinal)];

    private static object? Value(string table, TmdlObject column, JsonElement row, Func<string, JsonElement, object?> added)
    {
        if (!row.TryGetProperty(column["sourceColumn"]!, out var value))
        {
            return added($"{table}.{column.Name}", row);
        }

        return (value.ValueKind, column["dataType"]) switch
        {
            (JsonValueKind.Null, _) => null,
            (_, "int64" or "double") => value.GetDecimal(),
            (_, "boolean") => value.GetBoolean(),
            // A date as its midnight, a moment as the offices' clock shows it.
            (_, "dateTime") => value.GetString() is { Length: 10 } date
                ? DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value.GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).DateTime,
            _ => value.GetString(),
        };
    }
}
