using System.Text.Json;
using Renstra.Transform.Receipts;

namespace Renstra.Transform.Tests.Receipts;

/// <summary>What a receipt says of breakdowns: each part under its component, as understood, with its cell.</summary>
public sealed class ReceiptBreakdownTests
{
    [Fact]
    public void An_officer_sees_each_part_under_its_component_with_its_cell_and_the_sheet_where_that_is_another_one()
    {
        var page = ReceiptPage.Write(SampleReceipts.BrokenDown);

        var rows = page[page.IndexOf("IKU-2", StringComparison.Ordinal)..page.IndexOf("IKU-3", StringComparison.Ordinal)].Split("<tr>");
        Assert.Contains("rowspan=\"7\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"part\">Antar Kerja Antar Negara (AKAN) <bdi class=\"period\">(lembar Rincian)</bdi></td><td class=\"amount\"><strong>82</strong> orang</td><td class=\"written\"><bdi class=\"raw\">1.082</bdi></td><td class=\"cell\">D11</td>", rows[3], StringComparison.Ordinal);
        Assert.Contains("Pencari kerja terdaftar <span", rows[5], StringComparison.Ordinal);
        Assert.Contains("class=\"part\">Perempuan</td><td class=\"amount\"><strong>600</strong> orang</td><td class=\"written\"><bdi class=\"raw\">600</bdi></td><td class=\"cell\">J11</td>", rows[6], StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_without_breakdowns_has_no_row_for_them()
    {
        Assert.DoesNotContain("class=\"part\"", ReceiptPage.Write(SampleReceipts.Accepted), StringComparison.Ordinal);
        Assert.DoesNotContain("Rincian", System.Text.Encoding.UTF8.GetString(ReceiptJson.Write(SampleReceipts.Accepted)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_finds_the_parts_of_each_amount()
    {
        using var document = JsonDocument.Parse(ReceiptJson.Write(SampleReceipts.BrokenDown));

        var amounts = document.RootElement.GetProperty("Laporan")[0].GetProperty("Indikator")[1].GetProperty("Angka");
        var akan = amounts[0].GetProperty("Rincian")[2];
        Assert.Equal(4, amounts[0].GetProperty("Rincian").GetArrayLength());
        Assert.Equal(
            ("Penempatan", "Antar Kerja Antar Negara (AKAN)", 82m, "1.082", "Rincian", "D11"),
            (akan.GetProperty("Dimensi").GetString(), akan.GetProperty("Bagian").GetString(), akan.GetProperty("Jumlah").GetDecimal(), akan.GetProperty("Tertulis").GetString(), akan.GetProperty("Lembar").GetString(), akan.GetProperty("Sel").GetString()));
        Assert.Equal("Perempuan", amounts[1].GetProperty("Rincian")[0].GetProperty("Bagian").GetString());
    }
}
