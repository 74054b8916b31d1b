using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The system query options of a request, parsed against the model.</summary>
internal sealed partial class QueryOptions
{
    public const string SkipToken = "$skiptoken";
    public const string Format = "$format";
    public const string Skip = "$skip";

    private static readonly HashSet<string> Offered =
        ["$filter", "$select", "$expand", "$orderby", "$top", Skip, "$count", "$apply", SkipToken, Format];

    private static readonly HashSet<string> Bare =
        ["filter", "select", "orderby", "top", "skip", "count", "apply", "skiptoken", "format", "expand", "search", "compute"];

    private static readonly HashSet<string> NotOffered =
        ["$search", "$compute", "$levels", "$index", "$deltatoken", "$schemaversion", "$id", "$root"];

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly ODataQueryOptionParser _parser;

    private QueryOptions(IReadOnlyDictionary<string, string> texts, ODataQueryOptionParser parser, FeedModel model, FeedSet? set, QueryLimits limits)
    {
        _texts = texts;
        _parser = parser;

        // The parser knows what $apply makes of the columns only once it has seen it.
        Apply = parser.ParseApply();
        Filter = parser.ParseFilter();
        OrderBy = parser.ParseOrderBy();
        Top = parser.ParseTop();
        Skipped = parser.ParseSkip() ?? 0;
        Counts = parser.ParseCount() ?? false;
        var shape = parser.ParseSelectAndExpand();
        Selected = SelectedBy(shape);
        Expanded = set is null || shape is null ? [] : [.. shape.SelectedItems.OfType<ExpandedReferenceSelectItem>().Select(item => ExpandedLink.Of(item, model.LinksOf(set))).DistinctBy(each => each.Link.Name)];
        if (Expanded.Count > 0 && Apply is not null)
        {
            throw RefusedRequest.NotOffered("$expand sesudah $apply");
        }

        Hold(limits);
    }

    public ApplyClause? Apply { get; }

    public FilterClause? Filter { get; }

    public OrderByClause? OrderBy { get; }

    public long? Top { get; }

    public long Skipped { get; }

    public bool Counts { get; }

    /// <summary>The names of the columns asked for; null for all.</summary>
    public IReadOnlyList<string>? Selected { get; }

    /// <summary>The rows of other sets that are asked for along with each row.</summary>
    public IReadOnlyList<ExpandedLink> Expanded { get; }

    /// <summary>The expressions that parameter aliases stand for.</summary>
    public IDictionary<string, SingleValueNode> Aliases => _parser.ParameterAliasNodes;

    /// <summary>What decides which rows there are and in which order: a position holds for these alone.</summary>
    public string Identity => string.Join('&', _texts
        .Where(option => option.Key is "$filter" or "$orderby" or "$apply" || option.Key[0] == '@')
        .OrderBy(option => option.Key, StringComparer.Ordinal)
        .Select(option => $"{option.Key}={option.Value}"));

    /// <summary>The text of an option; null when it was not given.</summary>
    public string? this[string name] => _texts.GetValueOrDefault(name);

    /// <summary>Whether any option but these was given.</summary>
    public bool HasOtherThan(params IEnumerable<string> names) => _texts.Keys.Except(names).Any();

    /// <summary>What has to be read.</summary>
    public ReadScope ScopeOf(FeedSet set)
    {
        var reader = new ScopeReader(set, Aliases);

        // Conditions speak of a set's own columns only until something is grouped.
        var conditions = Apply is null
            ? new[] { Filter }.OfType<FilterClause>()
            : Apply.Transformations.TakeWhile(each => each is FilterTransformationNode).Select(each => ((FilterTransformationNode)each).FilterClause);
        return conditions.Aggregate(ReadScope.Everything, (scope, condition) => scope.And(reader.Read(condition.Expression)));
    }

