using Renstra.Transform.Regions;

namespace Renstra.Transform.Reports.Identities;

/// <summary>Finds the regions that running text names.</summary>
internal sealed class RegionMentions(RegionRegister regions)
{
    private const int MostWords = 5;

    /// <summary>The regions named in full, with the word for kabupaten or kota before the name, as letterheads do.</summary>
    public IReadOnlyList<Region> InText(string text) =>
        Find(text, needsLevel: true);

    /// <summary>The regions named in a file's or a sheet's name, with or without such a word.</summary>
    public IReadOnlyList<Region> InName(string name) => Find(name, needsLevel: false);

    private List<Region> Find(string text, bool needsLevel)
    {
        var words = RegionName.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedDictionary<RegionCode, Region>();
        for (var at = 0; at < words.Length;)
        {
            var (named, length) = needsLevel && words[at] is not ("KABUPATEN" or "KOTA") ? ([], 0) : LongestName(words, at);
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
                return (named, length);
            }
        }

        return ([], 0);
    }
}
