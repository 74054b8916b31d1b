using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Ingestion;

/// <summary>
/// Reads a file into reports and findings: pure, and total over whatever bytes there are. A delegate, because what ingestion does
/// with a reading is decided, and tested, apart from how files are read.
/// </summary>
internal delegate SubmissionReading ReadSubmission(ReferenceData reference, ReadOnlyMemory<byte> bytes, SubmissionSource source);
