using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The rows of another set that rows lead to.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Columns">The columns asked for.</param>
/// <param name="Targets">The other rows, by key.</param>
internal sealed record Expansion(ExpandedLink Asked, IReadOnlyList<RowColumn> Columns, IReadOnlyDictionary<RowKey, object> Targets)
{
    /// <summary>The row that a row leads to; null when there is none.</summary>
    public object? Of(object row) => Targets.GetValueOrDefault(KeyIn(row, Asked.Link.Columns));

    /// <summary>Reads what rows lead to: each other set once, however many rows lead there.</summary>
    public static async Task<IReadOnlyList<Expansion>> ReadAsync(
        IReadOnlyList<ExpandedLink> asked, IReadOnlyCollection<object> rows, FeedReading reading, CancellationToken cancellation)
    {
        var expansions = new List<Expansion>();
        foreach (var each in asked)
        {
            var (link, target) = (each.Link, each.Link.Target);
            var keys = rows.Where(row => link.Columns.All(column => column.Read(row) is not null)).Select(row => KeyIn(row, link.Columns)).ToHashSet();
            var scope = link.Columns.Zip(target.Keys).Aggregate(
                ReadScope.Everything,
                (scope, pair) => scope.And(ReadScope.Of(pair.Second.Name, ValueScope.Of(rows.Select(pair.First.Read).OfType<object>().Distinct()))));
            var found = new Dictionary<RowKey, object>();
            if (keys.Count > 0)
            {
                await foreach (var portion in target.ReadAsync(new FeedReading(scope, reading.Reference, reading.Now, releases: null), cancellation))
                {
                    foreach (var (key, row) in portion.Select(row => (KeyIn(row, target.Keys), row)).Where(pair => keys.Contains(pair.Item1)))
                    {
                        found[key] = row;
                    }
                }
            }

            var columns = RowShape.ColumnsOf(target).Where(column => each.Selected?.Contains(column.Name) ?? true).ToList();
            expansions.Add(new Expansion(each, columns, found));
        }

        return expansions;
    }

    private static RowKey KeyIn(object row, IReadOnlyList<FeedColumn> columns) => new([.. columns.Select(column => column.Read(row))]);
}
