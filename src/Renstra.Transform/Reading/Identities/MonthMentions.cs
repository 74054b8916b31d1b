using System.Globalization;
using System.Text;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Identities;

/// <summary>
/// Finds the months that running text is about: titles, letterheads, file names. What could as well be a day's date
/// (<c>Soe, 5 Agustus 2024</c>) or a span of years (<c>2024–2026</c>) says nothing of the reporting month.
/// </summary>
internal sealed class MonthMentions(Vocabulary vocabulary)
{
    private const int SpanReach = 5;

    private static readonly HashSet<string> Announcing = ["BULAN", "BLN", "PERIODE", "KEADAAN", "POSISI", "LAPORAN", "PER"];
    private static readonly HashSet<string> MonthEnd = ["PER", "KEADAAN", "POSISI", "AKHIR", "SAMPAI", "DENGAN", "D", "SD", "TANGGAL", "TGL"];
    private static readonly HashSet<string> DayWords = ["TANGGAL", "TGL"];
    private static readonly HashSet<string> Until = ["SD", "SAMPAI", "HINGGA"];
    private static readonly HashSet<string> YearWords = ["TAHUN", "THN", "TA", "ANGGARAN"];

    /// <summary>The months and years that a line of a sheet speaks about.</summary>
    public IReadOnlyList<MonthPart> InText(string text) => Find(MonthWords.Of(text), isFileName: false);

    /// <summary>The months that a file's name speaks about; a bare month name counts here, and <c>2024-07</c>.</summary>
    public IReadOnlyList<MonthPart> InFileName(string name) => Find(MonthWords.Of(name), isFileName: true);

    private List<MonthPart> Find(IReadOnlyList<string> words, bool isFileName)
    {
        var found = new List<MonthPart>();
        for (var at = 0; at < words.Count; at++)
        {
            var part = vocabulary.MonthOf(words[at]) is { } month ? Named(words, at, month, isFileName)
                : YearWords.Contains(words[at]) ? YearAfter(words, at)
                : isFileName ? InFigures(words, at)
                : Announcing.Contains(words[at]) ? Announced(words, at + 1)
                : null;
            if (part is { } mention && (mention.Month is null || !found.Contains(mention)))
            {
                found.Add(mention);
            }
        }

        // "Bulan Juli Tahun 2024" is one mention: its year is not another.
        found.RemoveAll(part => part.Month is null && found.Exists(other => other.Month is not null && other.Year == part.Year));
        return found;
    }

    private MonthPart? Named(IReadOnlyList<string> words, int at, int month, bool isFileName)
    {
        var next = WordAt(words, at + 1);
        var yearAt = YearWords.Contains(next) ? at + 2 : at + 1;
        var year = MonthWords.Year(WordAt(words, yearAt)) ?? ShortYear(words, at, yearAt);
        if (IsUntil(words, year is null ? at + 1 : yearAt + 1) || EndsSpan(words, at))
        {
            // "Januari s.d. Juli 2024" is no single month.
            return year is null ? null : new MonthPart(year, null);
        }

        // The state on 1 August is July's or August's; only the last days of a month are nobody else's.
        var day = MonthWords.Short(WordAt(words, at - 1));
        if (day is not null && (day < MonthWords.LeastDaysOfMonth || !IsMonthEnd(words, at - 2)))
        {
            return null;
        }

        return isFileName || year is not null || Announcing.Contains(WordAt(words, at - 1)) ? new MonthPart(year, month) : null;
    }

    /// <summary>"Keadaan per tanggal 31 Juli" is a month's end; "Surat Nomor 5 Tanggal 2 Agustus" is the day of a letter.</summary>
    private static bool IsMonthEnd(IReadOnlyList<string> words, int at) =>
        MonthEnd.Contains(WordAt(words, at)) && (!DayWords.Contains(WordAt(words, at)) || MonthEnd.Contains(WordAt(words, at - 1)) || Announcing.Contains(WordAt(words, at - 1)));

    /// <summary>A year of two digits behind a month that has no day: <c>Ags-24</c>.</summary>
    private static int? ShortYear(IReadOnlyList<string> words, int at, int yearAt) =>
        MonthWords.Short(WordAt(words, yearAt)) is > 12 and var year && MonthWords.Short(WordAt(words, at - 1)) is null && MonthWords.Year(WordAt(words, yearAt + 1)) is null
            ? 2000 + year
            : null;

    /// <summary>The month behind a word that announces one: <c>Keadaan per 31-08-2024</c>, <c>Bulan VIII Tahun 2024</c>, <c>Bulan 08/2024</c>.</summary>
    private MonthPart? Announced(IReadOnlyList<string> words, int at)
    {
        while (MonthEnd.Contains(WordAt(words, at)) || Announcing.Contains(WordAt(words, at)))
        {
            at++;
        }

        var (first, second, third) = (WordAt(words, at), WordAt(words, at + 1), WordAt(words, at + 2));
        if (MonthWords.Roman(first) is { } roman)
        {
            return MonthWords.Year(YearWords.Contains(second) ? third : second) is { } year ? new MonthPart(year, roman) : null;
        }

        var isDay = MonthWords.Short(first) is > 12 and <= 31 || (MonthWords.Short(first) is not null && MonthWords.Short(first) == MonthWords.Short(second));
        return isDay && MonthWords.Year(third) is not null ? Of(third, second) : InFigures(words, at);
    }

