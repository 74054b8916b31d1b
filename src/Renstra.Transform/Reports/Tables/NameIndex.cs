using Renstra.Transform.Reports.Wordings;

namespace Renstra.Transform.Reports.Tables;

/// <summary>
/// Finds what a name means, typing errors included. A name that is not written exactly is taken for what it is most like only when
/// nothing else is nearly as much like it.
/// </summary>
internal sealed class NameIndex<T>
    where T : class
{
    /// <summary>At least this much of the letter pairs must agree before a misspelt name is believed.</summary>
    private const decimal ClearLikeness = 0.75m;

    /// <summary>At least this much before a name is worth asking after.</summary>
    private const decimal LeastLikeness = 0.6m;

    private const decimal CandidateSpread = 0.12m;
    private const int MostCandidates = 3;

    private readonly Dictionary<string, IReadOnlyList<T>> _exact;
    private readonly IReadOnlyList<(T Meaning, Similarity Name)> _names;

    /// <param name="names">Normalised names and what they mean; a thing may have several.</param>
    public NameIndex(IEnumerable<(string Name, T Meaning)> names)
    {
        var all = names.Distinct().ToList();
        _exact = all.GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group.Select(entry => entry.Meaning)], StringComparer.Ordinal);
        _names = [.. all.Select(entry => (entry.Meaning, new Similarity(entry.Name)))];
    }

    /// <summary>What exactly this name means; none when no name is written so.</summary>
    public IReadOnlyList<T> FindExact(string normalised) => _exact.GetValueOrDefault(normalised, []);

    /// <summary>What the name means, or could mean.</summary>
    public NameMatch<T> Find(string normalised) =>
        normalised.Length is 0 or > Wording.LongestPhrase ? NameMatch<T>.None
        : FindExact(normalised) is not { Count: > 0 } meanings ? FindNearest(normalised)
        : meanings is [var only] ? new NameMatch<T>(only, [])
        : new NameMatch<T>(null, meanings);

    /// <summary>How much a name is like the most like name of a thing, from 0 to 1.</summary>
    public decimal Likeness(string normalised, T meaning)
    {
        var name = new Similarity(normalised);
        return _names.Where(entry => entry.Meaning.Equals(meaning)).Select(entry => entry.Name.To(name)).DefaultIfEmpty(0).Max();
    }

    private NameMatch<T> FindNearest(string normalised)
    {
        var name = new Similarity(normalised);
        var ranked = _names
            .Select(entry => (entry.Meaning, Likeness: entry.Name.To(name)))
            .GroupBy(entry => entry.Meaning)
            .Select(group => (Meaning: group.Key, Likeness: group.Max(entry => entry.Likeness)))
            .OrderByDescending(entry => entry.Likeness)
            .ToList();
        var (nearest, likeness) = ranked[0];
        var next = ranked.Count > 1 ? ranked[1].Likeness : 0;
        var isClear = likeness >= ClearLikeness && (1 - likeness) * 2 <= 1 - next;
        return isClear ? new NameMatch<T>(nearest, [])
            : likeness < LeastLikeness ? NameMatch<T>.None
            : new NameMatch<T>(null, [.. ranked.TakeWhile(entry => entry.Likeness >= likeness - CandidateSpread).Take(MostCandidates).Select(entry => entry.Meaning)]);
    }
}
