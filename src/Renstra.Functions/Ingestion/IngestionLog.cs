using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>What ingestion logs.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Ingested {BlobName} as {Submission}: {Verdict}, {Accepted} of {Reports} reports accepted, {Findings} findings, receipt {Receipt}")]
    public static partial void Ingested(this ILogger logger, string blobName, SubmissionId submission, Verdict verdict, int accepted, int reports, int findings, string receipt);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "{BlobName} was ingested before, as {Submission}")]
    public static partial void IngestedBefore(this ILogger logger, string blobName, SubmissionId submission);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Warning, Message = "{BlobName} is gone; there is nothing to ingest")]
    public static partial void Gone(this ILogger logger, string blobName);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "{BlobName} has the identity {Submission} of another file and becomes the next one")]
    public static partial void IdentityTaken(this ILogger logger, string blobName, SubmissionId submission);
}
