namespace Renstra.SampleData.Figures;

/// <summary>
/// Variety without a random generator: a number that depends on the name of what it is for and on nothing else, so that a change
/// in one place of the sample leaves all others as they are.
/// </summary>
internal static class Chance
{
    private const int Steps = 1_000_000;

    /// <summary>A number from <paramref name="least"/> to just below <paramref name="most"/>.</summary>
    public static decimal Between(decimal least, decimal most, params IReadOnlyList<object> what) =>
        least + ((most - least) * (Hash(string.Join('|', what.Select(part => FormattableString.Invariant($"{part}")))) % Steps) / Steps);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public static int Whole(int least, int most, params IReadOnlyList<object> what) => (int)Between(least, most + 1, what);

    // FNV-1a, then the finaliser of SplitMix64: names that differ in one letter give unlike numbers.
    private static ulong Hash(string text)
    {
        var hash = text.Aggregate(14_695_981_039_346_656_037UL, (value, character) => unchecked((value ^ character) * 1_099_511_628_211UL));
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EBUL);
        return hash ^ (hash >> 31);
    }
}
