using Renstra.Transform.Calendar;

namespace Renstra.Functions.Storage;

/// <summary>The immutable result of closing a month (<c>Penetapan</c>). Its rows lie under its fingerprint.</summary>
/// <param name="Month">The reporting month.</param>
/// <param name="Number">From 1, counting the releases of the month (<c>PenetapanKe</c>).</param>
/// <param name="Fingerprint">Twelve hexadecimal digits over all that the release depends on.</param>
/// <param name="ReleasedAt">When it was released, UTC.</param>
/// <param name="ReferenceVersion">The reference data it was computed by.</param>
/// <param name="FiguresVersion">The version of that part of them that figures depend on.</param>
/// <param name="CalculationVersion">The calculation it was computed by.</param>
/// <param name="ReportsReceived">How many of the reports due for the month had been accepted.</param>
/// <param name="ReportsDue">How many reports were due for the month.</param>
/// <param name="MissingReports">The reports missing, as <c>&lt;region&gt;-&lt;holder&gt;</c>, in order.</param>
internal sealed record Release(
    ReportingMonth Month,
    int Number,
    string Fingerprint,
    DateTimeOffset ReleasedAt,
    string ReferenceVersion,
    string FiguresVersion,
    int CalculationVersion,
    int ReportsReceived,
    int ReportsDue,
    IReadOnlyList<string> MissingReports);
