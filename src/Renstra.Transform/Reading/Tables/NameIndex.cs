using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Tables;

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
        : FindExact(normalised) is not { Count: > 0 } meanings ? FindNearest(normalised)
        : meanings is [var only] ? new NameMatch<T>(only, [])
        : new NameMatch<T>(null, meanings);

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
