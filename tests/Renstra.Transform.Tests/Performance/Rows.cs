using Renstra.Transform.Performance;

namespace Renstra.Transform.Tests.Performance;

/// <summary>Compares rows by all they say: two records with equal lists are not equal by themselves.</summary>
internal static class Rows
{
    public static bool AreSame(PerformanceRow one, PerformanceRow other) =>
        one with { MissingRegions = [] } == other with { MissingRegions = [] } && one.MissingRegions.SequenceEqual(other.MissingRegions);

    public static bool AreSame(IReadOnlyCollection<PerformanceRow> some, IReadOnlyCollection<PerformanceRow> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => AreSame(pair.First, pair.Second));
}
