using System.Diagnostics.CodeAnalysis;
using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>
/// The name of a file in <c>kiriman</c>. Collected files are named
/// <c>&lt;region code&gt;/&lt;SubmittedAt yyyyMMddHHmmssfff&gt;-&lt;hash12&gt;-&lt;name&gt;</c>; a file uploaded by other means may have any name.
/// </summary>
/// <param name="Folder">The region whose folder it came from; null when the first segment is no region code.</param>
/// <param name="Submission">The identity in the name; null when it has none.</param>
/// <param name="FileName">The file's name as the sender gave it.</param>
internal sealed record SubmissionBlobName(RegionCode? Folder, SubmissionId? Submission, string FileName)
{
    /// <summary>The first segment where the sender's folder belongs to no region.</summary>
    public const string WithoutRegion = "tanpa-wilayah";

    // "yyyyMMddHHmmssfff-" and twelve digits of the hash.
    private const int IdentityLength = 30;

    /// <summary>The prefix of a folder's files.</summary>
    public static string Prefix(RegionCode? folder) => $"{folder?.Value ?? WithoutRegion}/";

    /// <summary>
    /// The prefixes that a folder's files of some months have in common, one for each year: files of other years are not looked at, and
    /// a run costs the same however long a folder has been in use.
    /// </summary>
    public static IEnumerable<string> Prefixes(RegionCode? folder, IEnumerable<ReportingMonth> months) => months
        .GroupBy(month => month.Year)
        .Select(year => Prefix(folder) + Common([.. year.Select(month => $"{month}".Replace("-", "", StringComparison.Ordinal))]));

    /// <summary>The name of a collected file.</summary>
    public static string For(RegionCode? folder, SubmissionId submission, string fileName) =>
        $"{Prefix(folder)}{submission}-{string.Concat(fileName.Select(character => character is '/' or '\\' || char.IsControl(character) ? '_' : character))}";

    /// <summary>Reads any name.</summary>
    public static SubmissionBlobName Parse(string blobName)
    {
        var segments = blobName.Split('/');
        var last = segments[^1];
        RegionCode? folder = segments.Length > 1 && RegionCode.TryParse(segments[0], out var region) ? region : null;
        return TrySplitIdentity(last, out var submission, out var fileName)
            ? new SubmissionBlobName(folder, submission, fileName)
            : new SubmissionBlobName(folder, null, last);
    }

    private static string Common(IReadOnlyList<string> texts) =>
        texts[0][..texts.Min(text => text.AsSpan().CommonPrefixLength(texts[0]))];

    private static bool TrySplitIdentity(string name, out SubmissionId submission, [NotNullWhen(true)] out string? fileName)
    {
        fileName = null;
        submission = default;
        if (name.Length > IdentityLength + 1 && name[IdentityLength] == '-' && SubmissionId.TryParse(name[..IdentityLength], out submission))
        {
            fileName = name[(IdentityLength + 1)..];
        }

        return fileName is not null;
    }
}
