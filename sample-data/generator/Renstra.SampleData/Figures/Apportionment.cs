namespace Renstra.SampleData.Figures;

/// <summary>Divides whole numbers so that the parts add up.</summary>
internal static class Apportionment
{
    /// <summary>Parts in proportion to weights, by largest remainders; the earlier of two equal ones gets more.</summary>
    public static IReadOnlyList<int> Divide(int total, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(weight => total * weight / sum).ToList();
        var parts = exact.Select(share => (int)decimal.Floor(share)).ToArray();
        var missing = total - parts.Sum();
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(index => exact[index] - parts[index]).Take(missing))
        {
            parts[index]++;
        }

        return parts;
    }
}
