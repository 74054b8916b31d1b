namespace Renstra.Transform.Wordings;

/// <summary>
/// Tells whether a phrase is another one with typing errors in it. Each word must be there, mistyped by a letter or two or cut short;
/// a word that is missing, or another word in its place, makes another phrase.
/// </summary>
internal static class Misspelling
{
    private const int ShortestAbbreviation = 3;
    private const int ShortestRoot = 5;
    private const int NoMatch = 1000;

    /// <summary>Short forms whose letters are not the first ones of the word.</summary>
    private static readonly Dictionary<string, string[]> Abbreviations = new()
    {
        ["PRSH"] = ["PERUSAHAAN"],
        ["PRSHN"] = ["PERUSAHAAN"],
        ["HI"] = ["HUBUNGAN", "INDUSTRIAL"],
        ["PENCAKER"] = ["PENCARI", "KERJA"],
        ["UPT"] = ["UNIT", "PEMUKIMAN", "TRANSMIGRASI"],
        ["TRANS"] = ["TRANSMIGRASI"],
    };

    /// <summary>Words that carry nothing and are left out, added and cut short at will.</summary>
    private static readonly HashSet<string> Fillers = ["YANG", "YG", "DAN", "DI", "KE", "DARI", "PADA", "UNTUK", "UTK", "DENGAN", "DGN", "OLEH"];

    /// <summary>How many letters are wrong; null when the text is not the phrase.</summary>
    /// <param name="text">What somebody wrote, normalised by <see cref="Wording"/>.</param>
    /// <param name="phrase">What it should be, normalised.</param>
    public static int? Distance(string text, string phrase)
    {
        var (written, meant) = (WordsOf(text), WordsOf(phrase));
        if (written.Count == 0 || written.Count != meant.Count)
        {
            return null;
        }

        var distance = written.Zip(meant).Sum(pair => WordDistance(pair.First, pair.Second));
        return distance < NoMatch ? distance : null;
    }

    /// <summary>Whether a word is another with one letter added, left out, replaced or swapped with its neighbour.</summary>
    public static bool IsLetterOff(string word, string meant) => Math.Abs(word.Length - meant.Length) <= 1 && LettersBetween(word, meant) == 1;

    /// <summary>
    /// Whether a text is a phrase cut short: at least two of its words, in its order, each whole, mistyped, cut short or without the
    /// letters before and behind its root (<c>bentuk</c> for <c>membentuk</c>), and no other word.
    /// </summary>
    /// <param name="text">What somebody wrote, normalised by <see cref="Wording"/>.</param>
    /// <param name="phrase">What it could stand for, normalised.</param>
    public static bool IsAbbreviation(string text, string phrase)
    {
        var (written, meant) = (Spelt(WordsOf(text)), Spelt(WordsOf(phrase)));
        if (written.Count < 2 || written.Count > meant.Count)
        {
            return false;
        }

        var next = 0;
        foreach (var word in written)
        {
            var at = meant.FindIndex(next, each => WordDistance(word, each) < NoMatch || (word.Length >= ShortestRoot && each.Contains(word, StringComparison.Ordinal)));
            if (at < 0)
            {
                return false;
            }

            next = at + 1;
        }

        return true;
    }

    private static List<string> Spelt(List<string> words) => [.. words.SelectMany(word => Abbreviations.GetValueOrDefault(word, [word]))];

    private static List<string> WordsOf(string normalised) =>
        [.. normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word))];

    private static int WordDistance(string written, string meant)
    {
        if (written == meant)
        {
            return 0;
        }

        if (written.Length >= ShortestAbbreviation && meant.StartsWith(written, StringComparison.Ordinal))
        {
            return 1;
        }

        var allowed = meant.Length switch { <= 3 => 0, <= 6 => 1, _ => 2 };
        return Math.Abs(written.Length - meant.Length) <= allowed && LettersBetween(written, meant) is var letters && letters <= allowed ? letters : NoMatch;
    }

    /// <summary>Letters added, left out, replaced, and neighbours swapped (optimal string alignment).</summary>
    private static int LettersBetween(string one, string other)
    {
        var (beforeLast, last, current) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[other.Length];
    }
}

/// <summary>
/// How alike two phrases are: the share of letter pairs they have in common (Dice's coefficient), from 0 to 1. A typing error costs
/// two pairs of many, another order of words costs little, another word costs all of its pairs.
/// </summary>
internal sealed class Similarity
{
    private readonly Dictionary<int, int> _pairs;
    private readonly int _count;

    /// <param name="normalised">The phrase, normalised by <see cref="Wording"/>.</param>
    public Similarity(string normalised)
    {
        _pairs = PairsOf(normalised);
        _count = _pairs.Values.Sum();
    }

    /// <summary>How alike the phrase and another can be at most, by their lengths alone.</summary>
    public decimal AtMostTo(Similarity other) =>
        _count + other._count == 0 ? 0 : 2m * Math.Min(_count, other._count) / (_count + other._count);

    /// <summary>How alike the phrase and another are.</summary>
    public decimal To(Similarity other)
    {
        if (_count + other._count == 0)
        {
            return 0;
        }

        var (few, many) = _pairs.Count < other._pairs.Count ? (_pairs, other._pairs) : (other._pairs, _pairs);
        var common = few.Sum(pair => Math.Min(pair.Value, many.GetValueOrDefault(pair.Key)));
        return 2m * common / (_count + other._count);
    }

    private static Dictionary<int, int> PairsOf(string normalised)
    {
        var pairs = new Dictionary<int, int>();
        for (var at = 1; at < normalised.Length; at++)
        {
            if (normalised[at] != ' ' && normalised[at - 1] != ' ')
            {
                var pair = (normalised[at - 1] << 16) | normalised[at];
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }
        }

        return pairs;
    }
}
