using System.Globalization;
using System.Text;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>What came of a file, as a text that is the same in every format.</summary>
internal static class Outcome
{
    public static string Of(SubmissionReading reading)
    {
        var text = new StringBuilder($"{reading.Verdict}\n");
        foreach (var report in reading.Reports)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{report.Key.Region} {report.Key.Month} {report.Key.Holder} {(report.IsAccepted ? "diterima" : "dikembalikan")}\n");
            foreach (var figure in report.Figures)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {figure.Indicator} pembilang {Of(figure.Numerator)}, penyebut {Of(figure.Denominator!)}\n");
                foreach (var part in figure.Parts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    {part.Role} menurut {part.Dimension}, {part.Part} {Of(part.Amount)}\n");
                }
            }
        }

        if (reading.Findings.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var finding in reading.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Code} {finding.Severity} {finding.Location?.Cell ?? "-"} {finding.Indicator?.Value ?? "-"} {(finding.Raw is null ? "-" : $"\"{finding.Raw}\"")}\n");
        }

        return text.ToString();
    }

    /// <summary>A page keeps no space around a text, so it is left out of all.</summary>
    private static string Of(ComponentAmount amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Amount} ({amount.Location.Cell} \"{amount.Raw.Trim()}\")");
}
