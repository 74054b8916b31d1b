using Renstra.Transform.Indicators;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>What makes a plain report be returned, what is only remarked on, and to which cell it is said.</summary>
public sealed class VerificationTests
{
    [Fact]
    public void A_plain_report_is_accepted_without_a_word()
    {
        var reading = Submissions.Read(Grid.Report());

        Assert.Empty(reading.Findings);
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_in_the_order_of_the_sheet()
    {
        var report = Grid.Report()
            .With("B1", "Timor Tengah Slatan")
            .With("B2", "Juli")
            .With("C5", "dua belas")
            .With("D6", -3)
            .With("C7", 4.5m)
            .Without(8)
            .With("C9", null)
            .With("C11", 80);

        var reading = Submissions.Read(report);

        Assert.Empty(reading.Reports);
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        Assert.Equal(["I02 B1", "I03 B2", "N01 C5", "N03 D6", "N02 C7", "N06 C9", "N04 C11"], Submissions.FindingsOf(reading));
    }

    [Theory]
    [InlineData("D5", "abc", FindingCodes.NotANumber)]
    [InlineData("D5", 4.5, FindingCodes.NotWhole)]
    [InlineData("D5", "4,5", FindingCodes.NotWhole)]
    [InlineData("D5", -1, FindingCodes.Negative)]
    [InlineData("D5", "-1", FindingCodes.Negative)]
    [InlineData("D5", "1,234", FindingCodes.AmbiguousNumber)]
    [InlineData("D5", "75%", FindingCodes.Percentage)]
    [InlineData("D5", 1_000_000_000, FindingCodes.TooLarge)]
    public void A_cell_that_holds_no_count_returns_the_report_and_is_named_with_its_content(string address, object content, string code)
    {
        var reading = Submissions.Read(Grid.Report().With(address, content));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, Severity.Kesalahan), (finding.Code, finding.Severity));
        Assert.Equal(new CellLocation("Laporan", address), finding.Location);
        Assert.Equal(Submissions.CellOf(content).Text, finding.Raw);
        Assert.Equal(IndicatorCode.Parse("IKU-1"), finding.Indicator);
        Assert.Equal(reading.Reports.Single().Key, finding.Report);
        Assert.False(reading.Reports.Single().IsAccepted);
        Assert.DoesNotContain(reading.Reports.Single().Figures, figure => figure.Indicator == finding.Indicator);
    }

    [Fact]
    public void Dates_errors_percentages_and_formulas_without_a_value_are_no_counts()
    {
        var report = Grid.Report()
            .With("C5", new DateTime(2024, 7, 1))
            .With("C6", Cell.OfError("#DIV/0!"))
            .With("C7", Cell.OfFormulaWithoutValue("A1+1"))
            .With("C8", Cell.OfNumber(0.75m, "0%"))
            .With("C9", Cell.OfBoolean(true));

        var reading = Submissions.Read(report);

        Assert.Equal(["N10 C5", "N11 C6", "N12 C7", "N14 C8", "N01 C9"], Submissions.FindingsOf(reading));
    }

    [Theory]
    [InlineData(5, Severity.Peringatan)]
    [InlineData(6, Severity.Peringatan)]
    [InlineData(7, Severity.Kesalahan)]
    [InlineData(8, Severity.Kesalahan)]
    [InlineData(9, Severity.Kesalahan)]
    [InlineData(10, Severity.Peringatan)]
    [InlineData(11, Severity.Peringatan)]
    public void A_numerator_over_its_denominator_returns_the_report_where_the_plan_has_no_such_rows(int row, Severity severity)
    {
        var reading = Submissions.Read(Grid.Report().With($"C{row}", 100).With($"D{row}", 99));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingCodes.NumeratorOverDenominator, severity), (finding.Code, finding.Severity));
        Assert.Equal($"C{row}", finding.Location!.Cell);
        Assert.Equal(severity == Severity.Peringatan, reading.Reports.Single().IsAccepted);
        Assert.Equal(7, reading.Reports.Single().Figures.Count);
    }

    [Fact]
    public void A_numerator_over_a_denominator_of_0_is_said_in_its_own_words()
    {
        var reading = Submissions.Read(Grid.Report().With("D7", 0));

        Assert.Equal(["N05 C7"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_percentage_is_quoted_as_its_cell_shows_it_and_a_time_of_day_is_no_date()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", Cell.OfNumber(0.755m, "0%")).With("C6", new DateTime(1899, 12, 31, 12, 0, 0)));

        Assert.StartsWith("Sel C5 (lembar Laporan): “75,5%” adalah persentase", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Sel C6 (lembar Laporan): sel ini berisi jam, bukan angka.", reading.Findings[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D5,D6,D7,D8,D9,D10,D11", true)]
    [InlineData("D5,D6,D7,D8,D9,D10", false)]
    public void Denominators_that_are_all_100_may_be_percentages_and_are_remarked_on(string cells, bool isRemarkedOn)
    {
        var report = cells.Split(',').Aggregate(Grid.Report(), (grid, cell) => grid.With(cell, 100));

        var reading = Submissions.Read(report);

        Assert.Equal(isRemarkedOn ? ["N16 D5"] : [], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Few_denominators_of_100_are_no_percentages(int filled, bool isRemarkedOn)
    {
        var report = Enumerable.Range(5, 7).Aggregate(
            Grid.Report(), (grid, row) => row < 5 + filled ? grid.With($"D{row}", 100) : grid.With($"C{row}", null).With($"D{row}", null));

        var reading = Submissions.Read(report);

        Assert.Equal(isRemarkedOn, reading.Findings.Any(finding => finding.Code == FindingCodes.DenominatorsOfHundred));
    }

    [Fact]
    public void Nothing_of_nothing_is_an_honest_figure()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", 0).With("D5", 0));

        Assert.Empty(reading.Findings);
        Assert.Contains("53.02 2024-07 KAB IKU-1 0/0", Submissions.FiguresOf(reading));
    }

    [Fact]
    public void Blank_cells_are_not_reported_which_is_not_0()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", null).With("D5", null));

        Assert.Equal(["N07 C5"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport.Skip(1), Submissions.FiguresOf(reading));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData(" n/a ")]
    [InlineData("Belum ada data")]
    public void A_mark_for_nothing_is_read_as_not_reported_and_said_so(string mark)
    {
        var reading = Submissions.Read(Grid.Report().With("C5", mark).With("D5", mark));

        Assert.Equal(["N13 C5", "N13 D5"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.DoesNotContain(reading.Reports.Single().Figures, figure => figure.Indicator.Value == "IKU-1");
    }

    [Fact]
    public void A_mark_beside_a_number_may_mean_0_and_is_returned()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", "-"));

        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        Assert.Contains(reading.Findings, finding => finding is { Code: FindingCodes.HalfFilled, Location.Cell: "C5" });
    }

    [Fact]
    public void Nihil_is_0()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", "NIHIL").With("D5", "nihil"));

        Assert.Empty(reading.Findings);
        Assert.Contains("53.02 2024-07 KAB IKU-1 0/0", Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_row_that_is_missing_returns_the_report_which_replaces_the_earlier_one_whole()
    {
        var reading = Submissions.Read(Grid.Report().Without(7));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingCodes.IndicatorMissing, Severity.Kesalahan), (finding.Code, finding.Severity));
        Assert.Equal(IndicatorCode.Parse("IKU-3"), finding.Indicator);
        Assert.Null(finding.Location);
        Assert.False(reading.Reports.Single().IsAccepted);
    }

    [Fact]
    public void An_indicator_that_stands_twice_counts_neither_time()
    {
        var reading = Submissions.Read(Grid.Report().Row(12, "IKU-1", "Cakupan Peserta Pelatihan", 1, 10));

        Assert.Equal(["T03 B12"], Submissions.FindingsOf(reading));
        Assert.Equal(Submissions.FiguresOfReport.Skip(1), Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_blank_copy_of_a_row_does_not_matter()
    {
        var reading = Submissions.Read(Grid.Report().Row(12, "IKU-1", "Cakupan Peserta Pelatihan"));

        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void An_indicator_that_does_not_apply_is_not_counted_and_the_office_is_told()
    {
        var reading = Submissions.Read("53.07", "laporan.xlsx", Grid.Report().With("B1", "Sikka"));

        Assert.Equal(["T04 B9", "T04 B10", "T04 B11"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(["IKU-1", "IKU-2", "IKU-3", "IKU-4"], reading.Reports.Single().Figures.Select(figure => figure.Indicator.Value));
    }

    [Fact]
    public void Rows_that_do_not_apply_and_are_blank_are_passed_over()
    {
        var report = Grid.Report().With("B1", "Sikka");
        foreach (var row in (int[])[9, 10, 11])
        {
            report.With($"C{row}", null).With($"D{row}", null);
        }

        var reading = Submissions.Read("53.07", "laporan.xlsx", report);

        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_report_without_a_single_number_is_returned_with_one_finding()
    {
        var report = Grid.Report();
        for (var row = 5; row <= 11; row++)
        {
            report.With($"C{row}", null).With($"D{row}", null);
        }

        var reading = Submissions.Read(report);

        Assert.Equal(["N08 B5"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void Only_so_many_findings_are_kept_and_mistakes_before_oddities()
    {
        var report = Grid.Report().With("C11", "tujuh");
        for (var row = 12; row < 42; row++)
        {
            report.Row(row, null, $"Angka putus kuliah {row}", 1, 2);
        }

        var reading = Submissions.Reader(limits: new ReadingLimits { MaxFindings = 10 })
            .Read(new Workbook(FileFormat.Xlsx, [report]), Submissions.Source(Submissions.Tts, "laporan.xlsx"));

        Assert.Equal(10, reading.Findings.Count);
        Assert.Equal(31, reading.FindingsTotal);
        Assert.Equal("N01 C11", Submissions.FindingsOf(reading)[0]);
    }

    [Fact]
    public void What_stands_in_a_cell_is_kept_up_to_a_length()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", new string('x', 5_000)));

        Assert.Equal(new string('x', 199) + "…", reading.Findings.Single().Raw);
    }

    [Fact]
    public void What_returns_a_report_is_reference_data()
    {
        var lenient = ReferenceData.Read(ReferenceFiles.Shipped.Replacing("aturan.csv", "T02,,Kesalahan", "T02,,Peringatan"));

        var reading = Submissions.Reader(lenient)
            .Read(new Workbook(FileFormat.Xlsx, [Grid.Report().Without(7)]), Submissions.Source(Submissions.Tts, "laporan.xlsx"));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }
}
