using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Reading.Identities;

public sealed class MonthSpansTests
{
    private static readonly MonthSpans Spans = new(ReferenceData.Shipped.Vocabulary);

    [Theory]
    [InlineData("s.d. Juli 2024", "-2024-7")]
    [InlineData("s/d Juli", "--7")]
    [InlineData("sd Jul-24", "-2024-7")]
    [InlineData("Pembilang sampai dengan akhir bulan Juli", "--7")]
    [InlineData("KEADAAN S.D. 31 JULI 2024", "-2024-7")]
    [InlineData("Januari–Juli 2024", "1-2024-7")]
    [InlineData("Jan s.d. Jul", "1--7")]
    [InlineData("Januari 2024 sampai dengan Juli 2024", "1-2024-7")]
    [InlineData("April - Juni", "4--6")]
    public void Months_that_run_together_are_a_span(string text, string expected)
    {
        Assert.Equal(expected, Spans.In(text) is { } span ? $"{span.First}-{span.Last.Year}-{span.Last.Month}" : null);
    }

    [Theory]
    [InlineData("Juli 2024")]
    [InlineData("Juni dan Juli 2024")]
    [InlineData("1 s.d. 31 Juli 2024")]
    [InlineData("Juli / July")]
    [InlineData("Januari, Februari, Maret")]
    [InlineData("s.d. bulan ini")]
    [InlineData("Tahun 2024 s.d. 2026")]
    [InlineData("Laporan Juli, dikirim Agustus")]
    public void Anything_else_is_none(string text)
    {
        Assert.Null(Spans.In(text));
    }

    [Theory]
    [InlineData("s.d. Juli", true)]
    [InlineData("Januari-Juli", true)]
    [InlineData("April-Juni", false)]
    public void A_span_is_the_year_to_date_unless_it_begins_later(string text, bool expected)
    {
        Assert.Equal(expected, Spans.In(text)!.Value.IsYearToDate);
    }
}
