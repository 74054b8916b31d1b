namespace Renstra.Transform.Workbooks;

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
