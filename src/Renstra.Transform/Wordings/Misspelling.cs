namespace Renstra.Transform.Wordings;

/// <summary>
/// Tells whether a phrase is another one with typing errors in it. Each word must be there, mistyped by a letter or two or cut short;
/// a word that is missing, or another word in its place, makes another phrase.
/// </summary>
internal static class Misspelling
{
    private const int ShortestAbbreviation = 3;
    private const int NoMatch = 1000;

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
