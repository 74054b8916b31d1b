using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Reports;

/// <summary>What came of a submission.</summary>
public enum Verdict
{
    /// <summary>Every report in it is accepted: <c>DITERIMA</c>.</summary>
    Diterima,

    /// <summary>Some of its reports are accepted: <c>DITERIMA SEBAGIAN</c>.</summary>
    DiterimaSebagian,

    /// <summary>None of its reports is accepted, or none could be read: <c>DIKEMBALIKAN</c>.</summary>
    Dikembalikan,
}

/// <summary>A submission as it was read. It depends on the file's bytes, its name and folder, and the reference data; on nothing else.</summary>
/// <param name="Reports">The reports found, by month and region; none when no report could be told apart.</param>
/// <param name="Findings">All findings, in the order in which an officer meets them in the file; at most as many as are kept.</param>
/// <param name="FindingsTotal">How many findings there are, those not kept included.</param>
public sealed record SubmissionReading(IReadOnlyList<ReportReading> Reports, IReadOnlyList<Finding> Findings, int FindingsTotal)
{
    /// <summary>What the file's content turned out to be; null when it could not be read.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>Where no report could be told apart: the region that the file is about all the same; null when that is not known either.</summary>
    public RegionCode? KnownRegion { get; init; }

    /// <summary>Where no report could be told apart: the month that the file is about all the same; null when that is not known either.</summary>
    public ReportingMonth? KnownMonth { get; init; }

    /// <summary>What the sender is told.</summary>
    public Verdict Verdict
    {
        get
        {
            var accepted = Reports.Count(report => report.IsAccepted);
            return accepted == 0 ? Verdict.Dikembalikan : accepted == Reports.Count ? Verdict.Diterima : Verdict.DiterimaSebagian;
        }
    }
}

/// <summary>A report as it was read: accepted whole or returned whole (<c>Laporan</c>).</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Figures">What was understood, in the order of the plan; may be incomplete when the report is returned.</param>
/// <param name="IsAccepted">False when at least one <see cref="Severity.Kesalahan"/> concerns it.</param>
public sealed record ReportReading(ReportKey Key, IReadOnlyList<Figure> Figures, bool IsAccepted);
