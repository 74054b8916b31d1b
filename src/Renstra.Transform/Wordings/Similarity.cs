namespace Renstra.Transform.Wordings;

/// <summary>
/// How alike two phrases are: the share of letter pairs they have in common (Dice's coefficient), from 0 to 1. A typing error costs
/// two pairs of many, another order of words costs little, another word costs all of its pairs.
/// </summary>
internal sealed class Similarity
{
    private readonly Dictionary<int, int> _pairs;
    private readonly int _count;

    /// <param name="normalised">The phrase, normalised by <see cref="Wording"/>.</param>
    public Similarity(string normalised)
    {
        _pairs = PairsOf(normalised);
        _count = _pairs.Values.Sum();
    }

    /// <summary>How alike the phrase and another are.</summary>
    public decimal To(Similarity other)
    {
        if (_count + other._count == 0)
        {
            return 0;
        }

        var (few, many) = _pairs.Count < other._pairs.Count ? (_pairs, other._pairs) : (other._pairs, _pairs);
        var common = few.Sum(pair => Math.Min(pair.Value, many.GetValueOrDefault(pair.Key)));
        return 2m * common / (_count + other._count);
    }

    private static Dictionary<int, int> PairsOf(string normalised)
    {
        var pairs = new Dictionary<int, int>();
        for (var at = 1; at < normalised.Length; at++)
        {
            if (normalised[at] != ' ' && normalised[at - 1] != ' ')
            {
                var pair = (normalised[at - 1] << 16) | normalised[at];
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }
        }

        return pairs;
    }
}
