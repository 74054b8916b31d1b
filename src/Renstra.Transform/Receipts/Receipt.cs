using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>
/// What the sender of a file gets back (<c>TandaTerima</c>). It depends on the submission and the reference data alone, so that it
/// can be written again and says the same.
/// </summary>
public sealed record Receipt
{
    /// <summary>As <see cref="ReceiptNumber"/> makes it.</summary>
    public required string Number { get; init; }

    /// <summary>The submission.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>As the sender named the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The full name of the region whose folder the file came from; null when it is unknown.</summary>
    public required string? SenderFolder { get; init; }

    /// <summary>What the sender is told.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The reports found in the file, in its order.</summary>
    public required IReadOnlyList<ReceiptReport> Reports { get; init; }

    /// <summary>What has to be mended or looked at, in the order in which an officer meets it; at most as many as are kept.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How many findings there are, those not kept included.</summary>
    public required int FindingsTotal { get; init; }

    /// <summary>The version of the reference data that the file was read by.</summary>
    public required string ReferenceVersion { get; init; }

    /// <summary>Writes out what was understood of a submission.</summary>
    /// <param name="number">The receipt's number.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="source">What is known of it besides its bytes.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="reference">The reference data that it was read by.</param>
    public static Receipt For(string number, SubmissionId submission, SubmissionSource source, SubmissionReading reading, ReferenceData reference) => new()
    {
        Number = number,
        Submission = submission,
        FileName = source.FileName,
        SenderFolder = source.Folder is { } folder && reference.Regions.TryFind(folder, out var region) ? region.FullName : null,
        Verdict = reading.Verdict,
        Reports = [.. reading.Reports.Select(report => ReceiptReport.For(report, reference))],
        Findings = reading.Findings,
        FindingsTotal = reading.FindingsTotal,
        ReferenceVersion = reference.Version,
    };
}
