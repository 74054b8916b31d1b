using System.Globalization;

namespace Renstra.Transform.Workbooks.Xml;

/// <summary>The whole numbers that places in a sheet are written as.</summary>
internal static class WholeNumber
{
    /// <summary>The number that the text is; a file whose number is missing, no number or out of bounds is corrupt.</summary>
    public static int Parse(ReadOnlySpan<char> text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw UnreadableFileException.Corrupt();
}
