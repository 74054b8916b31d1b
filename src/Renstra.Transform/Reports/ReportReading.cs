namespace Renstra.Transform.Reports;

/// <summary>A report as it was read: accepted whole or returned whole (<c>Laporan</c>).</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Figures">What was understood, in the order of the plan; may be incomplete when the report is returned.</param>
/// <param name="IsAccepted">False when at least one <see cref="Severity.Kesalahan"/> concerns it.</param>
public sealed record ReportReading(ReportKey Key, IReadOnlyList<Figure> Figures, bool IsAccepted);
