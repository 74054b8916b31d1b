using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Indicators;

public sealed class TargetTableTests
{
    private static readonly IndicatorCode Placed = IndicatorCode.Parse("IKU-2");

    [Fact]
    public void What_the_plan_promised_holds_for_every_region_and_month_of_its_year()
    {
        var targets = ReferenceData.Shipped.Targets;

        Assert.Equal(75m, Value(targets, "53", "2024-01"));
        Assert.Equal(75m, Value(targets, "53.08", "2024-12"));
        Assert.Equal(77m, Value(targets, "53.08", "2025-01"));
        Assert.Equal(78m, targets.Find(Placed, 2026));
        Assert.Null(Value(targets, "53", "2027-01"));
        Assert.Null(targets.Find(Placed, 2027));
    }

    [Fact]
    public void A_regions_own_target_goes_before_the_one_for_all()
    {
        var targets = With("IKU-2,53.08,2024,,60,,2024-01,Rencana aksi 2024,rencana aksi,").Targets;

        Assert.Equal(60m, Value(targets, "53.08", "2024-05"));
        Assert.Equal(75m, Value(targets, "53.71", "2024-05"));
        Assert.Equal(75m, Value(targets, "53", "2024-05"));
        Assert.Equal(75m, targets.Find(Placed, 2024));
    }

    [Fact]
    public void The_province_may_have_a_target_of_its_own()
    {
        var targets = With("IKU-2,53,2024,,80,,2024-01,Perjanjian kinerja 2024,perjanjian kinerja,").Targets;

        Assert.Equal(80m, Value(targets, "53", "2024-05"));
        Assert.Equal(75m, Value(targets, "53.08", "2024-05"));
    }

    [Fact]
    public void A_quarters_target_takes_the_place_of_the_years_in_its_three_months()
    {
        var targets = With("IKU-2,,2024,2,40,,2024-01,Rencana aksi 2024,rencana aksi,").Targets;

        Assert.Equal(
            [75m, 40m, 40m, 40m, 75m],
            new[] { "2024-03", "2024-04", "2024-05", "2024-06", "2024-07" }.Select(month => Value(targets, "53.08", month)));
        Assert.Equal(75m, targets.Find(Placed, 2024));
    }

    [Fact]
    public void A_regions_year_goes_before_the_quarter_for_all_and_its_own_quarter_before_both()
    {
        var targets = With(
            "IKU-2,,2024,1,20,,2024-01,Rencana aksi 2024,rencana aksi,",
            "IKU-2,53.08,2024,,60,,2024-01,Rencana aksi 2024,rencana aksi,",
            "IKU-2,53.71,2024,,60,,2024-01,Rencana aksi 2024,rencana aksi,",
            "IKU-2,53.71,2024,1,30,,2024-01,Rencana aksi 2024,rencana aksi,").Targets;

        Assert.Equal(60m, Value(targets, "53.08", "2024-02"));
        Assert.Equal(30m, Value(targets, "53.71", "2024-02"));
        Assert.Equal(20m, Value(targets, "53.01", "2024-02"));
    }

    [Fact]
    public void A_later_version_counts_from_its_own_month_on_with_its_legal_basis()
    {
        var targets = With("IKU-2,,2024,,70,,2024-09,Peraturan Gubernur NTT Nomor 40 Tahun 2024 tanggal 2 September 2024,Tabel 7.2,").Targets;

        Assert.Equal(75m, Value(targets, "53.08", "2024-08"));
        var revised = targets.Find(Placed, RegionCode.Parse("53.08"), new ReportingMonth(2024, 9));
        Assert.Equal((70m, "Peraturan Gubernur NTT Nomor 40 Tahun 2024 tanggal 2 September 2024"), (revised?.Value, revised?.LegalBasis));
        Assert.Equal(70m, targets.Find(Placed, 2024));
    }

    [Fact]
    public void Before_its_first_version_there_is_no_target()
    {
        var files = ReferenceFiles.Shipped.Replacing("target.csv", "IKU-2,,2024,,75,,2024-01,", "IKU-2,,2024,,75,,2024-06,");

        var targets = ReferenceData.Read(files).Targets;

        Assert.Null(Value(targets, "53.08", "2024-05"));
        Assert.Equal(75m, Value(targets, "53.08", "2024-06"));
    }

