using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Chasing;

/// <summary>A report that is due, and what has come of it.</summary>
/// <param name="Key">What it must speak about.</param>
/// <param name="DueOn">The last day on which it is on time (WITA).</param>
/// <param name="Status">How it stands.</param>
/// <param name="First">The first accepted one, which says whether the office was on time; null while none is.</param>
/// <param name="Standing">The one that stands; null while none is accepted.</param>
/// <param name="Returned">The last one returned, while no accepted one followed it.</param>
/// <param name="DaysLate">Days (WITA) from <paramref name="DueOn"/> to the first accepted one, or to today while there is none; 0 when not late.</param>
public sealed record DueReport(
    ReportKey Key, DateOnly DueOn, ReportStatus Status, SubmissionId? First, SubmissionId? Standing, ReceivedReport? Returned, int DaysLate)
{
    /// <summary>Whether the office still has something to do.</summary>
    public bool IsMissing => Standing is null;

    /// <summary>The reports due for a month.</summary>
    /// <param name="reference">Says who reports what, and until when.</param>
    /// <param name="month">The reporting month.</param>
    /// <param name="received">What was received, in any order; other months' are ignored.</param>
    /// <param name="now">Now.</param>
    public static IEnumerable<DueReport> For(ReferenceData reference, ReportingMonth month, IEnumerable<ReceivedReport> received, DateTimeOffset now)
    {
        var byKey = received.OrderBy(report => report.Submission).ToLookup(report => report.Key);
        return Completeness.DueFor(reference, month).Select(key => Of(reference.Calendar, key, [.. byKey[key]], now));
    }

    private static DueReport Of(ReportingCalendar calendar, ReportKey key, IReadOnlyList<ReceivedReport> received, DateTimeOffset now)
    {
        var accepted = received.Where(report => report.IsAccepted).ToList();
        var first = accepted.FirstOrDefault()?.Submission;
        var (dueOn, lateAfter) = (calendar.DueOn(key.Month), calendar.LateAfter(key.Month));
        var isLate = (first?.SubmittedAt ?? now) > lateAfter;
        var returned = received is [.., { IsAccepted: false } last] ? last : null;
        var status = (first, returned, isLate) switch
        {
            (not null, _, false) => ReportStatus.Sudah,
            (not null, _, true) => ReportStatus.Terlambat,
            (null, not null, _) => ReportStatus.Dikembalikan,
            (null, null, false) => ReportStatus.BelumJatuhTempo,
            (null, null, true) => ReportStatus.Belum,
        };
        var until = DateOnly.FromDateTime(Wita.From(first?.SubmittedAt ?? now).DateTime);
        return new DueReport(
            key, dueOn, status, first, accepted.LastOrDefault()?.Submission, returned, isLate ? until.DayNumber - dueOn.DayNumber : 0);
    }
}

/// <summary>How a report that is due stands (<c>StatusLaporan</c>).</summary>
public enum ReportStatus
{
    /// <summary>Nothing has come, and there is still time.</summary>
    BelumJatuhTempo,

    /// <summary>It was accepted in time.</summary>
    Sudah,

    /// <summary>It was accepted, but late.</summary>
    Terlambat,

    /// <summary>Nothing has come, and the time is over.</summary>
    Belum,

    /// <summary>What came was returned and has not been mended.</summary>
    Dikembalikan,
}

/// <summary>A report that was received and not withdrawn.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="IsAccepted">Accepted or returned.</param>
/// <param name="FileName">The file's name as it was sent.</param>
public sealed record ReceivedReport(ReportKey Key, SubmissionId Submission, bool IsAccepted, string FileName);
