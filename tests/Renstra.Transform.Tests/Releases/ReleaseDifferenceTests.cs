using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Tests.Performance;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Releases;

public sealed class ReleaseDifferenceTests
{
    [Fact]
    public void The_same_reports_change_nothing()
    {
        var report = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");

        var difference = ReleaseDifference.Between(ClosedMonth.Of("2024-01", 1, report), ClosedMonth.Of("2024-01", 2, report));

        Assert.Empty(difference.Rows);
        Assert.Empty(difference.Sources);
    }

    [Fact]
    public void The_same_numbers_sent_again_are_a_changed_report_and_no_changed_figure()
    {
        var before = ClosedMonth.Of("2024-01", 1, Offices.Report("53.02", "2024-01", "IKU-2", "12/30"));
        var after = ClosedMonth.Of("2024-01", 2, Offices.Report("53.02", "2024-01", "IKU-2", "12/30", submitted: "2024-02-20"));

        var difference = ReleaseDifference.Between(before, after);

        Assert.Empty(difference.Rows);
        Assert.Equal(ChangeCause.LaporanDiperbaiki, Assert.Single(difference.Sources).Cause);
    }

    [Fact]
    public void A_revision_is_told_for_its_region_and_for_the_province_with_the_amounts_before_and_after()
    {
        var other = Offices.Report("53.01", "2024-01", "IKU-2", "10/20");
        var before = ClosedMonth.Of("2024-01", 1, other, Offices.Report("53.02", "2024-01", "IKU-2", "12/30"));
        var revision = Offices.Report("53.02", "2024-01", "IKU-2", "15/30", submitted: "2024-02-20");

        var difference = ReleaseDifference.Between(before, ClosedMonth.Of("2024-01", 2, other, revision));

        Assert.Equal(["53 IKU-2: 22/50 44,00 -> 25/50 50,00", "53.02 IKU-2: 12/30 40,00 -> 15/30 50,00"], difference.Rows.Select(Write));
        Assert.All(difference.Rows, row =>
        {
            Assert.Equal([ChangeCause.LaporanDiperbaiki], row.Causes);
            Assert.Equal(revision.Submission, Assert.Single(row.Sources).Source.Report.Submission);
            Assert.Equal(3, RowChange.By(row.Before, row.After, each => each.Numerator));
        });
    }

    [Fact]
    public void A_first_report_turns_nothing_into_something_and_has_no_amount_by_which()
    {
        var before = ClosedMonth.Of("2024-01", 1);

        var difference = ReleaseDifference.Between(before, ClosedMonth.Of("2024-01", 2, Offices.Report("53.02", "2024-01", "IKU-2", "12/30")));

        var row = difference.Rows.Single(change => change.Region.Value == "53.02");
        Assert.Equal("53.02 IKU-2: -/- - -> 12/30 40,00", Write(row));
        Assert.Null(RowChange.By(row.Before, row.After, each => each.Numerator));
        Assert.Equal([ChangeCause.LaporanBaru], row.Causes);
    }

    [Fact]
    public void A_report_that_stands_no_more_is_a_withdrawal_of_the_submission_that_went()
    {
        var withdrawn = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");

        var difference = ReleaseDifference.Between(ClosedMonth.Of("2024-01", 1, withdrawn), ClosedMonth.Of("2024-01", 2));

        var change = Assert.Single(difference.Sources);
        Assert.Equal((ChangeCause.LaporanDitarik, withdrawn.Submission), (change.Cause, change.Source.Report.Submission));
        Assert.All(difference.Rows, row => Assert.Equal([ChangeCause.LaporanDitarik], row.Causes));
    }

    [Fact]
    public void An_earlier_submission_that_stands_again_is_a_withdrawal_of_the_later_one()
    {
        var earlier = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");
        var later = Offices.Report("53.02", "2024-01", "IKU-2", "15/30", submitted: "2024-02-20");

        var difference = ReleaseDifference.Between(ClosedMonth.Of("2024-01", 2, later), ClosedMonth.Of("2024-01", 3, earlier));

        var change = Assert.Single(difference.Sources);
        Assert.Equal((ChangeCause.LaporanDitarik, later.Submission), (change.Cause, change.Source.Report.Submission));
    }

