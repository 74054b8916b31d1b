using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>A file received, and how far it has come (<c>LaporanMasuk</c>).</summary>
internal sealed record StoredSubmission
{
    /// <summary>The submission.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>Where the file lies in <c>kiriman</c>.</summary>
    public required string BlobName { get; init; }

    /// <summary>The file's name as the sender gave it.</summary>
    public required string FileName { get; init; }

    /// <summary>The region whose folder it came from; the province's code when the province sent it, null when unknown.</summary>
    public RegionCode? Folder { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits; null for a file over the size limit, which is not read.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>
    /// The reference data that it is read by: those in force when it arrived, whenever ingestion ends, so that no file is read
    /// half by one version and half by another.
    /// </summary>
    public required string ReferenceVersion { get; init; }

    /// <summary>The number on the receipt.</summary>
    public required string ReceiptNumber { get; init; }

    /// <summary>What came of it; null until it is finished.</summary>
    public SubmissionOutcome? Outcome { get; init; }

    /// <summary>When the receipt was put into the sender's folder, UTC; null until then.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Whether every step of ingestion is done.</summary>
    public bool IsFinished => Outcome is not null;
}
