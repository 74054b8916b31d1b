using System.Text;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Receipts;

public sealed class ReceiptFileNameTests
{
    private const string Number = "TT-240805-7K3M-Q2XD";

    [Theory]
    [InlineData("laporan juli.xlsx", Verdict.Diterima, "laporan juli - DITERIMA - TT-240805-7K3M-Q2XD.html")]
    [InlineData("laporan.juli.xlsx", Verdict.DiterimaSebagian, "laporan.juli - DITERIMA SEBAGIAN - TT-240805-7K3M-Q2XD.html")]
    [InlineData("laporan", Verdict.Dikembalikan, "laporan - DIKEMBALIKAN - TT-240805-7K3M-Q2XD.html")]
    public void A_receipt_is_named_after_the_file_the_verdict_and_its_number(string fileName, Verdict verdict, string expected)
    {
        Assert.Equal(expected, ReceiptFileName.For(fileName, verdict, Number, ".html"));
    }

    [Theory]
    [InlineData("laporan juli - DIKEMBALIKAN - TT-240805-7K3M-Q2XD.xlsx", "laporan juli")]
    [InlineData("laporan juli - DITERIMA SEBAGIAN - TT-240805-7K3M-Q2XD - DIKEMBALIKAN - TT-240806-AAAA-BBBB.xlsx", "laporan juli")]
    [InlineData("laporan juli - DIKEMBALIKAN - TT-240805-7K3M-Q2XD (2).xlsx", "laporan juli (2)")]
    [InlineData("laporan - DIKEMBALIKAN - juli.xlsx", "laporan - DIKEMBALIKAN - juli")]
    public void A_returned_workbook_that_is_sent_again_is_called_by_its_own_name(string fileName, string expected)
    {
        Assert.Equal($"{expected} - DITERIMA - {Number}.html", ReceiptFileName.For(fileName, Verdict.Diterima, Number, ".html"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("📊")]
    public void A_name_that_would_get_too_long_for_a_file_system_is_cut_between_two_characters(string character)
    {
        var name = ReceiptFileName.For(string.Concat(Enumerable.Repeat(character, 255)) + ".xlsx", Verdict.Dikembalikan, Number, ".html");

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 100, 240);
        Assert.InRange(name.Length, 90, 140);
        Assert.EndsWith(" - DIKEMBALIKAN - TT-240805-7K3M-Q2XD.html", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', name);
        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }
}
