using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>The system query options of a request, parsed against the model.</summary>
internal sealed class QueryOptions
{
    public const string SkipToken = "$skiptoken";
    public const string Format = "$format";
    public const string Skip = "$skip";

    private static readonly HashSet<string> Offered =
        ["$filter", "$select", "$orderby", "$top", Skip, "$count", "$apply", SkipToken, Format];

    private static readonly HashSet<string> NotOffered =
        ["$expand", "$search", "$compute", "$levels", "$index", "$deltatoken", "$schemaversion", "$id", "$root"];

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly ODataQueryOptionParser _parser;

    private QueryOptions(IReadOnlyDictionary<string, string> texts, ODataQueryOptionParser parser)
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
        Selected = SelectedBy(parser.ParseSelectAndExpand());
    }

    public ApplyClause? Apply { get; }

    public FilterClause? Filter { get; }

    public OrderByClause? OrderBy { get; }

    public long? Top { get; }

    public long Skipped { get; }

    public bool Counts { get; }

    /// <summary>The names of the columns asked for; null for all.</summary>
    public IReadOnlyList<string>? Selected { get; }

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

    /// <exception cref="RefusedRequest">An option is not offered, unknown, or given twice.</exception>
    public static QueryOptions Parse(IQueryCollection query, FeedModel model, ODataPath path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, values) in query.Where(option => option.Key.StartsWith('$') || option.Key.StartsWith('@')))
        {
            var name = key[0] == '$' ? key.ToLowerInvariant() : key;
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

            if (values.Count != 1 || !texts.TryAdd(name, values.ToString()))
            {
                throw RefusedRequest.Mistaken($"Pilihan {name} diberikan lebih dari sekali.");
            }
        }

        var known = texts.Where(option => option.Key is not (SkipToken or Format)).ToDictionary();
        return RequestMistakes.In(() => new QueryOptions(texts, new ODataQueryOptionParser(model.Edm, path, known) { Resolver = model.Resolver }));
    }

    private static IReadOnlyList<string>? SelectedBy(SelectExpandClause? clause)
    {
        if (clause is null || clause.SelectedItems.Any(item => item is WildcardSelectItem) || !clause.SelectedItems.Any())
        {
            return null;
        }

        return [.. clause.SelectedItems.Select(item => item is PathSelectItem { SelectedPath: { Count: 1 } path }
            ? path.FirstSegment.Identifier
            : throw RefusedRequest.NotOffered("$select seperti itu")).Distinct(StringComparer.Ordinal)];
    }
}
