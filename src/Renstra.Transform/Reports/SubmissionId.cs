using System.Globalization;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Reports;

/// <summary>
/// A submission's identity (<c>LaporanMasuk</c>), written <c>yyyyMMddHHmmssfff-&lt;hash12&gt;</c>: when it was handed in, in UTC to the
/// millisecond, and the first twelve hexadecimal digits of the SHA-256 of its bytes. Later submissions sort after earlier ones.
/// </summary>
/// <param name="SubmittedAt">In UTC, whole milliseconds.</param>
/// <param name="Hash12">Twelve lower-case hexadecimal digits.</param>
public readonly record struct SubmissionId(DateTimeOffset SubmittedAt, string Hash12) : IComparable<SubmissionId>
{
    /// <summary>How the time is written: sortable as text, and free of characters that a path or a key would change.</summary>
    public const string TimeFormat = "yyyyMMddHHmmssfff";

    private const int HashLength = 12;

    /// <summary>Makes an identity from a moment, cut to the millisecond, and the SHA-256 of the bytes in hexadecimal.</summary>
    /// <param name="submittedAt">Any offset; kept in UTC.</param>
    /// <param name="sha256">At least twelve hexadecimal digits.</param>
    public static SubmissionId Of(DateTimeOffset submittedAt, string sha256)
    {
        var utc = submittedAt.ToUniversalTime();
        return new SubmissionId(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond)), sha256[..HashLength].ToLowerInvariant());
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static SubmissionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a submission; write it as yyyyMMddHHmmssfff-hash12.");

    /// <summary>Reads the written form; false for anything else.</summary>
    public static bool TryParse(string? text, out SubmissionId id)
    {
        id = default;
        if (text is null || text.Length != TimeFormat.Length + 1 + HashLength || text[TimeFormat.Length] != '-')
        {
            return false;
        }

        var hash = text[(TimeFormat.Length + 1)..];
        if (!hash.All(char.IsAsciiHexDigitLower) || !TryParseTime(text[..TimeFormat.Length], out var submittedAt))
        {
            return false;
        }

        id = new SubmissionId(submittedAt, hash);
        return true;
    }

    /// <summary>Reads a moment written as in <see cref="TimeFormat"/>, in UTC.</summary>
    public static bool TryParseTime(string text, out DateTimeOffset submittedAt) =>
        DateTimeOffset.TryParseExact(
            text,
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out submittedAt);

    /// <summary>A moment as <see cref="TimeFormat"/> writes it.</summary>
    public static string WriteTime(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(SubmissionId other)
    {
        var byTime = SubmittedAt.CompareTo(other.SubmittedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(Hash12, other.Hash12);
    }

    /// <summary>The written form.</summary>
    public override string ToString() => $"{WriteTime(SubmittedAt)}-{Hash12}";

    /// <summary>Handed in before.</summary>
    public static bool operator <(SubmissionId left, SubmissionId right) => left.CompareTo(right) < 0;

    /// <summary>Handed in after.</summary>
    public static bool operator >(SubmissionId left, SubmissionId right) => left.CompareTo(right) > 0;

    /// <summary>Handed in before, or the same.</summary>
    public static bool operator <=(SubmissionId left, SubmissionId right) => left.CompareTo(right) <= 0;

    /// <summary>Handed in after, or the same.</summary>
    public static bool operator >=(SubmissionId left, SubmissionId right) => left.CompareTo(right) >= 0;
}

/// <summary>What is known of a submission besides its bytes. The folder is evidence, not proof, of the sender.</summary>
/// <param name="FileName">As the sender named the file.</param>
/// <param name="Folder">The region whose folder it came from; the province's code when the province sent it, null when unknown.</param>
/// <param name="SubmittedAt">When it was handed in: a month that had not ended begun by then cannot be reported about.</param>
public sealed record SubmissionSource(string FileName, RegionCode? Folder, DateTimeOffset SubmittedAt);

/// <summary>That a submission was withdrawn (<c>penarikan.csv</c>): its reports no longer stand, and the ones before them do again.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
/// <param name="WithdrawnBy">Who decided it.</param>
/// <param name="WithdrawnOn">The day on which it was decided.</param>
public sealed record Withdrawal(SubmissionId Submission, string Reason, string WithdrawnBy, DateOnly WithdrawnOn);
