using System.Globalization;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>Sheets made of rows, and what the reader makes of them.</summary>
internal static class Submissions
{
    public const string Tts = "53.02";

    /// <summary>5 August 2024, 09:00 WITA: July 2024 is over, August has begun.</summary>
    public static readonly DateTimeOffset Received = new(2024, 8, 5, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The seven indicators that Timor Tengah Selatan reports.</summary>
    public static readonly IReadOnlyList<Indicator> IndicatorsOfTts =
        [.. ReferenceData.Shipped.Indicators.ReportedBy(DataHolder.Region, RegionCode.Parse(Tts), 2024)];

    /// <summary>What <see cref="Grid.Report"/> and everything that says the same is read as.</summary>
    public static readonly IReadOnlyList<string> FiguresOfReport =
        [.. IndicatorsOfTts.Select((indicator, at) => $"53.02 2024-07 KAB {indicator.Code} {at + 1}/{10 * (at + 1)}")];

    public static Cell CellOf(object? value) => value switch
    {
        null => default,
        Cell cell => cell,
        string text => Cell.OfText(text),
        DateTime date => Cell.OfDate(date),
        IConvertible number => Cell.OfNumber(number.ToDecimal(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"{value.GetType()} is nothing that stands in a cell.", nameof(value)),
    };

    public static SubmissionReading Read(params Sheet[] sheets) => Read(Tts, "laporan.xlsx", sheets);

    public static SubmissionReading Read(string? folder, string fileName, params Sheet[] sheets) =>
        Reader().Read(new Workbook(FileFormat.Xlsx, sheets), Source(folder, fileName));

    public static SubmissionReading Read(byte[] content, string? folder = Tts, string fileName = "laporan.xlsx") =>
        Reader().Read(content, Source(folder, fileName));

    public static SubmissionReader Reader(ReferenceData? reference = null, ReadingLimits? limits = null) =>
        new(reference ?? ReferenceData.Shipped, WorkbookLimits.Default, limits ?? ReadingLimits.Default);

    public static SubmissionSource Source(string? folder, string fileName) =>
        new(fileName, folder is null ? null : RegionCode.Parse(folder), Received);

    /// <summary>The official form for July 2024 with every number filled in: numerators 1, 2, 3, …, denominators ten times as much.</summary>
    public static byte[] FilledForm(string region, ReferenceData? reference = null)
    {
        reference ??= ReferenceData.Shipped;
        var indicators = reference.Indicators.ReportedBy(DataHolder.Region, RegionCode.Parse(region), 2024);
        var amounts = indicators.Select((indicator, at) => (indicator.Code, Amounts: new FormAmounts(at + 1, 10 * (at + 1))));
        return FormFixture.Write(FormFixture.Request(region) with { Amounts = amounts.ToDictionary(entry => entry.Code, entry => entry.Amounts) }, reference);
    }

    /// <summary>The figures of all reports as <c>53.02 2024-07 KAB IKU-1 1/10</c>.</summary>
    public static IReadOnlyList<string> FiguresOf(SubmissionReading reading) =>
        [.. reading.Reports.SelectMany(report => report.Figures.Select(figure => string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Key.Region} {report.Key.Month} {report.Key.Holder} {figure.Indicator} {figure.Numerator.Amount}/{figure.Denominator?.Amount}")))];

    /// <summary>The parts of all breakdowns as <c>IKU-2 Pembilang AKL 1</c>.</summary>
    public static IReadOnlyList<string> PartsOf(SubmissionReading reading) =>
        [.. reading.Reports.SelectMany(report => report.Figures).SelectMany(figure => figure.Parts.Select(part =>
            string.Create(CultureInfo.InvariantCulture, $"{figure.Indicator} {part.Role} {part.Part} {part.Amount.Amount}")))];

    /// <summary>The findings as <c>N01 F9</c>.</summary>
    public static IReadOnlyList<string> FindingsOf(SubmissionReading reading) =>
        [.. reading.Findings.Select(finding => finding.Location is null ? finding.Code : $"{finding.Code} {finding.Location.Cell}")];
}
