using System.Globalization;
using System.Text.RegularExpressions;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Tables;

/// <summary>The indicators and components by the codes and names that offices give them.</summary>
internal sealed partial class IndicatorNames
{
    /// <summary>A bare number in a table is the number of an indicator of Table 7.2.</summary>
    private const string NumberedFamily = "IKU";

    private static readonly HashSet<string> LeadingWords = ["%", "PERSENTASE", "PERSEN", "PROSENTASE", "PRESENTASE", "JUMLAH", "JML", "BANYAKNYA"];

    private readonly IndicatorCatalogue _catalogue;

    public IndicatorNames(ReferenceData reference)
    {
        _catalogue = reference.Indicators;
        Indicators = new NameIndex<Indicator>(
            _catalogue.All.Select(indicator => (Core(indicator.Name), indicator))
                .Concat(Synonyms(reference.Vocabulary, Meaning.NamaIndikator, indicator => indicator)));
        Components = new NameIndex<ComponentOf>(
            _catalogue.All.SelectMany(indicator => indicator.Components.Select(component => (Core(component.Name), new ComponentOf(indicator, component.Role))))
                .Concat(Synonyms(reference.Vocabulary, Meaning.NamaPembilang, indicator => new ComponentOf(indicator, ComponentRole.Pembilang)))
                .Concat(Synonyms(reference.Vocabulary, Meaning.NamaPenyebut, indicator => new ComponentOf(indicator, ComponentRole.Penyebut))));
        Parts = new NameIndex<string>(reference.Vocabulary.Of(Meaning.NamaRincian).Select(synonym => (Core(synonym.Phrase), synonym.Target)));
    }

    /// <summary>Parts of breakdowns by name, to their codes; look up what <see cref="Core"/> leaves.</summary>
    private NameIndex<string> Parts { get; }

    /// <summary>Indicators by name; look up what <see cref="Core"/> leaves.</summary>
    public NameIndex<Indicator> Indicators { get; }

    /// <summary>Components by name; look up what <see cref="Core"/> leaves.</summary>
    public NameIndex<ComponentOf> Components { get; }

    /// <summary>The code of the part that a text names; null for none.</summary>
    /// <param name="core">What <see cref="Core"/> leaves of the text.</param>
    /// <param name="whole">The component that the text names before the part, as in <c>pencari kerja terdaftar (laki-laki)</c>; mostly empty.</param>
    public string? FindPart(string core, out string whole)
    {
        whole = "";
        if (Components.FindExact(core).Count > 0 || Indicators.FindExact(core).Count > 0)
        {
            return null;
        }

        if (Parts.Find(core).Match is { } part)
        {
            return part;
        }

        for (var space = core.IndexOf(' ', StringComparison.Ordinal); space > 0; space = core.IndexOf(' ', space + 1))
        {
            if (Parts.FindExact(core[(space + 1)..]) is [var behind] && Components.FindExact(core[..space]).Count > 0)
            {
                whole = core[..space];
                return behind;
            }
        }

        return null;
    }

    /// <summary>The code of the part that a text names exactly; null for none.</summary>
    /// <param name="core">What <see cref="Core"/> leaves of the text.</param>
    public string? FindPartWritten(string core) => Parts.FindExact(core) is [var only] ? only : null;

    /// <summary>Every component that has a part of this code, as that part.</summary>
    public IEnumerable<ComponentOf> OwnersOf(string part) =>
        from indicator in _catalogue.All
        from component in indicator.Components
        from each in component.Breakdown
        where each.Code == part
        select new ComponentOf(indicator, component.Role, each);

    /// <summary>A name without what stands before many (list marks, "persentase", "jumlah"), and without hyphens at the end of a line.</summary>
    public static string Core(string name)
    {
        var words = Wording.Normalise(Hyphen().Replace(ListMark().Replace(name, ""), "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile(LeadingWords.Contains));
    }

    /// <summary>Whether a text begins as an item of a list: <c>a.</c>, <c>1)</c>, <c>-</c>.</summary>
    public static bool IsListItem(string text) => ListMark().IsMatch(text);

    /// <summary>
    /// The indicator whose code stands at the beginning of a text, such as <c>IKU 1</c> or <c>iku-01.</c>; null when there is none, or
    /// the code is no indicator's.
    /// </summary>
    /// <param name="text">A cell's text.</param>
    /// <param name="rest">What stands behind the code.</param>
    public Indicator? FindByCode(string text, out string rest)
    {
        var match = Code().Match(text);
        var indicator = match.Success ? Find(match.Groups["family"].Value.ToUpperInvariant(), match.Groups["number"].Value) : null;
        rest = indicator is null ? text : text[match.Length..];
        return indicator;
    }

    /// <summary>The indicator that a bare number means; null when the text is no number of one.</summary>
    public Indicator? FindByNumber(string text) => Number().Match(text) is { Success: true } match ? Find(NumberedFamily, match.Groups["number"].Value) : null;

    /// <summary>Whether a sign fits an indicator: its number, or without a number its place right behind the one above.</summary>
    public bool Confirms(Indicator indicator, Sign sign) => sign.Numbered is not null
        ? sign.Numbered == indicator
        : Follower(sign.Above) == indicator;

    private Indicator? Follower(Indicator? above) => above is null ? null : _catalogue.All.SkipWhile(each => each != above).Skip(1).FirstOrDefault();

    private Indicator? Find(string family, string number) =>
        _catalogue.All.FirstOrDefault(indicator => indicator.Code.Value == $"{family}-{int.Parse(number, CultureInfo.InvariantCulture)}");

    private IEnumerable<(string Name, T Meaning)> Synonyms<T>(Vocabulary vocabulary, Meaning meaning, Func<Indicator, T> of) =>
        vocabulary.Of(meaning).Select(synonym => (Core(synonym.Phrase), of(_catalogue[IndicatorCode.Parse(synonym.Target)])));

    [GeneratedRegex(@"(?<=\p{L})-[ \t]*[\r\n]+[ \t]*(?=\p{Ll})")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"^\s*(?:[a-zA-Z0-9]{1,2}\s*[.)]|[-–—•*·])\s*")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^\s*(?:[0-9]{1,2}\s*[.)]\s*)?(?<family>[A-Za-z]{3})[\s.\-_]*(?<number>[0-9]{1,2})(?![0-9A-Za-z])[\s.):\-–]*", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,2})\s*[.)]?\s*$")]
    private static partial Regex Number();
}

