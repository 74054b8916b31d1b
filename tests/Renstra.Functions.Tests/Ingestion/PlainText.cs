using System.Text;
using Renstra.Functions.Ingestion;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Ingestion;

/// <summary>
/// Submissions as plain text, so that tests of ingestion say in a line what is in a file. Each line is a report,
/// <c>53.02 2024-07 IKU-2 12/30; IKU-4 5/200</c>; one that begins with <c>!</c> has a mistake in it, one with <c>?</c> something odd.
/// A line that is neither is no report.
/// </summary>
internal static class PlainText
{
    public static ReadOnlyMemory<byte> File(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>The reader to register in place of that of workbooks.</summary>
    public static readonly ReadSubmission Reader = Read;

    private static SubmissionReading Read(ReferenceData reference, ReceivedFile file, SubmissionSource source)
    {
        var reports = new List<ReportReading>();
        var findings = new List<Finding>();
        foreach (var (index, line) in Encoding.UTF8.GetString(file.Content!.Bytes.Span).Split('\n').Index())
        {
            var cell = new CellLocation("Laporan", FormattableString.Invariant($"A{index + 1}"));
            var parts = line.TrimStart('!', '?').Split(' ', 3);
            if (parts.Length < 3 || !RegionCode.TryParse(parts[0], out var region) || !ReportingMonth.TryParse(parts[1], out var month))
            {
                findings.Add(new Finding(FindingCodes.TableMissing, Severity.Kesalahan, "Tabel tidak ditemukan.", cell, line, null, null));
                continue;
            }

            var key = new ReportKey(region, month, DataHolder.Region);
            var figures = Reports.Figures(parts[2]);
            var hasMistake = line.StartsWith('!');
            if (hasMistake || line.StartsWith('?'))
            {
                // The severity is looked up, so that a reading depends on the reference data as a real one does.
                var severity = hasMistake ? reference.Severities.Of(FindingCodes.NotANumber, null) : Severity.Peringatan;
                findings.Add(new Finding(FindingCodes.NotANumber, severity, $"Isi sel tidak berupa angka ({source.FileName}).", cell, line, figures[0].Indicator, key));
                hasMistake &= severity == Severity.Kesalahan;
            }

            reports.Add(new ReportReading(key, figures, !hasMistake));
        }

        return new SubmissionReading(reports, findings, findings.Count);
    }
}
