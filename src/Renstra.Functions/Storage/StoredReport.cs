using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>A report as the history keeps it.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission that it came in.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
/// <param name="IsAccepted">Accepted whole, or returned whole.</param>
/// <param name="Figures">What was understood, with the cell of every amount.</param>
internal sealed record StoredReport(ReportKey Key, SubmissionId Submission, string BlobName, bool IsAccepted, IReadOnlyList<Figure> Figures)
{
    /// <summary>The report as calculations take it.</summary>
    public CurrentReport ToCurrent() => new(Key, Submission, Figures);
}
