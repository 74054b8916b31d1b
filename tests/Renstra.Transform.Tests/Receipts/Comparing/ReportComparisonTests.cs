using System.Globalization;
using System.Net;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Receipts;
using Renstra.Transform.Receipts.Comparing;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Receipts.Comparing;

/// <summary>IKU-2 counts a month, IKU-3 stocks, the numerator of IKU-4 the year to date.</summary>
public sealed class ReportComparisonTests
{
    private static readonly ComparisonThresholds Thresholds = new(StockFactor: 2, FlowFactor: 10, LeastChange: 5, QuietMonths: 3);

    [Theory]
    [InlineData("IKU-3 20/40", "IKU-3 40/40", false)]
    [InlineData("IKU-3 20/40", "IKU-3 41/40", true)]
    [InlineData("IKU-3 40/40", "IKU-3 20/40", false)]
    [InlineData("IKU-3 40/40", "IKU-3 19/40", true)]
    [InlineData("IKU-3 1/40", "IKU-3 5/40", false)]
    [InlineData("IKU-3 1/40", "IKU-3 6/40", true)]
    [InlineData("IKU-3 0/40", "IKU-3 4/40", false)]
    [InlineData("IKU-3 0/40", "IKU-3 5/40", true)]
    public void A_stock_that_jumps_by_more_than_its_factor_is_unusual_unless_it_is_small(string june, string july, bool isUnusual) =>
        Assert.Equal(isUnusual, Remarks(Compare(july, june)).Any());

    [Theory]
    [InlineData("IKU-2 2/200", "IKU-2 20/200", false)]
    [InlineData("IKU-2 2/200", "IKU-2 21/200", true)]
    [InlineData("IKU-2 50/200", "IKU-2 5/200", false)]
    [InlineData("IKU-2 50/200", "IKU-2 4/200", true)]
    [InlineData("IKU-2 0/200", "IKU-2 50/200", false)]
    public void A_months_count_may_change_more_than_a_stock_and_begin_from_nothing(string june, string july, bool isUnusual) =>
        Assert.Equal(isUnusual, Remarks(Compare(july, june)).Any());

    [Theory]
    [InlineData("2024-07", "IKU-4 12/300", "IKU-4 12/300", false)]
    [InlineData("2024-07", "IKU-4 12/300", "IKU-4 11/300", true)]
    [InlineData("2024-02", "IKU-4 12/300", "IKU-4 11/300", true)]
    [InlineData("2025-01", "IKU-4 12/300", "IKU-4 1/300", false)]
    public void An_amount_to_date_that_goes_down_is_unusual_except_in_January(string month, string before, string now, bool isUnusual) =>
        Assert.Equal(isUnusual, Remarks(Compare(now, month, [before])).Any());

    [Fact]
    public void Nothing_is_unusual_only_after_as_many_months_with_something_as_are_set()
    {
        Assert.NotEmpty(Remarks(Compare("IKU-2 0/9", "2024-07", ["IKU-2 3/9", "IKU-2 1/9", "IKU-2 4/9"])));
        Assert.Empty(Remarks(Compare("IKU-2 0/9", "2024-07", ["IKU-2 3/9", "IKU-2 1/9"])));
        Assert.Empty(Remarks(Compare("IKU-2 0/9", "2024-07", ["IKU-2 3/9", "IKU-2 1/9", "IKU-2 0/9"])));
    }

    [Theory]
    [InlineData("IKU-2 3/9; IKU-3 20/40", "IKU-2 3/9; IKU-3 20/40", true)]
    [InlineData("IKU-2 3/9; IKU-3 20/40", "IKU-2 3/9; IKU-3 20/41", false)]
    [InlineData("IKU-2 3/9", "IKU-2 3/9; IKU-3 20/40", false)]
    [InlineData("IKU-3 20/40", "IKU-3 20/40", false)]
    [InlineData("IKU-2 0/0; IKU-3 20/40", "IKU-2 0/0; IKU-3 20/40", false)]
    public void Last_months_file_is_suspected_when_all_numbers_repeat_and_something_happened(string june, string july, bool repeats) =>
        Assert.Equal(repeats, Compare(july, june).RepeatsPrevious);

    [Fact]
    public void Without_a_report_of_last_month_there_is_nothing_to_compare_with()
    {
        var comparison = ReportComparison.Of(Report("2024-07", "IKU-2 3/9"), [Current("2024-05", "IKU-2 3/9")], null, ReferenceData.Shipped, Thresholds);

        Assert.False(comparison.HasPrevious);
        Assert.Empty(comparison.Rows);
        Assert.False(comparison.IsFirstMonth);
        Assert.True(Compare("IKU-2 3/9", "2024-01", []).IsFirstMonth);
    }

    [Fact]
    public void A_revision_says_what_changed_and_what_is_no_longer_reported()
    {
        var comparison = ReportComparison.Of(
            Report("2024-07", "IKU-2 4/9; IKU-4 1/3"), [], Current("2024-07", "IKU-2 3/9; IKU-3 20/40"), ReferenceData.Shipped, Thresholds);

        Assert.Equal(
            ["IKU-2 Pembilang 3 4", "IKU-3 Pembilang 20 ", "IKU-3 Penyebut 40 ", "IKU-4 Pembilang  1", "IKU-4 Penyebut  3"],
            comparison.Changes!.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Indicator} {change.Component.Role} {change.Before} {change.Now}")));
    }

