namespace Renstra.Testing.PowerBi;

/// <summary>What is chosen: for each column that is filtered, the values that it may have.</summary>
internal sealed class FilterContext
{
    private readonly Dictionary<string, HashSet<object?>> _filters;
    private readonly Dictionary<string, DaxTable> _visible = new(StringComparer.Ordinal);

    private FilterContext(Dictionary<string, HashSet<object?>> filters) => _filters = filters;

    /// <summary>Nothing chosen. A new one for each engine, since what it lets through is kept.</summary>
    public static FilterContext None => new(new Dictionary<string, HashSet<object?>>(StringComparer.Ordinal));

    public bool Filters(string table) => _filters.Keys.Any(column => LoadedModel.TableOf(column) == table);

    public FilterContext With(string column, IEnumerable<object?> values) => new(new Dictionary<string, HashSet<object?>>(_filters, StringComparer.Ordinal) { [column] = [.. values] });

    public FilterContext Narrowed(string column, IEnumerable<object?> values) =>
        With(column, _filters.TryGetValue(column, out var before) ? before.Intersect(values) : values);

    public FilterContext Without(string table) => new(_filters.Where(filter => LoadedModel.TableOf(filter.Key) != table).ToDictionary(StringComparer.Ordinal));

    /// <summary>Whether a row of blanks would be let through.</summary>
    public bool LetsBlanksThrough(LoadedTable table) => On(table).TrueForAll(condition => condition.Values.Contains(null));

    /// <summary>The rows of a table that the filters let through.</summary>
    public DaxTable Visible(LoadedTable table)
    {
        if (!_visible.TryGetValue(table.Name, out var visible))
        {
            var conditions = On(table);
            visible = new DaxTable(table.Columns, conditions.Count == 0 ? table.Rows : [.. table.Rows.Where(row => conditions.TrueForAll(condition => condition.Values.Contains(row[condition.Place])))]);
            _visible.Add(table.Name, visible);
        }

        return visible;
    }

    /// <summary>The conditions on rows of a table, by place.</summary>
    private List<(int Place, HashSet<object?> Values)> On(LoadedTable table) =>
        [.. _filters.Select(filter => (table.PlaceOf(filter.Key), filter.Value)).Where(filter => filter.Item1 >= 0)];
}

/// <summary>
/// Computes measures over rows of the feed: as much of DAX as the model uses, written from Microsoft's reference. Filters are on one
/// column each, which is all that the measures and the report make.
/// </summary>
/// <param name="model">The measures.</param>
/// <param name="loaded">What they are computed of.</param>
/// <param name="utcNow">What <c>UTCNOW</c> says.</param>
internal sealed class DaxEngine(SemanticModel model, LoadedModel loaded, DateTime utcNow)
{
    private readonly Dictionary<string, Dax> _measures = model.Measures.ToDictionary(measure => measure.Key, measure => DaxReader.Read(measure.Value.Definition.Expression), StringComparer.Ordinal);

    private readonly FilterContext _all = FilterContext.None;

    /// <summary>The values of whole columns, once they were asked for.</summary>
    private readonly Dictionary<string, DaxTable> _columns = new(StringComparer.Ordinal);

    /// <summary>A measure under a choice; null for a blank.</summary>
    public object? Measure(string name, FilterContext chosen) => Scalar(_measures[name], new Scope(chosen, Nothing, Nothing));

    /// <summary>An expression without a choice.</summary>
    public object? Ask(string expression) => Scalar(DaxReader.Read(expression), new Scope(FilterContext.None, Nothing, Nothing));

    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <param name="Filters">The filter context.</param>
    /// <param name="Row">The row contexts, outer and inner, in one.</param>
    /// <param name="Variables">By name; their values are computed once, where they are declared.</param>
    private sealed record Scope(FilterContext Filters, IReadOnlyDictionary<string, object?> Row, IReadOnlyDictionary<string, object?> Variables)
    {
        public Scope At(DaxTable table, object?[] row)
        {
            var widened = new Dictionary<string, object?>(Row, StringComparer.Ordinal);
            foreach (var (column, place) in table.Columns.Select((column, place) => (column, place)))
            {
                widened[column] = row[place];
            }

            return this with { Row = widened };
        }

        public Scope Knowing(string name, object? value) => this with { Variables = new Dictionary<string, object?>(Variables, StringComparer.Ordinal) { [name] = value } };
    }

    private object? Scalar(Dax expression, Scope scope) => Evaluate(expression, scope) switch
    {
        DaxTable { Columns.Count: 1, Rows.Count: 1 } single => single.Rows[0][0],
        DaxTable => throw new FormatException("A table stands where a value should."),
        var value => value,
    };

