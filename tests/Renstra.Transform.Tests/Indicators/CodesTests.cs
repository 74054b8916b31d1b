using Renstra.Transform.Indicators;

namespace Renstra.Transform.Tests.Indicators;

public sealed class CodesTests
{
    [Theory]
    [InlineData("IKU-1")]
    [InlineData("IKU-10")]
    [InlineData("PK-2-3")]
    [InlineData("SDG8")]
    public void An_indicator_code_is_capital_letters_and_digits_joined_by_hyphens(string text)
    {
        Assert.Equal(text, IndicatorCode.Parse(text).ToString());
    }

    [Theory]
    [InlineData("iku-1")]
    [InlineData("IKU 1")]
    [InlineData("IKU--1")]
    [InlineData("-IKU")]
    [InlineData("IKU-1 ")]
    [InlineData("IKU-123456789012345678")]
    [InlineData("IKU-É")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(IndicatorCode.TryParse(text, out _));
    }

    [Fact]
    public void The_tenth_comes_after_the_ninth()
    {
        IndicatorCode[] codes = [IndicatorCode.Parse("IKU-10"), IndicatorCode.Parse("IKU-9"), IndicatorCode.Parse("IKK-2"), IndicatorCode.Parse("IKU-1")];

        Assert.Equal(["IKK-2", "IKU-1", "IKU-9", "IKU-10"], codes.Order().Select(code => code.Value));
        Assert.True(codes[1] < codes[0] && codes[1] <= codes[0] && codes[0] > codes[3] && codes[0] >= codes[3]);
    }

    [Fact]
    public void A_column_is_named_without_the_hyphen()
    {
        Assert.Equal("IKU_1", IndicatorCode.Parse("IKU-1").ColumnName);
    }

    [Theory]
    [InlineData("KAB", true)]
    [InlineData("PROV", true)]
    [InlineData("WASNAKER", true)]
    [InlineData("K", false)]
    [InlineData("kab", false)]
    [InlineData("KAB-1", false)]
    [InlineData("PENGAWASANX", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_data_holder_is_two_to_ten_capital_letters(string? text, bool valid)
    {
        Assert.Equal(valid, DataHolder.TryParse(text, out _));
    }

    [Fact]
    public void The_kabupaten_itself_is_KAB()
    {
        Assert.Equal(DataHolder.Parse("KAB"), DataHolder.Region);
        Assert.True(DataHolder.Region < DataHolder.Parse("PROV"));
    }
}
