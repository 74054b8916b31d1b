using System.Text.Json;
using Renstra.Transform.Receipts;

namespace Renstra.Transform.Tests.Receipts;

public sealed class ReceiptJsonTests
{
    [Fact]
    public void A_program_finds_the_verdict_every_number_and_every_finding_with_its_cell()
    {
        using var document = JsonDocument.Parse(ReceiptJson.Write(SampleReceipts.Partly));
        var receipt = document.RootElement;

        Assert.Equal("DITERIMA SEBAGIAN", receipt.GetProperty("Putusan").GetString());
        Assert.Equal("2024-08-05T09:30:00.123+08:00", receipt.GetProperty("DiterimaPada").GetString());
        Assert.Equal(312, receipt.GetProperty("JumlahCatatan").GetInt32());
        var report = receipt.GetProperty("Laporan")[1];
        Assert.Equal(("53.02", "2024-07", false), (report.GetProperty("KodeWilayah").GetString(), report.GetProperty("Bulan").GetString(), report.GetProperty("Diterima").GetBoolean()));
        var amount = report.GetProperty("Indikator")[1].GetProperty("Angka")[1];
        Assert.Equal((1234m, "1.234", "H11"), (amount.GetProperty("Jumlah").GetDecimal(), amount.GetProperty("Tertulis").GetString(), amount.GetProperty("Sel").GetString()));
        var finding = receipt.GetProperty("CatatanVerifikasi")[0];
        Assert.Equal(("N01", "Kesalahan", "F15"), (finding.GetProperty("Kode").GetString(), finding.GetProperty("Tingkat").GetString(), finding.GetProperty("Sel").GetString()));
    }

    [Fact]
    public void The_same_receipt_is_the_same_bytes()
    {
        Assert.Equal(ReceiptJson.Write(SampleReceipts.Returned), ReceiptJson.Write(SampleReceipts.Returned));
    }
}
