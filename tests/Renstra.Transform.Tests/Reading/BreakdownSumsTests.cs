using Renstra.Transform.Reports;
using static Renstra.Transform.Tests.Reading.BreakdownTests;

namespace Renstra.Transform.Tests.Reading;

/// <summary>What a breakdown (Rincian) has to add up to, and what is said where it does not.</summary>
public sealed class BreakdownSumsTests
{
    [Fact]
    public void Parts_that_do_not_add_up_return_the_report_with_both_sums_and_their_cells()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", 1], ["AKAD", 0], ["AKAN", 2], ["Peserta pelatihan yang terserap", 0]));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("R01", Severity.Kesalahan, "C6"), (finding.Code, finding.Severity, finding.Location!.Cell));
        Assert.Contains("berjumlah 2, ", finding.Message, StringComparison.Ordinal);
        Assert.Contains("menurut penempatan (sel C7, C8, C9, C10) berjumlah 3.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void The_denominators_parts_are_held_to_the_denominator()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["Laki-laki", 1, 12], ["Perempuan", 1, 9]));

        Assert.Equal(["R01 D6"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void Of_parts_that_together_are_the_whole_each_one_is_asked_for()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", 1], ["AKAD", null], ["AKAN", 1], ["Peserta pelatihan yang terserap", "-"]));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("R03", Severity.Peringatan, "C8"), (finding.Code, finding.Severity, finding.Location!.Cell));
        Assert.Contains("“Antar Kerja Antar Daerah (AKAD)” dan “Peserta pelatihan yang terserap” belum diisi", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["IKU-2 Pembilang AKL 1", "IKU-2 Pembilang AKAN 1"], Submissions.PartsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void Some_of_the_parts_alone_are_never_more_than_the_whole()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", 1], ["AKAN", 7]));

        Assert.Equal(["R02 C7", "R03 C7"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void People_with_disabilities_are_some_of_all_and_need_no_complement()
    {
        var some = Submissions.Read(SideBySide(IKU2: 2, ["Penyandang disabilitas", 1, 3]));
        var all = Submissions.Read(SideBySide(IKU2: 2, ["Difabel", 2, 20]));

        Assert.Empty(some.Findings);
        Assert.Empty(all.Findings);
        Assert.Equal(["IKU-2 Pembilang Disabilitas 1", "IKU-2 Penyebut Disabilitas 3"], Submissions.PartsOf(some));
    }

    [Fact]
    public void More_people_with_disabilities_than_people_return_the_report()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["Penyandang disabilitas", 3, 3]));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("R02", Severity.Kesalahan, "C7"), (finding.Code, finding.Severity, finding.Location!.Cell));
        Assert.Contains("sel C6 (2)", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(1, 0, "R01 C6")]
    public void With_the_others_given_as_well_both_together_are_the_whole(int with, int without, string? finding)
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["Disabilitas", with], ["Non disabilitas", without]));

        Assert.Equal(finding is null ? [] : [finding], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void Nothing_is_added_up_in_place_of_a_whole_that_is_missing()
    {
        var reading = Submissions.Read(SideBySide(IKU2: null, ["AKL", 1], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0]));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("R04", Severity.Kesalahan, "C7"), (finding.Code, finding.Severity, finding.Location!.Cell));
        Assert.DoesNotContain(Submissions.FiguresOf(reading), figure => figure.Contains("IKU-2", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_for_men_and_women_without_one_for_all_are_returned()
    {
        var grid = Identified()
            .Row(4, "No", "Uraian", "L", "P")
            .Components(5, (number, component, amount) => [number, component.Name, amount - 1, 1]);

        var reading = Submissions.Read(grid);

        Assert.Equal(["R04 C5", "R04 C7"], Submissions.FindingsOf(reading).Where(finding => finding[0] == 'R'));
        Assert.Empty(Submissions.FiguresOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void A_whole_that_is_half_filled_is_asked_for_and_its_parts_are_not_blamed()
    {
        var grid = SideBySide(IKU2: 2, ["Laki-laki", 1, 12], ["Perempuan", 1, 8]).With("D6", null);

        Assert.Equal(["N06 D6"], Submissions.FindingsOf(Submissions.Read(grid)));
    }

    [Theory]
    [InlineData("tiga", "N01")]
    [InlineData(1.5, "N02")]
    [InlineData(-1, "N03")]
    [InlineData("1,234", "N09")]
    [InlineData("50%", "N14")]
    public void A_part_that_is_no_count_is_named_and_the_sum_is_not_blamed(object content, string code)
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", content], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0]));

        Assert.Equal([$"{code} C7"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_part_that_stands_twice_is_returned()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", 1], ["AKL", 1], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0]));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("T08", "C7"), (finding.Code, finding.Location!.Cell));
        Assert.Contains("“Antar Kerja Lokal (AKL)”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_the_same_on_another_sheet_does_not_count_twice()
    {
        Grid Sheet() => SideBySide(IKU2: 2, ["AKL", 1], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0]);

        var reading = Submissions.Read(Sheet(), Sheet());

        Assert.Empty(reading.Findings);
        Assert.Equal(PlacedByWay, Submissions.PartsOf(reading));
    }
}