    /// <summary>Whether an earlier month and the words of a span stand before this one.</summary>
    private bool EndsSpan(IReadOnlyList<string> words, int at)
    {
        var isSpan = false;
        for (var before = at - 1; before >= 0 && before >= at - SpanReach; before--)
        {
            if (isSpan && vocabulary.MonthOf(words[before]) is not null)
            {
                return true;
            }

            isSpan |= IsUntil(words, before);
        }

        return false;
    }

    private static MonthPart? YearAfter(IReadOnlyList<string> words, int at) =>
        MonthWords.Year(WordAt(words, at + 1)) is { } year && MonthWords.Year(WordAt(words, at + 2)) is null && WordAt(words, at + 2) != "S"
            ? new MonthPart(year, null)
            : null;

    private MonthPart? InFigures(IReadOnlyList<string> words, int at)
    {
        var (before, first, second, third) = (WordAt(words, at - 1), WordAt(words, at), WordAt(words, at + 1), WordAt(words, at + 2));
        if (MonthWords.Short(before) is not null)
        {
            return null;
        }

        if (first.Length == 6 && first.StartsWith("20", StringComparison.Ordinal))
        {
            return Of(first[..4], first[4..]);
        }

        return MonthWords.Year(first) is not null
            ? MonthWords.Short(third) is null && vocabulary.MonthOf(third) is null ? Of(first, second) : null
            : Of(YearWords.Contains(second) ? third : second, first);
    }

    private static MonthPart? Of(string yearWord, string monthWord) =>
        MonthWords.Year(yearWord) is { } year && MonthWords.Short(monthWord) is >= 1 and <= 12 and var month ? new MonthPart(year, month) : null;

    /// <summary>Whether a span such as "s.d." begins at a word.</summary>
    private static bool IsUntil(IReadOnlyList<string> words, int at) =>
        Until.Contains(WordAt(words, at)) || (WordAt(words, at) == "S" && WordAt(words, at + 1) == "D");

    private static string WordAt(IReadOnlyList<string> words, int at) => at >= 0 && at < words.Count ? words[at] : "";
}

/// <summary>A text cut into words and numbers, as far as months are concerned: <c>Juli2024</c> is a word and a number.</summary>
internal static class MonthWords
{
    /// <summary>The day on which the shortest month ends.</summary>
    public const int LeastDaysOfMonth = 28;

    private const int MostWordsOfSpan = 6;

    private static readonly string[] RomanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    private static readonly HashSet<string> Until = ["S", "D", "SD", "SAMPAI", "DENGAN", "DGN", "HINGGA"];

    public static IReadOnlyList<string> Of(string text)
    {
        var separated = new StringBuilder(text.Length + 4);
        foreach (var character in Wording.Normalise(text))
        {
            if (separated.Length > 0 && char.IsAsciiDigit(character) != char.IsAsciiDigit(separated[^1]) && character != ' ' && separated[^1] != ' ')
            {
                separated.Append(' ');
            }

            separated.Append(character);
        }

        separated.Replace(" T A ", " TA ");
        return WithWholeMonths(separated.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The number of the month that a Roman numeral means; null for none.</summary>
    public static int? Roman(string word) => Array.IndexOf(RomanNumerals, word) is >= 0 and var at ? at + 1 : null;

    /// <summary>A number of one or two digits, such as a day or a month.</summary>
    public static int? Short(string word) => word.Length <= 2 ? Number(word) : null;

    /// <summary>A year of four digits.</summary>
    public static int? Year(string word) => word.Length == 4 && Number(word) is >= 1900 and <= 2199 and var year ? year : null;

    public static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The days of a whole month are the month: <c>1 s.d. 31 Agustus 2024</c>, <c>01-08-2024 s.d. 31-08-2024</c>.</summary>
    private static string[] WithWholeMonths(string[] words)
    {
        for (var first = 0; first < words.Length; first++)
        {
            for (var last = first + 1; Short(words[first]) == 1 && last + 1 < words.Length && last <= first + MostWordsOfSpan; last++)
            {
                if (Short(words[last]) is >= LeastDaysOfMonth and <= 31 && IsFirstDayOf(words[(first + 1)..last], words[(last + 1)..]))
                {
                    return [.. words[..first], .. words[(last + 1)..]];
                }
            }
        }

        return words;
    }

    private static bool IsFirstDayOf(string[] between, string[] month)
    {
        var said = between.Where(word => !Until.Contains(word)).ToList();
        return said.Count <= 2 && said.Count <= month.Length && said.Zip(month).All(pair => pair.First == pair.Second);
    }
}