    [Fact]
    public void Of_a_range_the_less_demanding_end_counts_and_both_are_kept()
    {
        var unemployment = ReferenceData.Shipped.Targets.All.Single(target => target.Indicator.Value == "IKK-1" && target.Year == 2024);
        var poverty = ReferenceData.Shipped.Targets.All.Single(target => target.Indicator.Value == "IKK-2" && target.Year == 2026);

        Assert.Equal((3.2m, 3.0m), (unemployment.Value, unemployment.StretchValue));
        Assert.Equal((17.05m, 15.03m), (poverty.Value, poverty.StretchValue));
    }

    [Theory]
    [InlineData("IKU-2,,2024,4,70,80", 70, 80)]
    [InlineData("IKU-2,,2024,4,80,70", 70, 80)]
    [InlineData("IKK-1,,2024,4,2,3", 3, 2)]
    [InlineData("IKK-1,,2024,4,3,2", 3, 2)]
    public void A_range_may_be_written_from_either_end(string line, int value, int stretch)
    {
        var target = With($"{line},2024-01,Rencana aksi 2024,rencana aksi,").Targets.All.Single(target => target.Quarter == 4);

        Assert.Equal((value, stretch), (target.Value, target.StretchValue));
    }

    [Fact]
    public void Every_target_that_is_shipped_names_the_decision_it_rests_on()
    {
        Assert.All(ReferenceData.Shipped.Targets.All, target =>
            Assert.Equal("Peraturan Gubernur NTT Nomor 28 Tahun 2024 tanggal 25 Juni 2024", target.LegalBasis));
        Assert.Equal(27, ReferenceData.Shipped.Targets.All.Count);
    }

    [Theory]
    [InlineData("IKU-2,,2024,,0,,2024-01,Dasar,Tabel,", "Target must be over 0: achievements are divided by it")]
    [InlineData("IKU-2,,2024,1,5,-1,2024-01,Dasar,Tabel,", "Target must be over 0: achievements are divided by it")]
    [InlineData("IKU-2,,2024,1,5,5,2024-01,Dasar,Tabel,", "TargetSampai is the same as Target; leave it empty when the target is one value")]
    [InlineData("IKU-2,,2024,5,5,,2024-01,Dasar,Tabel,", "Triwulan is '5', which is not a whole number from 1 to 4")]
    [InlineData("IKU-2,,2027,,5,,2024-01,Dasar,Tabel,", "Tahun 2027 is outside the years of IKU-2, 2024 to 2026")]
    [InlineData("IKU-2,,2024,1,5,,2025-01,Dasar,Tabel,", "BerlakuMulai 2025-01 is after the year 2024 that the target is for")]
    [InlineData("IKU-2,,2024,1,5,,2024-01,,Tabel,", "DasarHukum is empty")]
    [InlineData("IKU-2,53.99,2024,1,5,,2024-01,Dasar,Tabel,", "KodeWilayah 53.99 has no line in wilayah.csv")]
    [InlineData("IKU-5,53.71,2024,1,5,,2024-01,Dasar,Tabel,", "IKU-5 does not apply to 53.71 in 2024: keberlakuan.csv has no such line")]
    [InlineData("IKU-9,,2024,1,5,,2024-01,Dasar,Tabel,", "Indikator IKU-9 has no line in indikator.csv")]
    [InlineData("IKU-2,,2024,,5,,2024-01,Dasar,Tabel,", "says the same as line 5 once more: (IKU-2, , 2024, , 2024-01)")]
    public void A_target_that_cannot_be_is_refused(string line, string problem)
    {
        var problems = ReferenceFiles.Shipped.Adding("target.csv", line).Problems();

        Assert.Equal([$"target.csv line 29: {problem}"], problems);
    }

    private static decimal? Value(TargetTable targets, string region, string month) =>
        targets.Find(Placed, RegionCode.Parse(region), ReportingMonth.Parse(month))?.Value;

    private static ReferenceData With(params string[] lines) =>
        ReferenceData.Read(ReferenceFiles.Shipped.Adding("target.csv", lines));
}