    private DaxTable Table(Dax expression, Scope scope) =>
        Evaluate(expression, scope) as DaxTable ?? throw new FormatException("A value stands where a table should.");

    private object? Evaluate(Dax expression, Scope scope) => expression switch
    {
        Constant constant => constant.Value,
        Let let => Evaluate(let.Result, let.Variables.Aggregate(scope, (known, variable) => known.Knowing(variable.Name, Evaluate(variable.Value, known)))),
        Named named => scope.Variables.TryGetValue(named.Name, out var value) ? value : scope.Filters.Visible(loaded[named.Name]),
        Bracketed { Table: null, Name: ['@', ..] } added => scope.Row[added.Name],
        Bracketed { Table: null } measure => Measure(measure.Name, Transition(scope)),
        Bracketed column => scope.Row[column.Address],
        Opposite { Operator: "NOT" } not => !DaxValues.Truth(Scalar(not.Of, scope)),
        Opposite minus => -DaxValues.Number(Scalar(minus.Of, scope)),
        Operation { Operator: "IN" } within => ((Listed)within.Right).Members.Any(member => Equals(Scalar(member, scope), Scalar(within.Left, scope))),
        Operation { Operator: "&&" } both => DaxValues.Truth(Scalar(both.Left, scope)) && DaxValues.Truth(Scalar(both.Right, scope)),
        Operation { Operator: "||" } either => DaxValues.Truth(Scalar(either.Left, scope)) || DaxValues.Truth(Scalar(either.Right, scope)),
        Operation operation => DaxValues.Operate(operation.Operator, Scalar(operation.Left, scope), Scalar(operation.Right, scope)),
        Call call => Apply(call.Function, call.Arguments, scope),
        _ => throw new FormatException($"Not known: {expression}"),
    };

    private object? Apply(string function, IReadOnlyList<Dax> arguments, Scope scope)
    {
        object? Value(int index) => index < arguments.Count ? Scalar(arguments[index], scope) : null;
        switch (function)
        {
            case "CALCULATE" or "CALCULATETABLE":
                return Evaluate(arguments[0], scope with { Filters = Modified(scope, arguments.Skip(1)), Row = Nothing });
            case "FILTER":
                var filtered = Table(arguments[0], scope);
                return filtered with { Rows = [.. filtered.Rows.Where(row => DaxValues.Truth(Scalar(arguments[1], scope.At(filtered, row))))] };
            case "ADDCOLUMNS":
                var widened = Table(arguments[0], scope);
                var added = arguments.Skip(1).Chunk(2).ToList();
                return new DaxTable(
                    [.. widened.Columns, .. added.Select(pair => (string)((Constant)pair[0]).Value!)],
                    [.. widened.Rows.Select(row => row.Concat(added.Select(pair => Scalar(pair[1], scope.At(widened, row)))).ToArray())]);
            case "SUMMARIZE":
                var summarised = Table(arguments[0], scope);
                return Distinct(summarised, [.. arguments.Skip(1).Select(column => ((Bracketed)column).Address)]);
            case "VALUES":
                return ValuesOf((Bracketed)arguments[0], scope.Filters);
            case "ALL":
                return ValuesOf((Bracketed)arguments[0], _all);
            case "COUNTROWS":
                return Table(arguments[0], scope).Rows.Count is > 0 and var count ? (decimal)count : null;
            case "ISEMPTY":
                return Table(arguments[0], scope).Rows.Count == 0;
            case "ISFILTERED":
                return scope.Filters.Filters(((Named)arguments[0]).Name);
            case "SELECTEDVALUE":
                return ValuesOf((Bracketed)arguments[0], scope.Filters) is { Rows: [var only] } ? only[0] : Value(1);
            case "MAX":
                return ValuesOf((Bracketed)arguments[0], scope.Filters).Rows.Select(row => row[0]).Where(value => value is not null).Max();
            case "LOOKUPVALUE":
                var (wanted, key) = ((Bracketed)arguments[0], (Bracketed)arguments[1]);
                var everything = loaded[wanted.Table!];
                var found = everything.Rows.Where(row => Equals(row[everything.PlaceOf(key.Address)], Value(2))).Select(row => row[everything.PlaceOf(wanted.Address)]).Distinct().ToList();
                return found.Count <= 1 ? found.SingleOrDefault() : throw new FormatException("LOOKUPVALUE finds more than one value.");
            case "CONCATENATEX":
                var joined = Table(arguments[0], scope);
                if (arguments is not [_, _, _, _, Named { Name: "ASC" }])
                {
                    throw new InvalidOperationException("The two references give two defaults for CONCATENATEX's order: say it.");
                }

                return string.Join(
                    DaxValues.Text(Value(2)),
                    joined.Rows.OrderBy(row => Scalar(arguments[3], scope.At(joined, row)), Comparer<object?>.Create(DaxValues.Compare))
                        .Select(row => DaxValues.Text(Scalar(arguments[1], scope.At(joined, row)))));
            case "IF":
                return DaxValues.Truth(Value(0)) ? Evaluate(arguments[1], scope) : Value(2);
            case "SWITCH":
                var subject = Value(0);
                for (var index = 1; index + 1 < arguments.Count; index += 2)
                {
                    if (DaxValues.Compare(subject, Value(index)) == 0)
                    {
                        return Value(index + 1);
                    }
                }

                return arguments.Count % 2 == 0 ? Value(arguments.Count - 1) : null;
            case "COALESCE":
                return Enumerable.Range(0, arguments.Count).Select(Value).FirstOrDefault(value => value is not null);
            default:
                return DaxValues.Apply(function, [.. Enumerable.Range(0, arguments.Count).Select(Value)], utcNow);
        }
    }

