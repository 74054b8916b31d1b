using System.Globalization;
using CsCheck;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading.Amounts;
using Renstra.Transform.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Amounts;

public sealed class AmountParserTests
{
    private static readonly Component People = ReferenceData.Shipped.Indicators[IndicatorCode.Parse("IKU-1")].Numerator;
    private static readonly Component Rate = People with { Unit = "%", Decimals = 2 };
    private static readonly AmountParser Parser = new(ReferenceData.Shipped.Vocabulary, largest: 999_999_999);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("05", 5)]
    [InlineData("1234", 1234)]
    [InlineData("1.234", 1234)]
    [InlineData("12.345.678", 12345678)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1.234,00", 1234)]
    [InlineData("1 234,00", 1234)]
    [InlineData("12,0", 12)]
    [InlineData("12.0", 12)]
    [InlineData("12.00", 12)]
    [InlineData("1,234.00", 1234)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("  12  ", 12)]
    [InlineData("'12", 12)]
    [InlineData("12 orang", 12)]
    [InlineData("12 Orang.", 12)]
    [InlineData("12org", 12)]
    [InlineData("12\norang", 12)]
    [InlineData("\n12\n", 12)]
    [InlineData("1.234 orang", 1234)]
    [InlineData("7 kawasan/lokasi", 7)]
    [InlineData("3 unit", 3)]
    [InlineData("12\u200B", 12)]
    [InlineData("-0", 0)]
    [InlineData("nihil", 0)]
    [InlineData("NIHIL", 0)]
    [InlineData("Nol", 0)]
    [InlineData("( nihil )", 0)]
    [InlineData("30,-", 30)]
    [InlineData("1.234,-", 1234)]
    public void A_count_is_read_as_offices_write_it(string text, int expected)
    {
        var reading = Read(text);

        Assert.Equal(AmountReading.Of((decimal)expected), reading);
    }

    [Theory]
    [InlineData("0,", 30_000)]
    [InlineData("#,##0,,", 30_000_000)]
    [InlineData("0.0,", 30_000)]
    [InlineData("0\"0\"", 30)]
    [InlineData("\"1\"0", 30)]
    [InlineData("0\\0", 30)]
    [InlineData("00-00", 1_234)]
    [InlineData("0\" dari \"0", 30)]
    [InlineData("0;0,", 0)]
    [InlineData("0;0;\"1\"", 0)]
    [InlineData("[>20]0,;0", 30)]
    public void A_number_that_its_format_shows_with_other_digits_is_not_taken_for_either(string format, int number)
    {
        var reading = Parser.Read(Cell.OfNumber(number, format), People);

        Assert.Equal(format == "0;0," ? AmountReading.Of(0m) : AmountReading.Of(AmountProblem.ShownOtherwise), reading);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("#,##0")]
    [InlineData("#,##0.00")]
    [InlineData("#.##0")]
    [InlineData("# ##0")]
    [InlineData("0\\.000")]
    [InlineData("[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0")]
    [InlineData("0\" orang\"")]
    [InlineData("\"Rp\"#,##0")]
    [InlineData("_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)")]
    [InlineData("# ?/?")]
    [InlineData("0.00E+00")]
    [InlineData("[$-421]#,##0")]
    [InlineData("0;(0)")]
    [InlineData("*0#,##0")]
    [InlineData("@")]
    [InlineData("")]
    public void Formats_that_offices_use_leave_a_number_what_it_is(string format) =>
        Assert.Equal(AmountReading.Of(1_234m), Parser.Read(Cell.OfNumber(1_234, format), People));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0")]
    [InlineData("\u200B")]
    [InlineData("'")]
    public void Nothing_to_be_seen_is_blank(string text)
    {
        Assert.Equal(AmountReading.Blank, Read(text));
    }

    [Theory]
    [InlineData("-")]
    [InlineData(" – ")]
    [InlineData("—")]
    [InlineData("--")]
    [InlineData("…")]
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("belum ada")]
    [InlineData("Tidak ada data")]
    [InlineData("T.A.D")]
    public void A_mark_for_no_data_is_not_0(string text)
    {
        Assert.Equal(AmountReading.MarkedAsMissing, Read(text));
    }

    [Theory]
    [InlineData("1,234", AmountProblem.Ambiguous)]
    [InlineData("123,456", AmountProblem.Ambiguous)]
    [InlineData("1,234 orang", AmountProblem.Ambiguous)]
    [InlineData("0,500", AmountProblem.TooManyDecimals)]
    [InlineData("0.500", AmountProblem.TooManyDecimals)]
    [InlineData("1,5", AmountProblem.TooManyDecimals)]
    [InlineData("1.5", AmountProblem.TooManyDecimals)]
    [InlineData("1.2345", AmountProblem.TooManyDecimals)]
    [InlineData("1234.567", AmountProblem.TooManyDecimals)]
    [InlineData("1.234,5", AmountProblem.TooManyDecimals)]
    [InlineData("1,234.5", AmountProblem.TooManyDecimals)]
    [InlineData("-5", AmountProblem.Negative)]
    [InlineData("−5", AmountProblem.Negative)]
    [InlineData("- 1.234", AmountProblem.Negative)]
    [InlineData("-1,234", AmountProblem.Negative)]
    [InlineData("75%", AmountProblem.Percentage)]
    [InlineData("75,5 %", AmountProblem.Percentage)]
    [InlineData("1000000000", AmountProblem.TooLarge)]
    [InlineData("99999999999999999999", AmountProblem.TooLarge)]
    [InlineData("999999999999999999999", AmountProblem.NotANumber)]
    [InlineData("dua belas", AmountProblem.NotANumber)]
    [InlineData("12 (dua belas)", AmountProblem.NotANumber)]
    [InlineData("±12", AmountProblem.NotANumber)]
    [InlineData("> 12", AmountProblem.NotANumber)]
    [InlineData("12\n130", AmountProblem.SeveralNumbers)]
    [InlineData("1\n234", AmountProblem.SeveralNumbers)]
    [InlineData("1\r\n234", AmountProblem.SeveralNumbers)]
    [InlineData("1.\n234", AmountProblem.SeveralNumbers)]
    [InlineData("1\u2028234", AmountProblem.SeveralNumbers)]
    [InlineData("1\v234", AmountProblem.SeveralNumbers)]
    [InlineData("1\t234", AmountProblem.SeveralNumbers)]
    [InlineData("1  234", AmountProblem.SeveralNumbers)]
    [InlineData("12 dari 45", AmountProblem.SeveralNumbers)]
    [InlineData("12\n-", AmountProblem.NotANumber)]
    [InlineData("12¹", AmountProblem.NotANumber)]
    [InlineData("12/45", AmountProblem.SeveralNumbers)]
    [InlineData("12-45", AmountProblem.NotANumber)]
    [InlineData("12 45", AmountProblem.NotANumber)]
    [InlineData("1.23.456", AmountProblem.NotANumber)]
    [InlineData("1.234 567", AmountProblem.NotANumber)]
    [InlineData("1.234.56", AmountProblem.NotANumber)]
    [InlineData("1..234", AmountProblem.NotANumber)]
    [InlineData("1,", AmountProblem.NotANumber)]
    [InlineData(",5", AmountProblem.NotANumber)]
    [InlineData("1e3", AmountProblem.NotANumber)]
    [InlineData("0x10", AmountProblem.NotANumber)]
    [InlineData("Rp 12", AmountProblem.NotANumber)]
    [InlineData("12 ekor", AmountProblem.NotANumber)]
    [InlineData("=12", AmountProblem.NotANumber)]
    [InlineData("tidak ada", AmountProblem.NotANumber)]
    [InlineData("١٢", AmountProblem.NotANumber)]
    [InlineData("%", AmountProblem.NotANumber)]
    [InlineData("- -", AmountProblem.NotANumber, true)]
    public void What_is_no_count_is_told_apart(string text, object problem, bool isMark = false)
    {
        Assert.Equal(isMark ? AmountReading.MarkedAsMissing : AmountReading.Of((AmountProblem)problem), Read(text));
    }

    [Fact]
    public void A_number_cell_is_read_as_it_is_and_1_point_234_in_one_is_no_count()
    {
        Assert.Equal(AmountReading.Of(1234m), Parser.Read(Cell.OfNumber(1234, "#,##0"), People));
        Assert.Equal(AmountReading.Of(0m), Parser.Read(Cell.OfNumber(0), People));
        Assert.Equal(AmountReading.Of(AmountProblem.TooManyDecimals), Parser.Read(Cell.OfNumber(1.234m), People));
        Assert.Equal(AmountReading.Of(AmountProblem.Negative), Parser.Read(Cell.OfNumber(-0.5m), People));
        Assert.Equal(AmountReading.Of(AmountProblem.TooLarge), Parser.Read(Cell.OfNumber(decimal.MaxValue), People));
        Assert.Equal(AmountReading.Of(AmountProblem.Percentage), Parser.Read(Cell.OfNumber(1, "0%"), People));
        Assert.Equal(AmountReading.Of(12m), Parser.Read(Cell.OfNumber(12, isFormula: true), People));
    }

    [Theory]
    [InlineData("75,25", 75.25)]
    [InlineData("75.25", 75.25)]
    [InlineData("75,25 %", 75.25)]
    [InlineData("75", 75)]
    public void A_component_with_decimals_may_have_them(string text, double expected)
    {
        Assert.Equal(AmountReading.Of((decimal)expected), Parser.Read(Cell.OfText(text), Rate));
    }

    [Fact]
    public void A_component_in_percent_takes_a_cell_that_shows_percent()
    {
        Assert.Equal(AmountReading.Of(75.25m), Parser.Read(Cell.OfNumber(0.7525m, "0.00%"), Rate));
    }

    [Fact]
    public void Where_three_decimals_are_allowed_even_an_Indonesian_thousand_is_ambiguous()
    {
        Assert.Equal(AmountReading.Of(AmountProblem.Ambiguous), Parser.Read(Cell.OfText("1.234"), Rate with { Decimals = 3 }));
    }

    [Fact]
    public void A_number_that_is_accepted_stands_digit_by_digit_in_the_text()
    {
        Gen.String[Gen.Char["0123456789.,- \u00A0orang%()±x"], 0, 16].Sample(text =>
        {
            var amount = Read(text).Amount;

            var digits = string.Concat(text.Where(char.IsAsciiDigit));
            return amount is null || Fits(digits, amount.Value);
        });
    }

    [Fact]
    public void Every_count_in_Indonesian_notation_comes_back()
    {
        var indonesian = new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
        Gen.Int[0, 999_999_999].Sample(count =>
        {
            var plain = Read(count.ToString(CultureInfo.InvariantCulture)).Amount;
            var grouped = Read(count.ToString("#,##0", indonesian)).Amount;
            var withDecimals = Read(count.ToString("#,##0.00", indonesian)).Amount;
            var withUnit = Read(count.ToString("#,##0", indonesian) + " orang").Amount;

            return plain == count && grouped == count && withDecimals == count && withUnit == count;
        });
    }

    private static AmountReading Read(string text) => Parser.Read(Cell.OfText(text), People);

    /// <summary>The digits of a whole amount, behind leading zeros and before a fraction of zeros.</summary>
    private static bool Fits(string digits, decimal amount)
    {
        var whole = amount.ToString("0", CultureInfo.InvariantCulture);
        var core = digits.TrimStart('0');
        return amount == 0 ? core.Length == 0 : core.StartsWith(whole, StringComparison.Ordinal) && core[whole.Length..].All(digit => digit == '0');
    }
}
