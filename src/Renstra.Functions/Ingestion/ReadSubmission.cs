using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>
/// Reads a file into reports and findings: pure, and total over whatever bytes there are. A delegate, because what ingestion does
/// with a reading is decided, and tested, apart from how files are read.
/// </summary>
/// <param name="reference">The reference data to read by.</param>
/// <param name="file">The file; without content when it is too long to be read.</param>
/// <param name="source">What is known of it besides.</param>
internal delegate SubmissionReading ReadSubmission(ReferenceData reference, ReceivedFile file, SubmissionSource source);
