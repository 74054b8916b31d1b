using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>A report that a release rests on, and the file it came in.</summary>
/// <param name="Report">The report as it stood when the month was closed.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
public sealed record ReleaseSource(CurrentReport Report, string BlobName);
