using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Functions.Ingestion;

/// <summary>A reader of submissions for each version of the reference data that is in use, made once.</summary>
internal sealed class SubmissionReaders(IOptions<IngestionOptions> options)
{
    private readonly ConditionalWeakTable<ReferenceData, SubmissionReader> _readers = [];
    private readonly WorkbookLimits _limits = options.Value.WorkbookLimits;

    /// <summary>Reads a submission; see <see cref="ReadSubmission"/>.</summary>
    public SubmissionReading Read(ReferenceData reference, ReceivedFile file, SubmissionSource source)
    {
        var reader = _readers.GetValue(reference, data => new SubmissionReader(data, _limits, ReadingLimits.Default));
        return file.Content is { } content ? reader.Read(content.Bytes, source) : reader.RefuseTooLarge(file.Size);
    }
}

/// <summary>
/// Reads a file into reports and findings: pure, and total over whatever bytes there are. A delegate, because what ingestion does
/// with a reading is decided, and tested, apart from how files are read.
/// </summary>
/// <param name="reference">The reference data to read by.</param>
/// <param name="file">The file; without content when it is too long to be read.</param>
/// <param name="source">What is known of it besides.</param>
internal delegate SubmissionReading ReadSubmission(ReferenceData reference, ReceivedFile file, SubmissionSource source);
