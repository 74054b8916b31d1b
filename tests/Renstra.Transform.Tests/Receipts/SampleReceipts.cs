using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Receipts;

/// <summary>Receipts as officers get them.</summary>
internal static class SampleReceipts
{
    public static readonly SubmissionId Submission = SubmissionId.Parse("20240805013000123-0123456789ab");

    private const string FileName = "Laporan Juli 2024 TTS final.xlsx";

    private static readonly IReadOnlyList<Figure> Figures =
    [
        Figure("IKU-1", 9, "38", "42"),
        Figure("IKU-2", 11, "187", "1.234"),
        Figure("IKU-3", 13, "12", "77"),
        Figure("IKU-4", 15, "5", "312 perusahaan"),
        Figure("IKU-5", 17, "1", "2"),
        Figure("IKU-7", 21, "2", "3"),
    ];

    /// <summary>Accepted, with something to look at again and an indicator left blank.</summary>
    public static Receipt Accepted => Of(
        [new ReportReading(July, Figures, true)],
        [Remark("N07", "F19", "", "IKU-6 belum diisi. Bila memang belum ada datanya, biarkan kosong; bila nol, tulis angka 0.")]);

    /// <summary>Returned, with several mistakes at once.</summary>
    public static Receipt Returned => Of(
        [new ReportReading(July, [.. Figures.Take(2)], false)],
        [
            Mistake("N01", "F15", "lima", "Sel F15 berisi “lima”, bukan angka. Tuliskan dengan angka, misalnya 5."),
            Mistake("N04", "F13", "120", "Pembilang IKU-3 (120) lebih besar daripada penyebutnya (77). Periksa kedua sel."),
            Mistake("N06", "H17", "", "Penyebut IKU-5 belum diisi, sedangkan pembilangnya sudah. Isilah kedua sel, atau kosongkan keduanya."),
            Remark("N07", "F19", "", "IKU-6 belum diisi. Bila memang belum ada datanya, biarkan kosong; bila nol, tulis angka 0."),
        ]);

    /// <summary>Two months in a file, one of them returned, and more findings than are kept.</summary>
    public static Receipt Partly => Of(
        [new ReportReading(July with { Month = July.Month.AddMonths(-1) }, Figures, true), new ReportReading(July, [.. Figures.Take(2)], false)],
        [Mistake("N01", "F15", "lima", "Sel F15 berisi “lima”, bukan angka. Tuliskan dengan angka, misalnya 5.")],
        findingsTotal: 312);

    /// <summary>Accepted, with IKU-2's placements broken down on a sheet of their own.</summary>
    public static Receipt BrokenDown => Of(
        [new ReportReading(July, [.. Figures.Select(figure => figure.Indicator.Value != "IKU-2" ? figure : figure with { Parts = Placements })], true)], []);

    /// <summary>A file in which no report could be told apart.</summary>
    public static Receipt Unreadable => Of(
        [],
        [new Finding("T01", Severity.Kesalahan, "Tabel indikator tidak ditemukan. Isilah formulir resmi, lalu kirim kembali.", null, null, null, null)]);

    /// <summary>A receipt in which everything that came from outside is this text.</summary>
    public static Receipt Hostile(string text) => Of(
        [new ReportReading(July, [new Figure(IndicatorCode.Parse("IKU-1"), new ComponentAmount(1, new CellLocation(text, "A1"), text), new ComponentAmount(2, new CellLocation("Lain", "A2"), text))], false)],
        [new Finding("N01", Severity.Kesalahan, text, new CellLocation(text, "A1"), text, null, July)],
        fileName: text);

    private static readonly IReadOnlyList<PartAmount> Placements =
    [
        Part("AKL", "D9", "nihil", 0), Part("AKAD", "D10", "105", 105), Part("AKAN", "D11", "1.082", 82), Part("Pelatihan", "D12", "0", 0),
        new PartAmount(ComponentRole.Penyebut, "Jenis kelamin", "Perempuan", new ComponentAmount(600, new CellLocation("Laporan", "J11"), "600")),
    ];

    private static PartAmount Part(string part, string cell, string raw, decimal amount) =>
        new(ComponentRole.Pembilang, "Penempatan", part, new ComponentAmount(amount, new CellLocation("Rincian", cell), raw));

    private static ReportKey July => new(RegionCode.Parse("53.02"), ReportingMonth.Parse("2024-07"), DataHolder.Region);

    private static Receipt Of(IReadOnlyList<ReportReading> reports, IReadOnlyList<Finding> findings, int? findingsTotal = null, string fileName = FileName) => Receipt.For(
        ReceiptNumber.Of(Submission, $"53.02/{Submission}-{fileName}"),
        Submission,
        new SubmissionSource(fileName, RegionCode.Parse("53.02"), Submission.SubmittedAt),
        new SubmissionReading(reports, findings, findingsTotal ?? findings.Count),
        ReferenceData.Shipped) with
    {
        ReferenceVersion = "0123456789ab",
    };

    private static Figure Figure(string indicator, int row, string numerator, string denominator) =>
        new(IndicatorCode.Parse(indicator), Amount($"F{row.ToString(CultureInfo.InvariantCulture)}", numerator), Amount($"H{row.ToString(CultureInfo.InvariantCulture)}", denominator));

    private static ComponentAmount Amount(string cell, string raw) => new(
        decimal.Parse(raw.Split(' ')[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), new CellLocation("Laporan", cell), raw);

    private static Finding Mistake(string code, string cell, string raw, string message) =>
        new(code, Severity.Kesalahan, message, new CellLocation("Laporan", cell), raw, null, July);

    private static Finding Remark(string code, string cell, string raw, string message) =>
        Mistake(code, cell, raw, message) with { Severity = Severity.Peringatan };
}
