using System.Text;

namespace Renstra.Transform.Wordings;

/// <summary>Reduces the ways of writing a phrase to one, so that equal means the same words.</summary>
internal static class Wording
{
    /// <summary>Longer texts are prose, not a heading or a name; they are not compared with phrases.</summary>
    public const int LongestPhrase = 160;

    private static readonly string[] HeadingWords = ["PEMBILANG", "PENYEBUT", "INDIKATOR"];

    /// <summary>
    /// Upper case, punctuation and repeated spaces gone, a percent sign as a word of its own: <c>"s.d. bulan ini (%)"</c> gives
    /// <c>S D BULAN INI %</c>.
    /// </summary>
    public static string Normalise(string text)
    {
        var words = new StringBuilder(text.Length + 4);
        var pendingSpace = false;
        foreach (var character in text)
        {
            if (character != '%' && !char.IsLetterOrDigit(character))
            {
                pendingSpace = true;
                continue;
            }

            if (words.Length > 0 && (pendingSpace || character == '%' || words[^1] == '%'))
            {
                words.Append(' ');
            }

            pendingSpace = false;
            words.Append(char.ToUpperInvariant(character));
        }

        return words.ToString();
    }

    /// <summary>The words of a heading with a letter wrong in those that every table has: <c>PEMBILNG</c> is <c>PEMBILANG</c>.</summary>
    /// <param name="normalised">What <see cref="Normalise"/> gives.</param>
    public static string Corrected(string normalised) => !normalised.Split(' ').Any(IsNearlyHeading)
        ? normalised
        : string.Join(' ', normalised.Split(' ').Select(word => IsNearlyHeading(word) ? Array.Find(HeadingWords, heading => Misspelling.IsLetterOff(word, heading))! : word));

    private static bool IsNearlyHeading(string word) =>
        word.Length is >= 7 and <= 10 && word[0] is 'P' or 'I' && Array.Exists(HeadingWords, heading => word != heading && Misspelling.IsLetterOff(word, heading));

    /// <summary>The normalised text; where it has no letter, digit or percent sign, its symbols without space: <c>-</c> stays <c>-</c>.</summary>
    public static string NormaliseOrSymbols(string text)
    {
        var normalised = Normalise(text);
        return normalised.Length > 0 ? normalised : string.Concat(text.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
    }

    /// <summary>Whether a normalised text has a normalised phrase in it as whole words.</summary>
    public static bool Mentions(string normalised, string phrase)
    {
        for (var at = normalised.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = normalised.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || normalised[at - 1] == ' ') && (end == normalised.Length || normalised[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
