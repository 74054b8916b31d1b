using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Finds spans of months, which are no month's report: what was counted from January to July must not be added to June's. A hyphen is
/// no word, so two months side by side are a span as well.
/// </summary>
internal sealed class MonthSpans(Vocabulary vocabulary)
{
    private static readonly HashSet<string> Until = ["SD", "SAMPAI", "HINGGA"];
    private static readonly HashSet<string> Joining = ["S", "D", "DENGAN", "DGN", "BULAN", "BLN", "AKHIR", "TANGGAL", "TGL", "TAHUN", "THN"];

    /// <summary>The span that a text names; null for none.</summary>
    public MonthSpan? In(string text)
    {
        if (text.Length > Wording.LongestPhrase)
        {
            return null;
        }

        var words = MonthWords.Of(text);
        var named = Enumerable.Range(0, words.Count).Where(at => vocabulary.MonthOf(words[at]) is not null).ToList();
        return named switch
        {
            [var last] => IsReached(words, last) ? new MonthSpan(null, MonthAt(words, last)) : null,
            [var first, var last] when AreJoined(words, first, last) && MonthAt(words, first).Month is var from && from != MonthAt(words, last).Month =>
                new MonthSpan(from, MonthAt(words, last)),
            _ => null,
        };
    }

    /// <summary>Whether the words before a month say "until": <c>s.d. akhir Juli</c>, <c>sampai dengan 31 Juli</c>.</summary>
    private static bool IsReached(IReadOnlyList<string> words, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (Until.Contains(words[before]) || (words[before] == "D" && before > 0 && words[before - 1] == "S"))
            {
                return true;
            }

            if (!Joining.Contains(words[before]) && MonthWords.Short(words[before]) is null)
            {
                return false;
            }
        }

        return false;
    }

    private static bool AreJoined(IReadOnlyList<string> words, int first, int last) =>
        Enumerable.Range(first + 1, last - first - 1)
            .All(at => Until.Contains(words[at]) || Joining.Contains(words[at]) || MonthWords.Number(words[at]) is not null);

    private MonthPart MonthAt(IReadOnlyList<string> words, int at)
    {
        var next = at + 1 < words.Count && words[at + 1] is "TAHUN" or "THN" ? at + 2 : at + 1;
        var word = next < words.Count ? words[next] : "";
        return new MonthPart(MonthWords.Year(word) ?? (MonthWords.Short(word) is > 12 and var year ? 2000 + year : null), vocabulary.MonthOf(words[at]));
    }
}

/// <summary>Several months that a text runs together: <c>s.d. Juli 2024</c>, <c>April–Juni</c>.</summary>
/// <param name="First">The first month, 1 to 12; null where only the last one is said.</param>
/// <param name="Last">The last month, with its year where the text has one.</param>
internal readonly record struct MonthSpan(int? First, MonthPart Last)
{
    /// <summary>Whether the span is the year so far: nobody says where that begins, or says January.</summary>
    public bool IsYearToDate => First is null or 1;
}
