using Renstra.Transform.Indicators;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Reference;

/// <summary>Reads which findings return a report and which only remark on it.</summary>
internal sealed class SeverityReader(ReferenceTables tables, IndicatorsReader indicators)
{
    public const string File = "aturan.csv";

    public IReadOnlyDictionary<(string Code, IndicatorCode? Indicator), Severity> Read()
    {
        var table = tables.Open(File, "Kode", "Indikator", "Tingkat", "Catatan");
        var rules = table.Select(
            row =>
            {
                var code = row.Required("Kode");
                if (code.Length > 0 && !FindingCodes.All.Contains(code))
                {
                    row.Report($"Kode {code} is no finding code");
                }

                IndicatorCode? indicator = row.OptionalIndicator("Indikator") is { } one ? indicators.Known(row, one) : null;
                return (Code: code, Indicator: indicator, Severity: row.OneOf<Severity>("Tingkat"));
            },
            rule => (rule.Code, rule.Indicator));
        var general = new KnownKeys<(string, bool)>(table, row => (row.Optional("Kode"), row.Optional("Indikator").Length == 0));
        foreach (var code in FindingCodes.All.Where(code => !general.Contains((code, true)) && !FindingCodes.IntroducedLater.ContainsKey(code)))
        {
            table.Report($"{code} has no line with an empty Indikator, which says what holds in general");
        }

        var severities = rules.ToDictionary(rule => (rule.Code, rule.Indicator), rule => rule.Severity);
        foreach (var (code, severity) in FindingCodes.IntroducedLater)
        {
            severities.TryAdd((code, null), severity);
        }

        return severities;
    }
}
