using System.Globalization;
using System.Text.RegularExpressions;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reading.Amounts;

/// <summary>
/// Reads a number from text as offices in Indonesia write it: <c>1.234</c> is 1234 and <c>1,5</c> is one and a half. English
/// notation is understood where it can mean nothing else.
/// </summary>
internal static partial class NumberText
{
    private const int MostDigits = 20;

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="text">Digits and separators alone; sign and unit are taken off.</param>
    /// <param name="decimals">Digits after the point that the component allows; where it allows three, <c>1.234</c> is ambiguous as well.</param>
    /// <param name="number">The number.</param>
    /// <param name="isAmbiguous">Whether the other notation makes it another number.</param>
    public static bool TryRead(string text, int decimals, out decimal number, out bool isAmbiguous)
    {
        isAmbiguous = false;
        number = 0;
        if (text.Length == 0 || text.Count(char.IsAsciiDigit) > MostDigits)
        {
            return false;
        }

        if (Plain().IsMatch(text))
        {
            return TryParse(text, out number);
        }

        if (GroupedBySpaces().Match(text) is { Success: true } spaced)
        {
            return TryParse(Join(spaced, " "), out number);
        }

        if (GroupedByPoints().Match(text) is { Success: true } indonesian)
        {
            isAmbiguous = decimals >= 3 && !indonesian.Groups["fraction"].Success && indonesian.Groups["group"].Captures.Count == 1;
            return TryParse(Join(indonesian, "."), out number);
        }

        if (GroupedByCommas().Match(text) is { Success: true } english)
        {
            isAmbiguous = !english.Groups["fraction"].Success && english.Groups["group"].Captures.Count == 1;
            return TryParse(Join(english, ","), out number);
        }

        return Fraction().Match(text) is { Success: true } fraction && TryParse(Join(fraction, ""), out number);
    }

    /// <summary>Whether a cell holds a number, as one or as text.</summary>
    public static bool IsNumber(Cell cell) =>
        cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && cell.Text.Length <= 2 * MostDigits && TryRead(cell.Text.Trim(), 0, out _, out _));

    private static string Join(Match match, string groupSeparator)
    {
        var whole = match.Groups["whole"].Value;
        var joined = groupSeparator.Length == 0 ? whole : whole.Replace(groupSeparator, "", StringComparison.Ordinal);
        return match.Groups["fraction"] is { Success: true } fraction ? $"{joined}.{fraction.Value}" : joined;
    }

    private static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^[0-9]+\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?<group> [0-9]{3})+)(?:,(?<fraction>[0-9]+))?\z")]
    private static partial Regex GroupedBySpaces();

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?<group>\.[0-9]{3})+)(?:,(?<fraction>[0-9]+))?\z")]
    private static partial Regex GroupedByPoints();

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?<group>,[0-9]{3})+)(?:\.(?<fraction>[0-9]+))?\z")]
    private static partial Regex GroupedByCommas();

    /// <summary>One separator that cannot group thousands: too many or too few digits behind it, or a number that begins with 0.</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]+)[.,](?<fraction>[0-9]+)\z")]
    private static partial Regex Fraction();
}
