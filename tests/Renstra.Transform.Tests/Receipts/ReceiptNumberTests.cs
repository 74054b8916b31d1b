using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Receipts;

public sealed class ReceiptNumberTests
{
    [Theory]
    [InlineData("20240805155959999-0123456789ab", "TT-240805-")]
    [InlineData("20240805160000000-0123456789ab", "TT-240806-")]
    [InlineData("20241231160000000-0123456789ab", "TT-250101-")]
    public void The_day_is_that_of_an_office_clock(string submission, string beginning)
    {
        Assert.StartsWith(beginning, ReceiptNumber.Of(SubmissionId.Parse(submission), "53.02/a.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_has_one_number_and_another_file_of_the_same_bytes_has_another()
    {
        var submission = SampleReceipts.Submission;

        Assert.Equal(ReceiptNumber.Of(submission, "53.02/a.xlsx"), ReceiptNumber.Of(submission, "53.02/a.xlsx"));
        Assert.NotEqual(ReceiptNumber.Of(submission, "53.02/a.xlsx"), ReceiptNumber.Of(submission, "53.03/a.xlsx"));
    }

    [Fact]
    public void A_number_has_no_letter_that_can_be_heard_or_read_as_another()
    {
        var numbers = Enumerable.Range(0, 1000).Select(index => ReceiptNumber.Of(SampleReceipts.Submission, FormattableString.Invariant($"53.02/{index}.xlsx"))).ToList();

        Assert.All(numbers, number => Assert.Matches("^TT-240805-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", number));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void The_number_that_was_once_given_is_given_for_ever()
    {
        Assert.Equal("TT-240805-HCB4-B1K1", ReceiptNumber.Of(SampleReceipts.Submission, $"53.02/{SampleReceipts.Submission}-Laporan Juli 2024 TTS final.xlsx"));
    }
}
