using Renstra.Transform.Regions;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Identities;

/// <summary>Finds the regions that running text names.</summary>
internal sealed class RegionMentions(RegionRegister regions)
{
    private const int MostWords = 5;
    private const int ShortestMistyped = 5;

    private readonly IReadOnlyList<(string Name, Region Region)> _names =
        [.. regions.Reporting.SelectMany(region => region.Aliases.Append(region.Name).Select(name => (RegionName.WithoutLevel(RegionName.Normalise(name)), region)))];

    /// <summary>The regions named in full, with the word for kabupaten or kota before the name, as letterheads do.</summary>
    public IReadOnlyList<Region> InText(string text) =>
        Find(text, needsLevel: true);

    /// <summary>The regions named in a file's or a sheet's name, with or without such a word.</summary>
    public IReadOnlyList<Region> InName(string name) => Find(name, needsLevel: false);

    /// <summary>
    /// A region whose name stands in full in a text but for typing errors in its last word, where what is left of it is another's name:
    /// "Kabupaten Manggarai Tmur" is not Manggarai. Null for none.
    /// </summary>
    public Region? Misspelt(string text)
    {
        var words = WordsOf(text);
        var cutShort = Enumerable.Range(0, words.Length)
            .Where(at => words[at] is "KABUPATEN" or "KOTA")
            .Select(at => LongestName(words, at) is { Named: [], Length: > 0 and var length } ? Continued(words, at, length - 1, regions.FindAllByName(string.Join(' ', words, at, length - 1))) : null)
            .FirstOrDefault(region => region is not null);
        return cutShort ?? Enumerable.Range(0, words.Length)
            .Where(at => words[at] is "KABUPATEN" or "KOTA" && LongestName(words, at) is { Named: [], Length: 0 })
            .Select(at => Nearest(words, at + 1))
            .FirstOrDefault(region => region is not null);
    }

    /// <summary>The regions whose names a text only begins: "Kabupaten Timor Tengah" may be either.</summary>
    public IReadOnlyList<Region> Begun(string text)
    {
        var words = WordsOf(text);
        var at = Array.FindLastIndex(words, word => word is "KABUPATEN" or "KOTA") + 1;
        var begun = at == 0 || at == words.Length ? null : string.Join(' ', words[at..]) + ' ';
        return begun is null ? [] : [.. _names.Where(entry => entry.Name.StartsWith(begun, StringComparison.Ordinal)).Select(entry => entry.Region).Distinct().OrderBy(region => region.Code)];
    }

    /// <summary>The region whose name the words from one on are, but for typing errors; null for none, and for two.</summary>
    private Region? Nearest(string[] words, int at)
    {
        var near = _names
            .Select(entry => (entry.Region, Length: entry.Name.Count(character => character == ' ') + 1, entry.Name))
            .Where(entry => at + entry.Length <= words.Length && entry.Name.Length >= ShortestMistyped)
            .Select(entry => (entry.Region, Letters: Misspelling.Distance(string.Join(' ', words, at, entry.Length), entry.Name)))
            .Where(entry => entry.Letters is not null)
            .ToList();
        return near.Where(entry => entry.Letters == near.Min(each => each.Letters)).Select(entry => entry.Region).Distinct().ToList() is [var only] ? only : null;
    }

    private static string[] WordsOf(string text) => RegionName.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private List<Region> Find(string text, bool needsLevel)
    {
        var words = WordsOf(text);
        var found = new SortedDictionary<RegionCode, Region>();
        var end = 0;
        for (var at = 0; at < words.Length;)
        {
            // "Kabupaten TTS dan TTU" says the word once for both.
            var goesOn = found.Count > 0 && words[at - 1] is "DAN" or "SERTA" && at == end + 1;
            var (named, length) = needsLevel && !goesOn && words[at] is not ("KABUPATEN" or "KOTA") ? ([], 0) : LongestName(words, at);
            end = named.Count > 0 ? at + length : end;
            foreach (var region in named.Where(region => region.Level != RegionLevel.Provinsi))
            {
                found[region.Code] = region;
            }

            at += Math.Max(1, length);
        }

        return [.. found.Values];
    }

    private (IReadOnlyList<Region> Named, int Length) LongestName(string[] words, int at)
    {
        for (var length = Math.Min(MostWords, words.Length - at); length > 0; length--)
        {
            var named = regions.FindAllByName(string.Join(' ', words, at, length));
            if (named.Count > 0)
            {
                return Continued(words, at, length, named) is null ? (named, length) : ([], length + 1);
            }
        }

        return ([], 0);
    }

    /// <summary>The region of a longer name that the words behind a name mean, mistyped; null for none.</summary>
    private Region? Continued(string[] words, int at, int length, IReadOnlyList<Region> named)
    {
        if (at + length >= words.Length)
        {
            return null;
        }

        var written = RegionName.WithoutLevel(string.Join(' ', words, at, length)) + ' ';
        return _names
            .Where(entry => !named.Contains(entry.Region)
                && entry.Name.StartsWith(written, StringComparison.Ordinal)
                && Misspelling.Distance(words[at + length], entry.Name[written.Length..].Split(' ')[0]) is not null)
            .Select(entry => entry.Region)
            .FirstOrDefault();
    }
}