    /// <summary>A column's values, that of the blank row among them where there is one.</summary>
    private DaxTable ValuesOf(Bracketed column, FilterContext filters)
    {
        if (ReferenceEquals(filters, _all) && _columns.TryGetValue(column.Address, out var known))
        {
            return known;
        }

        var table = loaded[column.Table!];
        var values = Distinct(filters.Visible(table), [column.Address]);
        var blankIsSeen = table.HasBlankRow && filters.LetsBlanksThrough(table) && !values.Rows.Any(row => row[0] is null);
        var seen = blankIsSeen ? values with { Rows = [.. values.Rows, [null]] } : values;
        if (ReferenceEquals(filters, _all))
        {
            _columns[column.Address] = seen;
        }

        return seen;
    }

    private static DaxTable Distinct(DaxTable table, string[] columns)
    {
        var places = columns.Select(column => table.Columns.ToList().IndexOf(column)).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new DaxTable(columns, [.. table.Rows.Select(row => places.Select(place => row[place]).ToArray()).Where(row => seen.Add(string.Join('\u001F', row.Select(value => $"{value?.GetType().Name}{DaxValues.Text(value)}"))))]);
    }

    /// <summary>A measure, and CALCULATE, see the row they stand in as a filter.</summary>
    private static FilterContext Transition(Scope scope) =>
        scope.Row.Where(cell => cell.Key[0] != '@').Aggregate(scope.Filters, (filters, cell) => filters.With(cell.Key, [cell.Value]));

    /// <summary>
    /// The filter context inside a CALCULATE. Its arguments are evaluated outside; what removes filters comes first, whatever the
    /// order; a filter takes the place of one on the same column unless it is kept.
    /// </summary>
    private FilterContext Modified(Scope scope, IEnumerable<Dax> arguments)
    {
        var all = arguments.ToList();
        var within = all.OfType<Call>().Where(call => call.Function == "REMOVEFILTERS")
            .Aggregate(Transition(scope), (filters, call) => filters.Without(((Named)call.Arguments[0]).Name));
        var filters = all.Where(argument => argument is not Call { Function: "REMOVEFILTERS" }).Select(argument => argument is Call { Function: "KEEPFILTERS" } kept
            ? (IsKept: true, Filter: FilterOf(kept.Arguments[0], scope)) : (IsKept: false, Filter: FilterOf(argument, scope))).ToList();
        var replacing = filters.Where(filter => !filter.IsKept).GroupBy(filter => filter.Filter.Column)
            .Aggregate(within, (before, same) => same.Skip(1).Aggregate(before.With(same.Key, same.First().Filter.Values), (narrowed, filter) => narrowed.Narrowed(same.Key, filter.Filter.Values)));
        return filters.Where(filter => filter.IsKept).Aggregate(replacing, (before, filter) => before.Narrowed(filter.Filter.Column, filter.Filter.Values));
    }

    private (string Column, IReadOnlyList<object?> Values) FilterOf(Dax argument, Scope scope)
    {
        if (argument is Call { Function: "FILTER" })
        {
            var table = Table(argument, scope);
            return (table.Columns.Single(), [.. table.Rows.Select(row => row[0])]);
        }

        // A condition stands for the values of its one column that meet it.
        var column = argument.Everything().OfType<Bracketed>().Where(each => each.Table is not null).DistinctBy(each => each.Address).Single();
        var all = ValuesOf(column, _all);
        return (column.Address, [.. all.Rows.Where(row => DaxValues.Truth(Scalar(argument, scope.At(all, row)))).Select(row => row[0])]);
    }
}
