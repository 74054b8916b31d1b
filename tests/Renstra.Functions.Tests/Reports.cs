using System.Globalization;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests;

/// <summary>Reports for tests, said in a line.</summary>
internal static class Reports
{
    /// <summary>A report of a kabupaten, with figures written as <c>IKU-2 12/30; IKU-4 5/200</c>.</summary>
    /// <param name="region">Such as <c>53.02</c>.</param>
    /// <param name="month">Such as <c>2024-07</c>.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="submittedAt">When it was handed in, UTC, as <c>2024-02-05T01:00:00Z</c>.</param>
    /// <param name="accepted">Whether it was accepted.</param>
    public static StoredReport Of(string region, string month, string figures, string submittedAt = "2024-02-05T01:00:00Z", bool accepted = true)
    {
        var key = new ReportKey(RegionCode.Parse(region), ReportingMonth.Parse(month), DataHolder.Region);
        var submission = SubmissionId.Of(
            DateTimeOffset.Parse(submittedAt, CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{region} {month} {figures}"))));
        return new StoredReport(key, submission, $"{region}/{submission}-laporan.xlsx", accepted, Figures(figures));
    }

    /// <summary>Figures written as <c>IKU-2 12/30; IKU-4 5/200</c>.</summary>
    public static IReadOnlyList<Figure> Figures(string text) => [.. text.Split(';').Select(FigureOf)];

    private static Figure FigureOf(string text)
    {
        var parts = text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return new Figure(IndicatorCode.Parse(parts[0]), AmountOf(parts[1], "F9"), AmountOf(parts[2], "H9"));
    }

    private static ComponentAmount AmountOf(string text, string cell) =>
        new(decimal.Parse(text, CultureInfo.InvariantCulture), new CellLocation("Laporan", cell), text);
}
