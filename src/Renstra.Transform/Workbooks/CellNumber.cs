using System.Globalization;

namespace Renstra.Transform.Workbooks;

/// <summary>
/// From the binary fractions that spreadsheets keep to decimals. A sheet shows and takes 15 significant digits, so a number rounded to 15
/// is what was typed, to the digit, and the dust that sums leave behind (0.30000000000000004) is gone as it is on the screen.
/// </summary>
internal static class CellNumber
{
    /// <summary>Every number of so many digits survives the way through a binary fraction.</summary>
    private const int SignificantDigits = 15;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>
    /// The number that a file's text stands for; false when it is none, or when it lies outside the range of <see cref="decimal"/> and
    /// only <paramref name="magnitude"/> can tell it.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal number, out double magnitude)
    {
        // A sign and a point may come on top of 15 digits. The text is then the number, and decimal arithmetic need not see a double.
        if (text.Length <= SignificantDigits && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out number))
        {
            magnitude = 0;
            return true;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out magnitude) && double.IsFinite(magnitude))
        {
            return TryConvert(magnitude, out number);
        }

        magnitude = double.NaN;
        number = 0;
        return false;
    }

    /// <summary>A binary fraction as a decimal of 15 significant digits; false when it lies outside the range of decimals.</summary>
    public static bool TryConvert(double value, out decimal number)
    {
        // At most: sign, 15 digits, point, exponent of five characters.
        Span<char> digits = stackalloc char[32];
        number = 0;
        return double.IsFinite(value)
            && value.TryFormat(digits, out var length, "G15", CultureInfo.InvariantCulture)
            && decimal.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A number outside the range of decimals, as text in scientific notation.</summary>
    public static string Scientific(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}

/// <summary>Numbers packed into four bytes, as both binary formats have them ([MS-XLS] 2.5.217, [MS-XLSB] 2.5.123).</summary>
internal static class PackedNumber
{
    /// <summary>
    /// Bit 0 says to divide by a hundred, bit 1 that the other thirty bits are a whole number and not the upper part of a binary fraction.
    /// </summary>
    public static double Unpack(uint packed)
    {
        var number = (packed & 2) != 0
            ? (int)packed >> 2
            : BitConverter.UInt64BitsToDouble((ulong)(packed & ~3u) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }
}
