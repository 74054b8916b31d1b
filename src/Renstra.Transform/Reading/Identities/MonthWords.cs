using System.Globalization;
using System.Text;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reading.Identities;

/// <summary>A text cut into words and numbers, as far as months are concerned: <c>Juli2024</c> is a word and a number.</summary>
internal static class MonthWords
{
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

        return separated.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A number of one or two digits, such as a day or a month.</summary>
    public static int? Short(string word) => word.Length <= 2 ? Number(word) : null;

    /// <summary>A year of four digits.</summary>
    public static int? Year(string word) => word.Length == 4 && Number(word) is >= 1900 and <= 2199 and var year ? year : null;

    public static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