    [Fact]
    public void A_revision_of_an_earlier_month_is_the_cause_in_every_month_that_adds_it_up()
    {
        var march = Offices.Report("53.02", "2024-03", "IKU-2", "5/10");
        var before = ClosedMonth.Of("2024-03", 1, march, Offices.Report("53.02", "2024-01", "IKU-2", "12/30"));
        var revision = Offices.Report("53.02", "2024-01", "IKU-2", "10/30", submitted: "2024-04-20");

        var difference = ReleaseDifference.Between(before, ClosedMonth.Of("2024-03", 2, march, revision));

        var row = difference.Rows.Single(change => change.Region.Value == "53.02");
        Assert.Equal("53.02 IKU-2: 17/40 42,50 -> 15/40 37,50", Write(row));
        Assert.Equal("2024-01", Assert.Single(row.Sources).Key.Month.ToString());
    }

    [Fact]
    public void A_stock_carried_across_the_year_is_changed_by_the_month_that_it_was_carried_from()
    {
        var before = ClosedMonth.Of("2025-02", 1, Offices.Report("53.02", "2024-11", "IKU-3", "12/30"));
        var revision = Offices.Report("53.02", "2024-11", "IKU-3", "15/30", submitted: "2025-03-20");

        var difference = ReleaseDifference.Between(before, ClosedMonth.Of("2025-02", 2, revision));

        var row = difference.Rows.Single(change => change.Region.Value == "53.02");
        Assert.Equal("53.02 IKU-3: 12/30 40,00 -> 15/30 50,00", Write(row));
        Assert.Equal("2024-11", Assert.Single(row.Sources).Key.Month.ToString());
    }

    [Fact]
    public void A_report_is_no_cause_of_what_it_says_as_before()
    {
        var one = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");
        var both = one with { Figures = [.. one.Figures, .. Offices.Report("53.02", "2024-01", "IKU-1", "3/4").Figures] };
        var unrelated = Offices.Report("53.02", "2024-02", "IKU-2", "1/2", submitted: "2024-03-06");
        var revision = both with
        {
            Submission = Offices.Report("53.02", "2024-01", "IKU-2", "12/30", submitted: "2024-03-20").Submission,
            Figures = [both.Figures[0], Offices.Report("53.02", "2024-01", "IKU-1", "4/4").Figures[0]],
        };

        var difference = ReleaseDifference.Between(ClosedMonth.Of("2024-02", 1, both), ClosedMonth.Of("2024-02", 2, revision, unrelated));

        var causes = difference.Rows.Where(change => change.Region.Value == "53.02")
            .ToDictionary(change => change.Indicator.Value, change => string.Join(", ", change.Sources.Select(source => source.Key.Month)));
        Assert.Equal("2024-01", causes["IKU-1"]);
        Assert.Equal("2024-02", causes["IKU-2"]);
    }

    [Fact]
    public void Another_target_is_told_as_other_reference_data_with_no_submission()
    {
        var report = Offices.Report("53.02", "2024-01", "IKU-2", "12/30");
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing("target.csv", "IKU-2,,2024,,75,", "IKU-2,,2024,,50,"));

        var difference = ReleaseDifference.Between(ClosedMonth.Of("2024-01", 1, report), ClosedMonth.Of(reference, "2024-01", 2, report));

        Assert.Equal(23, difference.Rows.Count);
        Assert.All(difference.Rows, row => Assert.Equal(("IKU-2", ChangeCause.DataAcuan), (row.Indicator.Value, Assert.Single(row.Causes))));
        var changed = difference.Rows.Single(row => row.Region.Value == "53.02");
        Assert.Equal((75m, 50m, 53.33m, 80.00m), (changed.Before!.Target, changed.After!.Target, changed.Before.Achievement, changed.After.Achievement));
        Assert.Equal(("Belum Berhasil", "Sangat Berhasil"), (changed.Before.Category!.Label, changed.After.Category!.Label));
    }

    [Fact]
    public void Where_it_is_lost_what_a_release_rested_on_the_figures_are_told_and_the_cause_is_said_to_be_unknown()
    {
        var before = ClosedMonth.Of("2024-01", 1) with { Sources = null };

        var difference = ReleaseDifference.Between(before, ClosedMonth.Of("2024-01", 2, Offices.Report("53.02", "2024-01", "IKU-2", "12/30")));

        Assert.NotEmpty(difference.Rows);
        Assert.All(difference.Rows, row => Assert.Equal("Tidak tercatat", ChangeCauseWords.Of(row.Causes)));
    }

    private static string Write(RowChange change) => $"{change.Region} {change.Indicator}: {Write(change.Before)} -> {Write(change.After)}";

    private static string Write(Renstra.Transform.Performance.PerformanceRow? row) =>
        $"{Write(row?.Numerator, "0")}/{Write(row?.Denominator, "0")} {Write(row?.Realisation, "0.00")}";

    private static string Write(decimal? number, string format) =>
        number?.ToString(format, System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',') ?? "-";
}
