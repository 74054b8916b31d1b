using Renstra.Transform.Regions;

namespace Renstra.Transform.Tests.Regions;

public sealed class RegionCodeTests
{
    [Theory]
    [InlineData("53", true)]
    [InlineData("53.02", false)]
    [InlineData("53.71", false)]
    public void A_code_is_a_provinces_or_a_regions(string text, bool isProvince)
    {
        var code = RegionCode.Parse(text);

        Assert.Equal(isProvince, code.IsProvince);
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("5302")]
    [InlineData("53.2")]
    [InlineData("53.002")]
    [InlineData("53,02")]
    [InlineData("5.302")]
    [InlineData(" 53")]
    [InlineData("53.0a")]
    [InlineData("٥٣")]
    [InlineData("")]
    [InlineData(null)]
    public void A_code_of_the_statistics_office_or_anything_else_is_none(string? text)
    {
        Assert.False(RegionCode.TryParse(text, out _));
    }

    [Fact]
    public void The_province_comes_before_its_regions_and_the_city_last()
    {
        RegionCode[] codes = [RegionCode.Parse("53.71"), RegionCode.Parse("53.02"), RegionCode.Parse("53"), RegionCode.Parse("53.10")];

        Assert.Equal(["53", "53.02", "53.10", "53.71"], codes.Order().Select(code => code.Value));
        Assert.True(codes[1] < codes[0] && codes[1] <= codes[0] && codes[0] > codes[2] && codes[0] >= codes[2]);
    }
}