    /// <param name="query">The query of the address.</param>
    /// <param name="model">The feed's model.</param>
    /// <param name="path">What the address names.</param>
    /// <param name="limits">How much may be asked for.</param>
    /// <param name="isDollarOptional">Whether options go without their dollar sign too, as they do in OData 4.01.</param>
    /// <param name="ignored">Options that mean nothing at that address.</param>
    /// <exception cref="RefusedRequest">An option is not offered, unknown, given twice, or asks for too much.</exception>
    public static QueryOptions Parse(IQueryCollection query, FeedModel model, ODataPath path, QueryLimits limits, bool isDollarOptional, params IReadOnlyCollection<string> ignored)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, values) in query)
        {
            var name = key.Length > 0 && key[0] == '@' ? key : key.ToLowerInvariant();
            if (Bare.Contains(name) && isDollarOptional)
            {
                name = $"${name}";
            }
            else if (Bare.Contains(name))
            {
                // OData 4.0 takes such a name for a parameter of one's own, and would answer with everything.
                throw RefusedRequest.Mistaken($"Tulislah ${name}, bukan {name}.");
            }

            if (name is not ['$' or '@', ..] || ignored.Contains(name))
            {
                continue;
            }

            if (NotOffered.Contains(name))
            {
                throw RefusedRequest.NotOffered(name);
            }

            if (name[0] == '$' && !Offered.Contains(name))
            {
                throw RefusedRequest.Mistaken($"Pilihan {name} tidak dikenal.");
            }

            if (values.Count == 1 && string.IsNullOrWhiteSpace(values.ToString()))
            {
                throw RefusedRequest.Mistaken($"Pilihan {name} tidak berisi apa pun.");
            }

            // Python writes True, and OData's grammar lets it.
            if (values.Count != 1 || !texts.TryAdd(name, name == "$count" ? values.ToString().ToLowerInvariant() : values.ToString()))
            {
                throw RefusedRequest.Mistaken($"Pilihan {name} diberikan lebih dari sekali.");
            }
        }

        var set = RowsOf(path, model);
        RefuseManyRows(texts.GetValueOrDefault("$expand"), model, set);
        return RequestMistakes.In(() =>
        {
            try
            {
                return Of(model.Parsed);
            }
            catch (ODataException) when (set is not null && texts.Values.Any(text => text.Contains(" in ", StringComparison.Ordinal)) && TryOf(model.Wide) is { } wide)
            {
                return wide;
            }
            catch (ODataException) when (UnknownTransformation().Match(Quoted().Replace(texts.GetValueOrDefault("$apply", ""), "")) is { Success: true } transformation)
            {
                throw RefusedRequest.NotOffered($"$apply dengan {transformation.Value}");
            }
        });

        QueryOptions Of(IEdmModel edm)
        {
            var known = texts.Where(option => option.Key is not (SkipToken or Format)).ToDictionary();
            var rows = set is null ? path : new ODataPath(new EntitySetSegment(edm.FindDeclaredEntitySet(set.Name)));
            return new QueryOptions(texts, new ODataQueryOptionParser(edm, rows, known) { Resolver = model.Resolver }, model, set, limits);
        }

        QueryOptions? TryOf(IEdmModel edm)
        {
            try
            {
                return Of(edm);
            }
            catch (ODataException)
            {
                return null;
            }
        }
    }

    /// <summary>The set whose rows an address leads to, and options are about; null where it leads to none.</summary>
    private static FeedSet? RowsOf(ODataPath path, FeedModel model) => path.FirstSegment is not EntitySetSegment segment
        ? null
        : path.LastSegment is NavigationPropertySegment link ? model[link.NavigationSource.Name] : model[segment.EntitySet.Name];

    /// <summary>What OData's extension for aggregation knows (3.2 of its version 4.0 and of 4.01's draft) and the library's parser does not.</summary>
    [GeneratedRegex(@"(?<![\w.])(identity|concat|top(count|sum|percent)|bottom(count|sum|percent)|orderby|top|skip|search|nest|join|outerjoin|addnested|traverse|ancestors|descendants|rollup\w*)(?=\s*(\(|/|$))")]
    private static partial Regex UnknownTransformation();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    /// <summary>A row leads to single rows of others. The many that lead to it are read from their own set, in one request and not in one for each row.</summary>
    private static void RefuseManyRows(string? expand, FeedModel model, FeedSet? set)
    {
        if (expand is null || set is null)
        {
            return;
        }

        var names = expand.Split(',', '(', ')', ';', '/').Select(name => name.Trim());
        if (names.FirstOrDefault(name => model.Sets.Any(each => each.Name == name) && model.LinksOf(set).All(link => link.Name != name)) is { } many)
        {
            throw RefusedRequest.NotOffered($"$expand={many} pada {set.Name}. Ambillah {many} tersendiri dengan $filter");
        }
    }

    private void Hold(QueryLimits limits)
    {
        var sortTerms = 0;
        for (var term = OrderBy; term is not null; term = term.ThenBy)
        {
            sortTerms++;
        }

        var steps = Apply?.Transformations.ToList() ?? [];
        var size = new ExpressionSize(Aliases);
        RefuseOver(limits.SortTerms, sortTerms, "$orderby terlalu banyak", "butir");
        RefuseOver(limits.ApplySteps, steps.Count, "$apply terlalu panjang", "langkah");
        RefuseOver(limits.ExpressionSize, size.Of(Filter?.Expression) + size.Of(OrderBy) + steps.Sum(size.Of), "Ungkapan terlalu besar", "bagian, alias dihitung seutuhnya");
    }

    private static void RefuseOver(int limit, long asked, string what, string unit)
    {
        if (asked > limit)
        {
            throw RefusedRequest.Mistaken(string.Create(CultureInfo.InvariantCulture, $"{what}: paling banyak {limit} {unit}."));
        }
    }

    /// <summary>The names of the columns that a clause asks for; null for all.</summary>
    internal static IReadOnlyList<string>? SelectedBy(SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected || clause.SelectedItems.Any(item => item is WildcardSelectItem))
        {
            return null;
        }

        // A link that is expanded need not be selected, and one that is not is nothing to write.
        return [.. clause.SelectedItems
            .Where(item => item is not ExpandedReferenceSelectItem and not PathSelectItem { SelectedPath.FirstSegment: NavigationPropertySegment })
            .Select(item => item is PathSelectItem { SelectedPath: { Count: 1 } path, HasOptions: false }
            ? path.FirstSegment.Identifier
            : throw RefusedRequest.NotOffered("$select seperti itu")).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A row of another set that is asked for along with each row.</summary>
/// <param name="Link">The way to it.</param>
/// <param name="Selected">Its columns asked for; null for all.</param>
internal sealed record ExpandedLink(FeedLink Link, IReadOnlyList<string>? Selected)
{
    /// <exception cref="RefusedRequest">Something else than columns is asked for inside.</exception>
    public static ExpandedLink Of(ExpandedReferenceSelectItem item, IReadOnlyList<FeedLink> links)
    {
        if (item is not ExpandedNavigationSelectItem
            {
                FilterOption: null, OrderByOption: null, TopOption: null, SkipOption: null, CountOption: null, SearchOption: null, ApplyOption: null, ComputeOption: null, LevelsOption: null,
            } expanded
            || expanded.PathToNavigationProperty is not { Count: 1, FirstSegment: NavigationPropertySegment segment }
            || expanded.SelectAndExpand?.SelectedItems.Any(inner => inner is ExpandedReferenceSelectItem) == true)
        {
            throw RefusedRequest.NotOffered("$expand dengan lain daripada $select di dalamnya, atau lebih dari satu tingkat");
        }

        return new(links.Single(link => link.Name == segment.NavigationProperty.Name), QueryOptions.SelectedBy(expanded.SelectAndExpand));
    }
}

/// <summary>
/// Where the library parses what a client wrote, its exceptions are the client's mistakes. It has many: one of its own for bad
/// syntax, and those of .NET for a comparison of a date with a moment or a literal that a decimal cannot hold.
/// </summary>
internal static class RequestMistakes
{
    /// <exception cref="RefusedRequest">What was asked cannot be understood.</exception>
    public static T In<T>(Func<T> understand)
    {
        try
        {
            return understand();
        }
        catch (Exception mistake) when (mistake
            is ODataException or InvalidOperationException or ArgumentException or InvalidCastException or NotSupportedException or ArithmeticException or FormatException)
        {
            throw RefusedRequest.NotUnderstood(mistake);
        }
    }
}
