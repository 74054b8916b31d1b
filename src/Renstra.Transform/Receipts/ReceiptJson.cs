using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>A receipt for programs: the same content as the page, with the feed's words.</summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The receipt as JSON in UTF-8.</summary>
    public static byte[] Write(Receipt receipt) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            NomorTandaTerima = receipt.Number,
            LaporanMasuk = receipt.Submission.ToString(),
            Putusan = VerdictWords.Of(receipt.Verdict),
            DiterimaPada = Wita.From(receipt.Submission.SubmittedAt),
            NamaBerkas = receipt.FileName,
            FolderAsal = receipt.SenderFolder,
            VersiReferensi = receipt.ReferenceVersion,
            Laporan = receipt.Reports.Select(Report),
            JumlahCatatan = receipt.FindingsTotal,
            CatatanVerifikasi = receipt.Findings.Select(Note),
        },
        Options);

    /// <summary>Reads the reports of a receipt back, without their breakdowns.</summary>
    /// <param name="json">As <see cref="Write"/> gives it.</param>
    public static IReadOnlyList<ReportReading> ReadReports(ReadOnlyMemory<byte> json)
    {
        using var receipt = JsonDocument.Parse(json);
        return [.. receipt.RootElement.GetProperty("Laporan").EnumerateArray().Select(ReadReport)];
    }

    private static ReportReading ReadReport(JsonElement report) => new(
        new ReportKey(
            RegionCode.Parse(Text(report, "KodeWilayah")), ReportingMonth.Parse(Text(report, "Bulan")), DataHolder.Parse(Text(report, "PemegangData"))),
        [
            .. report.GetProperty("Indikator").EnumerateArray()
                .Select(indicator => (Code: Text(indicator, "Kode"), Amounts: indicator.GetProperty("Angka").EnumerateArray().Select(ReadAmount).ToList()))
                .Where(indicator => indicator.Amounts.Count > 0)
                .Select(indicator => new Figure(IndicatorCode.Parse(indicator.Code), indicator.Amounts[0], indicator.Amounts.ElementAtOrDefault(1))),
        ],
        report.GetProperty("Diterima").GetBoolean());

    private static ComponentAmount ReadAmount(JsonElement amount) => new(
        amount.GetProperty("Jumlah").GetDecimal(), new CellLocation(Text(amount, "Lembar"), Text(amount, "Sel")), Text(amount, "Tertulis"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static object Report(ReceiptReport report) => new
    {
        KodeWilayah = report.Key.Region.Value,
        Wilayah = report.Region,
        Bulan = report.Key.Month.ToString(),
        PemegangData = report.Key.Holder.Value,
        Diterima = report.IsAccepted,
        Indikator = report.Indicators.Select(indicator => new
        {
            Kode = indicator.Code.Value,
            Nama = indicator.Name,
            Persen = indicator.Share,
            Angka = indicator.Amounts.Select(amount => new
            {
                Komponen = amount.Component,
                Satuan = amount.Unit,
                Jumlah = amount.Amount.Amount,
                Tertulis = amount.Amount.Raw,
                Lembar = amount.Amount.Location.Sheet,
                Sel = amount.Amount.Location.Cell,
                Rincian = amount.Parts.Count == 0 ? null : amount.Parts.Select(part => new
                {
                    Dimensi = part.Dimension,
                    Bagian = part.Name,
                    Jumlah = part.Amount.Amount,
                    Tertulis = part.Amount.Raw,
                    Lembar = part.Amount.Location.Sheet,
                    Sel = part.Amount.Location.Cell,
                }),
            }),
        }),
    };

    private static object Note(Finding finding) => new
    {
        Kode = finding.Code,
        Tingkat = finding.Severity.ToString(),
        Uraian = finding.Message,
        Lembar = finding.Location?.Sheet,
        Sel = finding.Location?.Cell,
        Isi = finding.Raw,
        Indikator = finding.Indicator?.Value,
        KodeWilayah = finding.Report?.Region.Value,
        Bulan = finding.Report?.Month.ToString(),
        PemegangData = finding.Report?.Holder.Value,
    };
}
