using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Receipts;

public sealed class ReceiptPageTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style><b>")]
    [InlineData("&lt;b&gt;")]
    [InlineData("' onmouseover='x")]
    public void Whatever_a_file_holds_is_shown_and_not_obeyed(string text)
    {
        var page = ReceiptPage.Write(SampleReceipts.Hostile(text));

        Assert.DoesNotContain(text, page, StringComparison.Ordinal);
        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(Between(page, "<bdi class=\"raw\">", "</bdi>")));
    }

    [Fact]
    public void Text_that_runs_from_right_to_left_stays_in_its_place()
    {
        var page = ReceiptPage.Write(SampleReceipts.Hostile("\u202Exslx.nuporal"));

        Assert.Contains("<bdi class=\"raw\">\u202Exslx.nuporal</bdi>", page.Replace("&#x202E;", "\u202E", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_complete_in_itself_and_has_no_script()
    {
        var page = ReceiptPage.Write(SampleReceipts.Returned);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_officer_sees_how_each_number_was_understood_and_where_it_stood()
    {
        var page = ReceiptPage.Write(SampleReceipts.Accepted);

        Assert.Contains("<strong>1.234</strong> orang</td><td class=\"written\"><bdi class=\"raw\">1.234</bdi></td><td class=\"cell\">H11</td>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>312</strong> perusahaan</td><td class=\"written\"><bdi class=\"raw\">312 perusahaan</bdi></td>", page, StringComparison.Ordinal);
        Assert.Contains("Persentase: 15,15%", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_without_figures_is_named_as_not_reported()
    {
        var page = ReceiptPage.Write(SampleReceipts.Accepted);

        var row = Between(page, "<span class=\"code\">IKU-6</span>", "</tr>");
        Assert.Contains("tidak dilaporkan", row, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_is_that_of_an_office_clock()
    {
        Assert.Contains("5 Agustus 2024 pukul 09.30 WITA", ReceiptPage.Write(SampleReceipts.Accepted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_to_be_mended_comes_before_the_numbers_and_says_where()
    {
        var page = ReceiptPage.Write(SampleReceipts.Returned);

        Assert.Contains("DIKEMBALIKAN", page, StringComparison.Ordinal);
        Assert.Contains("Ada 3 hal yang harus diperbaiki.", page, StringComparison.Ordinal);
        Assert.Contains("Sel F15, lembar Laporan", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Yang harus diperbaiki", StringComparison.Ordinal) < page.IndexOf("Angka yang kami baca", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_reports_each_has_its_own_fate_and_each_finding_its_report()
    {
        var page = ReceiptPage.Write(SampleReceipts.Partly);

        Assert.Contains("DITERIMA SEBAGIAN", page, StringComparison.Ordinal);
        Assert.Contains("Juni 2024 <span class=\"tag\">diterima</span>", page, StringComparison.Ordinal);
        Assert.Contains("Juli 2024 <span class=\"tag\">dikembalikan</span>", page, StringComparison.Ordinal);
        Assert.Contains("(Kabupaten Timor Tengah Selatan, Juli 2024)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_how_many_findings_are_not_shown()
    {
        Assert.Contains("Ditampilkan 1 dari 312 catatan.", ReceiptPage.Write(SampleReceipts.Partly), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_readable_report_is_returned_with_its_reason()
    {
        var receipt = SampleReceipts.Unreadable;
        var page = ReceiptPage.Write(receipt);

        Assert.Equal(Verdict.Dikembalikan, receipt.Verdict);
        Assert.Contains("Seluruh berkas", page, StringComparison.Ordinal);
        Assert.Contains("Tabel indikator tidak ditemukan.", page, StringComparison.Ordinal);
        Assert.Contains("Belum ada angka yang dapat dibaca dari berkas ini.", page, StringComparison.Ordinal);
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
