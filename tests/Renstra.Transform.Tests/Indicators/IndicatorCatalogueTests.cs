using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Indicators;

public sealed class IndicatorCatalogueTests
{
    private static readonly IndicatorCatalogue Catalogue = ReferenceData.Shipped.Indicators;

    [Fact]
    public void Indicators_stand_in_the_order_of_the_plan()
    {
        Assert.Equal(
            ["IKU-1", "IKU-2", "IKU-3", "IKU-4", "IKU-5", "IKU-6", "IKU-7", "IKK-1", "IKK-2"],
            Catalogue.All.Select(indicator => indicator.Code.Value));
    }

    [Theory]
    [InlineData("IKU-1", 22)]
    [InlineData("IKU-2", 22)]
    [InlineData("IKU-3", 22)]
    [InlineData("IKU-4", 22)]
    [InlineData("IKU-5", 17)]
    [InlineData("IKU-6", 16)]
    [InlineData("IKU-7", 10)]
    [InlineData("IKK-1", 0)]
    [InlineData("IKK-2", 0)]
    public void Each_applies_to_the_regions_of_its_table(string code, int regions)
    {
        var applying = ReferenceData.Shipped.Regions.Reporting.Where(region => Catalogue.Applies(IndicatorCode.Parse(code), region.Code, 2024));

        Assert.Equal(regions, applying.Count());
    }

    [Fact]
    public void Manggarai_Timur_prepares_land_for_transmigration_and_builds_none()
    {
        var region = RegionCode.Parse("53.19");

        Assert.Equal(["IKU-1", "IKU-2", "IKU-3", "IKU-4", "IKU-5"], Catalogue.ApplyingTo(region, 2025).Select(indicator => indicator.Code.Value));
    }

    [Theory]
    [InlineData("IKU-1", "53.01", 2023)]
    [InlineData("IKU-1", "53.01", 2027)]
    [InlineData("IKU-1", "53", 2024)]
    [InlineData("IKU-1", "53.99", 2024)]
    [InlineData("IKU-99", "53.01", 2024)]
    [InlineData("IKK-1", "53.01", 2024)]
    public void Elsewhere_and_in_other_years_it_does_not_apply(string code, string region, int year)
    {
        Assert.False(Catalogue.Applies(IndicatorCode.Parse(code), RegionCode.Parse(region), year));
    }

    [Fact]
    public void Applicability_may_end_before_the_indicator_does()
    {
        var files = ReferenceFiles.Shipped.Replacing("keberlakuan.csv", "IKU-7,53.21,2024,2026,", "IKU-7,53.21,2024,2024,");

        var catalogue = ReferenceData.Read(files).Indicators;

        Assert.True(catalogue.Applies(IndicatorCode.Parse("IKU-7"), RegionCode.Parse("53.21"), 2024));
        Assert.False(catalogue.Applies(IndicatorCode.Parse("IKU-7"), RegionCode.Parse("53.21"), 2025));
    }

    [Fact]
    public void A_report_of_a_kabupaten_holds_all_seven_and_one_of_the_province_about_it_none()
    {
        var belu = RegionCode.Parse("53.04");

        Assert.Equal(7, Catalogue.ReportedBy(DataHolder.Region, belu, 2024).Count());
        Assert.Empty(Catalogue.ReportedBy(DataHolder.Parse("PROV"), belu, 2024));
    }

    [Theory]
    [InlineData("IKU-1", "bulan ini", "bulan ini")]
    [InlineData("IKU-4", "s.d. bulan ini", "posisi akhir bulan")]
    [InlineData("IKU-7", "s.d. bulan ini", "posisi akhir bulan")]
    [InlineData("IKU-5", "posisi akhir bulan", "posisi akhir bulan")]
    [InlineData("IKK-1", "angka tahun ini", null)]
    public void The_form_says_which_period_a_component_covers(string code, string numerator, string? denominator)
    {
        var indicator = Catalogue[IndicatorCode.Parse(code)];

        Assert.Equal((numerator, denominator), (indicator.Numerator.PeriodLabel, indicator.Denominator?.PeriodLabel));
        Assert.Equal(denominator is null ? 1 : 2, indicator.Components.Count());
    }

    [Fact]
    public void An_indicator_is_added_by_adding_lines()
    {
        var files = ReferenceFiles.Shipped
            .Adding("indikator.csv", "IKU-10,Jumlah Lowongan Kerja,lowongan,Nilai,Naik,0,KAB,Bidang,2025,2026,contoh")
            .Adding("komponen.csv", "IKU-10,Pembilang,Lowongan kerja terdaftar,lowongan,Jumlah,0,contoh")
            .Adding("keberlakuan.csv", "IKU-10,53.71,2025,2026,contoh,")
            .Adding("target.csv", "IKU-10,,2025,,1000,,2025-01,contoh,contoh,");

        var catalogue = ReferenceData.Read(files).Indicators;

        Assert.True(catalogue.TryFind(IndicatorCode.Parse("IKU-10"), out var added));
        Assert.Null(added.Denominator);
        Assert.Equal("IKU-10", catalogue.ReportedBy(DataHolder.Region, RegionCode.Parse("53.71"), 2025).Last().Code.Value);
        Assert.DoesNotContain(added, catalogue.ApplyingTo(RegionCode.Parse("53.71"), 2024));
    }

    [Fact]
    public void An_indicator_without_a_line_of_applicability_applies_to_every_kabupaten_and_kota_in_its_own_years()
    {
        var files = ReferenceFiles.Shipped
            .Adding("indikator.csv", "IKU-10,Jumlah Lowongan Kerja,lowongan,Nilai,Naik,0,KAB,Bidang,2025,2026,contoh")
            .Adding("komponen.csv", "IKU-10,Pembilang,Lowongan kerja terdaftar,lowongan,Jumlah,0,contoh")
            .Adding("target.csv", "IKU-10,,2025,,1000,,2025-01,contoh,contoh,", "IKU-10,53.71,2025,,50,,2025-01,contoh,contoh,");

        var reference = ReferenceData.Read(files);
        var applying = reference.Regions.All.Where(region => reference.Indicators.Applies(IndicatorCode.Parse("IKU-10"), region.Code, 2025)).ToList();

        Assert.Equal(22, applying.Count);
        Assert.DoesNotContain(reference.Regions.Province, applying);
        Assert.DoesNotContain(reference.Indicators.ApplyingTo(RegionCode.Parse("53.71"), 2024), indicator => indicator.Code.Value == "IKU-10");
    }

    [Theory]
    [InlineData("IKU-1,Pembilang,Peserta,orang,Tahunan,0,contoh", 2)]
    [InlineData("IKU-1,Penyebut,Peserta,orang,Tahunan,0,contoh", 3)]
    public void A_yearly_figure_is_never_set_against_a_monthly_one(string line, int number)
    {
        var problems = ReferenceFiles.Shipped.WithLine("komponen.csv", number, line).Problems();

        Assert.Equal(["indikator.csv line 2: IKU-1 must have Akumulasi Tahunan for both its components or for neither"], problems);
    }
}
