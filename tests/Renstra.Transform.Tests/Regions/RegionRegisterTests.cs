using Renstra.Transform.Reference;
using Renstra.Transform.Regions;

namespace Renstra.Transform.Tests.Regions;

public sealed class RegionRegisterTests
{
    private static readonly RegionRegister Register = ReferenceData.Shipped.Regions;

    [Theory]
    [InlineData("Kab. Kupang")]
    [InlineData("KAB.KUPANG")]
    [InlineData("Kabupaten Kupang")]
    [InlineData("kabupaten  kupang")]
    [InlineData("Kab Kupang ")]
    public void Kabupaten_Kupang_is_never_the_city(string name)
    {
        Assert.True(Register.TryFindByName(name, out var region));
        Assert.Equal("53.01", region.Code.Value);
    }

    [Theory]
    [InlineData("Kota Kupang")]
    [InlineData("KOTA KUPANG")]
    [InlineData("Kodya Kupang")]
    [InlineData("Kotamadya Kupang")]
    [InlineData("Kota\u00a0Kupang")]
    public void Kota_Kupang_is_never_the_kabupaten(string name)
    {
        Assert.True(Register.TryFindByName(name, out var region));
        Assert.Equal("53.71", region.Code.Value);
    }

    [Theory]
    [InlineData("Kupang")]
    [InlineData("KUPANG")]
    [InlineData("Kabupaten/Kota Kupang")]
    [InlineData("Kab. Kota Kupang")]
    public void A_Kupang_that_could_be_either_is_neither(string name)
    {
        Assert.False(Register.TryFindByName(name, out _));
    }

    [Theory]
    [InlineData("TTS", "53.02")]
    [InlineData("Kab. TTS", "53.02")]
    [InlineData("Timur Tengah Selatan", "53.02")]
    [InlineData("Kabupaten Timur Tengah Utara", "53.03")]
    [InlineData("Flotim", "53.06")]
    [InlineData("Kab. Flotim", "53.06")]
    [InlineData("Kota Waingapu", "53.11")]
    [InlineData("sumba barat", "53.12")]
    [InlineData("Sumba Barat Daya", "53.18")]
    [InlineData("SBD", "53.18")]
    [InlineData("Rote-Ndao", "53.14")]
    [InlineData("Rote", "53.14")]
    [InlineData("Manggarai", "53.10")]
    [InlineData("Manggarai Barat", "53.15")]
    [InlineData("Kab. Matim", "53.19")]
    [InlineData("Sabu Rai Jua", "53.20")]
    [InlineData("NTT", "53")]
    [InlineData("Prov. NTT", "53")]
    [InlineData("Propinsi Nusa Tenggara Timur", "53")]
    public void Offices_call_a_region_by_many_names(string name, string code)
    {
        Assert.True(Register.TryFindByName(name, out var region));
        Assert.Equal(code, region.Code.Value);
    }

    [Theory]
    [InlineData("Kota Ende")]
    [InlineData("Kabupaten Kabupaten Ende")]
    [InlineData("Sumba")]
    [InlineData("Surabaya")]
    [InlineData("Kabupaten")]
    [InlineData("")]
    [InlineData("...")]
    public void A_name_that_no_region_has_is_not_found(string name)
    {
        Assert.False(Register.TryFindByName(name, out _));
    }

    [Fact]
    public void Every_region_is_found_by_each_of_its_own_names()
    {
        foreach (var region in Register.All)
        {
            foreach (var name in region.Aliases.Append(region.FullName))
            {
                Assert.True(Register.TryFindByName(name, out var found), name);
                Assert.Equal(region.Code, found.Code);
            }
        }
    }

    [Theory]
    [InlineData("5301", "53.12")]
    [InlineData("5303", "53.01")]
    [InlineData("5304", "53.02")]
    [InlineData("5371", "53.71")]
    [InlineData("53", "53")]
    public void The_statistics_office_numbers_the_same_regions_otherwise(string bps, string code)
    {
        Assert.True(Register.TryFindByBps(bps, out var region));
        Assert.Equal(code, region.Code.Value);
    }

    [Theory]
    [InlineData("53.02")]
    [InlineData("5399")]
    [InlineData("")]
    public void What_the_statistics_office_does_not_write_is_no_code_of_its(string bps)
    {
        Assert.False(Register.TryFindByBps(bps, out _));
    }

    [Fact]
    public void Of_most_regions_the_two_codes_differ()
    {
        var same = Register.Reporting.Where(region => region.Code.Value.Replace(".", "", StringComparison.Ordinal) == region.BpsCode);

        Assert.Equal(["53.14", "53.15", "53.19", "53.20", "53.21", "53.71"], same.Select(region => region.Code.Value));
    }

    [Fact]
    public void The_province_has_twenty_two_regions_that_report()
    {
        Assert.Equal(22, Register.Reporting.Count);
        Assert.Equal("53", Register.Province.Code.Value);
        Assert.Equal(Register.All, [Register.Province, .. Register.Reporting]);
        Assert.Equal(Register.All.Select(region => region.Code).Order(), Register.All.Select(region => region.Code));
    }

    [Fact]
    public void A_code_finds_its_region_and_an_unknown_one_none()
    {
        Assert.True(Register.TryFind(RegionCode.Parse("53.08"), out var ende));
        Assert.Equal("Kabupaten Ende", ende.FullName);
        Assert.Same(ende, Register[ende.Code]);
        Assert.False(Register.TryFind(RegionCode.Parse("53.99"), out _));
        Assert.Throws<KeyNotFoundException>(() => Register[RegionCode.Parse("52.01")]);
    }

    [Theory]
    [InlineData("53", "Provinsi Nusa Tenggara Timur")]
    [InlineData("53.01", "Kabupaten Kupang")]
    [InlineData("53.71", "Kota Kupang")]
    public void The_full_name_says_what_kind_of_region_it_is(string code, string name)
    {
        Assert.Equal(name, Register[RegionCode.Parse(code)].FullName);
    }
}
