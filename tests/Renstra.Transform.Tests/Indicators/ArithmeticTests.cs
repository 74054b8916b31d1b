using System.Globalization;
using Renstra.Transform.Indicators;

namespace Renstra.Transform.Tests.Indicators;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("0.135", "0.14")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("0.1249999999999999999999999999", "0.12")]
    [InlineData("2", "2")]
    public void Halves_are_rounded_away_from_zero(string value, string published)
    {
        Assert.Equal(Number(published), Arithmetic.Publish(Number(value), 2));
    }

    [Fact]
    public void A_share_of_nothing_is_unknown_and_never_0()
    {
        Assert.Null(Arithmetic.Share(0, 0));
        Assert.Null(Arithmetic.Share(1, 0));
        Assert.Equal(0m, Arithmetic.Share(0, 1));
        Assert.Equal(150m, Arithmetic.Share(3, 2));
    }

    [Theory]
    [InlineData("8114448400", "7443217700", "9.02")]
    [InlineData("3245677475322", "1767151675322", "83.67")]
    [InlineData("0", "5", "-100")]
    [InlineData("5", "5", "0")]
    public void Growth_is_the_change_against_a_year_ago(string now, string yearAgo, string growth)
    {
        Assert.Equal(Number(growth), Arithmetic.Publish(Arithmetic.Growth(Number(now), Number(yearAgo))!.Value, 2));
    }

    [Fact]
    public void Growth_from_nothing_is_unknown()
    {
        Assert.Null(Arithmetic.Growth(5, 0));
    }

    [Fact]
    public void Each_kind_has_its_own_realisation()
    {
        Assert.Equal(50m, Arithmetic.Realisation(IndicatorKind.Proporsi, 1, 2));
        Assert.Equal(-50m, Arithmetic.Realisation(IndicatorKind.Pertumbuhan, 1, 2));
        Assert.Equal(1m, Arithmetic.Realisation(IndicatorKind.Nilai, 1, null));
        Assert.Null(Arithmetic.Realisation(IndicatorKind.Proporsi, 1, null));
        Assert.Null(Arithmetic.Realisation(IndicatorKind.Pertumbuhan, 1, null));
    }

    [Theory]
    [InlineData("3.2", "3.2", "100")]
    [InlineData("1.6", "3.2", "150")]
    [InlineData("0", "3.2", "200")]
    [InlineData("6.4", "3.2", "0")]
    [InlineData("8", "3.2", "-50")]
    public void Where_less_is_better_an_achievement_falls_as_the_realisation_rises(string realisation, string target, string achievement)
    {
        Assert.Equal(Number(achievement), Arithmetic.Achievement(Number(realisation), Number(target), Polarity.Turun));
    }

    [Fact]
    public void Where_more_is_better_it_rises_without_a_cap()
    {
        Assert.Equal(0m, Arithmetic.Achievement(0, 75, Polarity.Naik));
        Assert.Equal(100m, Arithmetic.Achievement(75, 75, Polarity.Naik));
        Assert.Equal(200m, Arithmetic.Achievement(150, 75, Polarity.Naik));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
