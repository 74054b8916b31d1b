using System.Diagnostics;
using System.Globalization;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>What came of all damaged files.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _mostAllocated;
    private TimeSpan _longest;
    private int _byText;

    /// <summary>How many accepted amounts were looked up in their cells.</summary>
    public int AmountsComparedByCell { get; private set; }

    public void Add(SubmissionReading reading, long allocated, TimeSpan elapsed)
    {
        _verdicts[reading.Verdict] = CountOf(reading.Verdict) + 1;
        _mostAllocated = Math.Max(_mostAllocated, allocated);
        _longest = elapsed > _longest ? elapsed : _longest;
    }

    public void Add(int amounts, bool isByCell)
    {
        AmountsComparedByCell += isByCell ? amounts : 0;
        _byText += isByCell ? 0 : amounts;
    }

    public int CountOf(Verdict verdict) => _verdicts.GetValueOrDefault(verdict);

    public override string ToString()
    {
        using var self = Process.GetCurrentProcess();
        var verdicts = string.Join(", ", _verdicts.OrderBy(verdict => verdict.Key).Select(verdict => $"{verdict.Value} {verdict.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts}; accepted numbers: {AmountsComparedByCell} found in their cells, {_byText} in the text; at most {_mostAllocated / 1048576.0:0.0} MiB and {_longest.TotalMilliseconds:0} ms for one file; {self.PeakWorkingSet64 >> 20} MiB peak; {Stopwatch.GetElapsedTime(_started).TotalSeconds:0} s");
    }
}