/// <summary>
/// Finds what a name means, typing errors included. A name that is only like another, with words missing or replaced, is never taken
/// for it: "penempatan tenaga kerja AKAN" is not "penempatan tenaga kerja".
/// </summary>
internal sealed class NameIndex<T>
    where T : class
{
    /// <summary>At least this much of the letter pairs must agree before a name is worth asking after.</summary>
    private const decimal LeastLikeness = 0.6m;

    private const decimal CandidateSpread = 0.12m;
    private const int MostCandidates = 3;

    private readonly Dictionary<string, IReadOnlyList<T>> _exact;
    private readonly IReadOnlyList<(T Meaning, string Name, Similarity Similarity)> _names;

    /// <param name="names">Normalised names and what they mean; a thing may have several.</param>
    public NameIndex(IEnumerable<(string Name, T Meaning)> names)
    {
        var all = names.Distinct().ToList();
        _exact = all.GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group.Select(entry => entry.Meaning)], StringComparer.Ordinal);
        _names = [.. all.Select(entry => (entry.Meaning, entry.Name, new Similarity(entry.Name)))];
    }

    /// <summary>What exactly this name means; none when no name is written so.</summary>
    public IReadOnlyList<T> FindExact(string normalised) => _exact.GetValueOrDefault(normalised, []);

    /// <summary>What the name means, or could mean.</summary>
    public NameMatch<T> Find(string normalised) =>
        normalised.Length is 0 or > Wording.LongestPhrase ? NameMatch<T>.None
        : FindExact(normalised).Count == 0 ? FindNearest(normalised)
        : FindWritten(normalised);

    /// <summary>What exactly this name means; nothing where it has errors in it.</summary>
    public NameMatch<T> FindWritten(string normalised) => FindExact(normalised) switch
    {
        [] => NameMatch<T>.None,
        [var only] => new NameMatch<T>(only, []),
        var meanings => new NameMatch<T>(null, meanings),
    };

    /// <summary>What a text is a name of, cut short; none where it is no name's, or that of several.</summary>
    public T? FindAbbreviated(string normalised) => normalised.Length is 0 or > Wording.LongestPhrase
        ? null
        : _names.Where(entry => Misspelling.IsAbbreviation(normalised, entry.Name)).Select(entry => entry.Meaning).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>How much a name is like the most like name of a thing, from 0 to 1.</summary>
    public decimal Likeness(string normalised, T meaning)
    {
        var name = new Similarity(normalised);
        return _names.Where(entry => entry.Meaning.Equals(meaning)).Select(entry => entry.Similarity.To(name)).DefaultIfEmpty(0).Max();
    }

    private NameMatch<T> FindNearest(string normalised)
    {
        var name = new Similarity(normalised);
        var alike = _names
            .Where(entry => entry.Similarity.AtMostTo(name) >= LeastLikeness)
            .Select(entry => (entry.Meaning, entry.Name, Likeness: entry.Similarity.To(name)))
            .Where(entry => entry.Likeness >= LeastLikeness)
            .ToList();
        var misspelt = alike
            .Select(entry => (entry.Meaning, Letters: Misspelling.Distance(normalised, entry.Name)))
            .Where(entry => entry.Letters is not null)
            .ToList();
        var fewest = misspelt.Min(entry => entry.Letters);
        var nearest = misspelt.Where(entry => entry.Letters == fewest).Select(entry => entry.Meaning).Distinct().ToList();
        if (nearest.Count > 0)
        {
            return nearest is [var only] ? new NameMatch<T>(only, []) : new NameMatch<T>(null, nearest);
        }

        var ranked = alike
            .GroupBy(entry => entry.Meaning)
            .Select(group => (Meaning: group.Key, Likeness: group.Max(entry => entry.Likeness)))
            .OrderByDescending(entry => entry.Likeness)
            .ToList();
        return new NameMatch<T>(
            null, [.. ranked.TakeWhile(entry => entry.Likeness >= ranked[0].Likeness - CandidateSpread).Take(MostCandidates).Select(entry => entry.Meaning)]);
    }
}

/// <summary>What a name was found to mean.</summary>
/// <typeparam name="T">An indicator, or a component of one.</typeparam>
/// <param name="Match">What is meant; default when that is not clear.</param>
/// <param name="Candidates">Where nothing is clear, what the name is like, the most like first; none when it is like nothing.</param>
internal readonly record struct NameMatch<T>(T? Match, IReadOnlyList<T> Candidates)
    where T : class
{
    public static readonly NameMatch<T> None = new(null, []);
}
