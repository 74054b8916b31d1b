using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Identities;

public sealed class RegionFieldTests
{
    private static readonly RegionField Field = new(ReferenceData.Shipped.Regions);

    [Theory]
    [InlineData("Timor Tengah Selatan", "53.02")]
    [InlineData("KABUPATEN TIMOR TENGAH SELATAN", "53.02")]
    [InlineData("Kab. TTS", "53.02")]
    [InlineData("tts", "53.02")]
    [InlineData("53.02", "53.02")]
    [InlineData("53.02 Timor Tengah Selatan", "53.02")]
    [InlineData("5304 - TTS", "53.02")]
    [InlineData("TTS (5302)", "53.02")]
    [InlineData("Kabupaten Belu, Provinsi Nusa Tenggara Timur", "53.04")]
    [InlineData("Dinas Nakertrans Kab. Sabu Raijua", "53.20")]
    [InlineData("Kota Kupang", "53.71")]
    [InlineData("KOTAMADYA KUPANG", "53.71")]
    [InlineData("Kab. Kupang", "53.01")]
    [InlineData("Kupang", "53.01 53.71")]
    [InlineData("5301", "53.01 53.12")]
    [InlineData("5301 Sumba Barat", "53.12")]
    [InlineData("5301 Kab. Kupang", "53.01")]
    [InlineData("5302", "53.02 53.11")]
    [InlineData("5320", "53.20")]
    [InlineData("5371", "53.71")]
    [InlineData("53.01 Sumba Barat", "")]
    [InlineData("5399", "")]
    [InlineData("Nusa Tenggara Timur", "53")]
    [InlineData("53", "")]
    [InlineData("Kabupaten", "")]
    [InlineData("Sumba", "")]
    [InlineData("Belu dan Malaka", "")]
    [InlineData("Flores", "")]
    public void A_region_is_told_by_name_and_code_together(string text, string expected)
    {
        Assert.Equal(expected, Codes(Field.Read(Cell.OfText(text), null)));
    }

    [Theory]
    [InlineData("Kupang", RegionLevel.Kabupaten, "53.01")]
    [InlineData("Kupang", RegionLevel.Kota, "53.71")]
    [InlineData("Kota Kupang", RegionLevel.Kabupaten, "53.71")]
    public void A_label_for_one_level_decides_between_two_regions_of_one_name(string text, RegionLevel level, string expected)
    {
        Assert.Equal(expected, Codes(Field.Read(Cell.OfText(text), level)));
    }

    [Fact]
    public void A_code_typed_as_a_number_is_a_code()
    {
        Assert.Equal("53.10", Codes(Field.Read(Cell.OfNumber(53.1m), null)));
        Assert.Equal("53.20", Codes(Field.Read(Cell.OfNumber(5320), null)));
    }

    [Theory]
    [InlineData("Timor Tengah Slatan", "53.02")]
    [InlineData("Sabu Raijuwa", "53.20")]
    [InlineData("Kab. Manggrai", "53.10")]
    [InlineData("Surabaya", null)]
    public void A_misspelt_name_is_asked_after_and_not_guessed(string text, string? nearest)
    {
        var reading = Field.Read(Cell.OfText(text), null);

        Assert.Empty(reading.Candidates);
        Assert.Equal(nearest, reading.Nearest?.Code.Value);
    }

    private static string Codes(RegionReading reading) => string.Join(' ', reading.Candidates.Select(region => region.Code));
}
