using System.Globalization;
using CsCheck;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Indicators;

public sealed class CategoryScaleTests
{
    private static readonly Gen<decimal> Amount = Gen.Int[0, 1_000_000].Select(value => value / 100m);

    private static readonly Gen<decimal> Target = Gen.Int[1, 20_000].Select(value => value / 100m);

    [Theory]
    [InlineData("80", "Sangat Berhasil")]
    [InlineData("79.99", "Berhasil")]
    [InlineData("70", "Berhasil")]
    [InlineData("69.99", "Cukup Berhasil")]
    [InlineData("55", "Cukup Berhasil")]
    [InlineData("54.99", "Belum Berhasil")]
    [InlineData("0", "Belum Berhasil")]
    [InlineData("-25", "Belum Berhasil")]
    [InlineData("806.45", "Sangat Berhasil")]
    public void An_achievement_earns_the_best_label_whose_bound_it_reaches(string achievement, string label)
    {
        Assert.Equal(label, ReferenceData.Shipped.Scale.LabelOf(decimal.Parse(achievement, CultureInfo.InvariantCulture)).Label);
    }

    [Fact]
    public void The_three_scales_have_the_bounds_that_their_sources_give()
    {
        Assert.Equal(
            ["Renstra 80 70 55 0", "LAKIP 85 70 55 0", "Permendagri86 91 76 66 51 0"],
            ReferenceData.Shipped.Scales.Select(scale => string.Join(' ', scale.Categories.Select(category => category.LowerBound.ToString(CultureInfo.InvariantCulture)).Prepend(scale.Name))));
        Assert.Equal("Renstra", ReferenceData.Shipped.Scale.Name);
        Assert.All(ReferenceData.Shipped.Scales, scale => Assert.Equal(Enumerable.Range(1, scale.Categories.Count), scale.Categories.Select(category => category.Order)));
    }

    [Fact]
    public void A_better_realisation_never_earns_a_worse_label_whichever_direction_is_better()
    {
        var scales = ReferenceData.Shipped.Scales;
        var scale = Gen.Int[0, scales.Count - 1].Select(index => scales[index]);

        Gen.Select(Amount, Amount, Target, Gen.Enum<Polarity>(), scale).Sample((one, other, target, polarity, scale) =>
        {
            var better = polarity == Polarity.Naik ? Math.Max(one, other) : Math.Min(one, other);
            var worse = better == one ? other : one;
            return OrderOf(better) <= OrderOf(worse);

            int OrderOf(decimal realisation) =>
                scale.LabelOf(Arithmetic.Publish(Arithmetic.Achievement(realisation, target, polarity), Arithmetic.AchievementDecimals)).Order;
        });
    }
}
