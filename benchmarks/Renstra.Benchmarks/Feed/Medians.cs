using System.Diagnostics;
using System.Globalization;

namespace Renstra.Benchmarks.Feed;

/// <summary>A way of doing one thing, measured against others.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Run">Does it once.</param>
internal sealed record Side(string Name, Func<Task> Run);

/// <summary>Times of sides that take turns, so that whatever else the machine does hits them alike.</summary>
internal static class Medians
{
    /// <param name="what">What is done.</param>
    /// <param name="rounds">How often each side does it.</param>
    /// <param name="warmUp">How often before, uncounted.</param>
    /// <param name="sides">The first one is the one that the others are compared with.</param>
    public static async Task PrintAsync(string what, int rounds, int warmUp, params IReadOnlyList<Side> sides)
    {
        var times = sides.Select(_ => new List<double>()).ToList();
        for (var round = -warmUp; round < rounds; round++)
        {
            for (var side = 0; side < sides.Count; side++)
            {
                var start = Stopwatch.GetTimestamp();
                await sides[side].Run();
                if (round >= 0)
                {
                    times[side].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        Console.WriteLine($"{what}");
        var basis = Quantile(times[0], 0.5);
        for (var side = 0; side < sides.Count; side++)
        {
            var (p50, p95) = (Quantile(times[side], 0.5), Quantile(times[side], 0.95));
            Print($"  {sides[side].Name,-34} p50 {p50,9:0.00} ms   p95 {p95,9:0.00} ms   p95/p50 {p95 / p50,5:0.0}   as fast as the first {basis / p50,6:0.00} times");
        }
    }

    public static double Quantile(List<double> times, double share)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * share))];
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