    [Fact]
    public void The_section_stands_in_the_page_says_when_it_was_made_and_writes_numbers_as_Indonesians_do()
    {
        var page = ReceiptPage.Write(SampleReceipts.Accepted);

        var compared = WebUtility.HtmlDecode(ReceiptPage.WithComparison(
            page, [Compare("IKU-2 1234/2000; IKU-4 11/300", "2024-07", ["IKU-2 1000/2000; IKU-4 12/300"])], SampleReceipts.Submission.SubmittedAt));

        Assert.Contains("<h2>Perbandingan dengan bulan lalu</h2>", compared, StringComparison.Ordinal);
        Assert.Contains("<td class=\"amount\">1.000</td><td class=\"amount\">1.234</td><td>+234 (+23,4%)</td>", compared, StringComparison.Ordinal);
        Assert.Contains("<td>−1 (−8,3%)</td><td>Berkurang, padahal", compared, StringComparison.Ordinal);
        Assert.Contains("<td>tetap</td>", compared, StringComparison.Ordinal);
        Assert.Contains("Dibandingkan pada", compared, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", compared, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_sheet_beside_the_new_one_is_told_when_it_differs_from_what_stands()
    {
        var page = Compared([Replacing("2024-07", "IKU-2 4/9", "IKU-2 3/9"), Replacing("2024-08", "IKU-2 5/9", null)]);

        Assert.Contains("Juli 2024 juga ada dalam berkas ini, dan angkanya berbeda", page, StringComparison.Ordinal);
        Assert.Contains("IKU-2, Pencari kerja terdaftar yang ditempatkan: 3 → 4", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_sheet_that_says_what_stands_already_is_passed_over_in_silence()
    {
        var page = Compared([Replacing("2024-07", "IKU-2 3/9", "IKU-2 3/9"), Replacing("2024-08", "IKU-2 5/9", null)]);

        Assert.Equal(Compared([Replacing("2024-08", "IKU-2 5/9", null)]), page);
        Assert.DoesNotContain("juga ada dalam berkas ini", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_sheet_that_is_returned_replaces_nothing()
    {
        var page = Compared([Replacing("2024-07", "IKU-2 4/9", "IKU-2 3/9", isAccepted: false), Replacing("2024-08", "IKU-2 5/9", null)]);

        Assert.DoesNotContain("juga ada dalam berkas ini", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_of_the_one_month_of_a_file_is_no_old_sheet()
    {
        var page = Compared([Replacing("2024-07", "IKU-2 4/9", "IKU-2 3/9")]);

        Assert.DoesNotContain("juga ada dalam berkas ini", page, StringComparison.Ordinal);
        Assert.Contains("3 → 4", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_looks_like_the_place_of_the_comparison_does_not_become_one()
    {
        var page = ReceiptPage.Write(SampleReceipts.Hostile("<!-- perbandingan -->"));

        Assert.Equal(2, page.Split("<!-- perbandingan -->").Length);
    }

    [Fact]
    public void The_reports_of_a_receipt_are_read_back_from_its_JSON()
    {
        foreach (var receipt in new[] { SampleReceipts.Accepted, SampleReceipts.Returned, SampleReceipts.Partly, SampleReceipts.Unreadable, SampleReceipts.Hostile("=1 \" <b>") })
        {
            var reports = ReceiptJson.ReadReports(ReceiptJson.Write(receipt));

            Assert.Equal(receipt.Reports.Select(report => (report.Key, report.IsAccepted)), reports.Select(report => (report.Key, report.IsAccepted)));
            Assert.Equal(
                receipt.Reports.SelectMany(report => report.Indicators).SelectMany(indicator => indicator.Amounts).Select(amount => amount.Amount),
                reports.SelectMany(report => report.Figures).SelectMany(figure => new[] { figure.Numerator, figure.Denominator }).OfType<ComponentAmount>());
        }
    }

    private static ReportComparison Compare(string july, string june) => Compare(july, "2024-07", [june]);

    private static ReportComparison Compare(string now, string month, IReadOnlyList<string> before) => ReportComparison.Of(
        Report(month, now),
        [.. before.Select((figures, back) => Current(ReportingMonth.Parse(month).AddMonths(-1 - back).ToString(), figures))],
        null,
        ReferenceData.Shipped,
        Thresholds);

    private static ReportComparison Replacing(string month, string now, string? before, bool isAccepted = true) => ReportComparison.Of(
        Report(month, now) with { IsAccepted = isAccepted }, [], before is null ? null : Current(month, before), ReferenceData.Shipped, Thresholds);

    private static string Compared(IReadOnlyList<ReportComparison> comparisons) => WebUtility.HtmlDecode(
        ReceiptPage.WithComparison(ReceiptPage.Write(SampleReceipts.Accepted), comparisons, SampleReceipts.Submission.SubmittedAt));

    private static IEnumerable<string> Remarks(ReportComparison comparison) => comparison.Rows.Select(row => row.Remark).OfType<string>();

    private static ReportReading Report(string month, string figures) => new(Key(month), Figures(figures), true);

    private static CurrentReport Current(string month, string figures) => new(Key(month), SampleReceipts.Submission, Figures(figures));

    private static ReportKey Key(string month) => new(RegionCode.Parse("53.02"), ReportingMonth.Parse(month), DataHolder.Region);

    private static IReadOnlyList<Figure> Figures(string text) =>
    [
        .. text.Split("; ").Select(each => each.Split(' ', '/')).Select(parts => new Figure(IndicatorCode.Parse(parts[0]), Amount(parts[1]), Amount(parts[2]))),
    ];

    private static ComponentAmount Amount(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture), new CellLocation("Laporan", "A1"), text);
}
