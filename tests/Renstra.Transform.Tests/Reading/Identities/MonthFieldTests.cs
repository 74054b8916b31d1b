using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading.Identities;

public sealed class MonthFieldTests
{
    private static readonly MonthField Field = new(ReferenceData.Shipped.Vocabulary);

    [Theory]
    [InlineData("Juli 2024", 2024, 7)]
    [InlineData("JULI 2024", 2024, 7)]
    [InlineData("Juli, 2024", 2024, 7)]
    [InlineData("juli-2024", 2024, 7)]
    [InlineData("Juli2024", 2024, 7)]
    [InlineData("Jul-24", 2024, 7)]
    [InlineData("Jul '24", 2024, 7)]
    [InlineData("Bulan Juli Tahun 2024", 2024, 7)]
    [InlineData("Bulan Juli Tahun Anggaran 2024", 2024, 7)]
    [InlineData("2024 Juli", 2024, 7)]
    [InlineData("07/2024", 2024, 7)]
    [InlineData("7-2024", 2024, 7)]
    [InlineData("07.2024", 2024, 7)]
    [InlineData("2024-07", 2024, 7)]
    [InlineData("2024/7", 2024, 7)]
    [InlineData("202407", 2024, 7)]
    [InlineData("07/24", 2024, 7)]
    [InlineData("31 Juli 2024", 2024, 7)]
    [InlineData("per 31 Juli 2024", 2024, 7)]
    [InlineData("31/07/2024", 2024, 7)]
    [InlineData("07/07/2024", 2024, 7)]
    [InlineData("2024-07-31", 2024, 7)]
    [InlineData("Nopember 2024", 2024, 11)]
    [InlineData("Pebruari 2024", 2024, 2)]
    [InlineData("Ags 2024", 2024, 8)]
    [InlineData("Agt 24", 2024, 8)]
    [InlineData("Agustus '24", 2024, 8)]
    [InlineData("AGS-24", 2024, 8)]
    [InlineData("Agustus/2024", 2024, 8)]
    [InlineData("Agustus.2024", 2024, 8)]
    [InlineData("VIII/2024", 2024, 8)]
    [InlineData("VIII-24", 2024, 8)]
    [InlineData("VIII", null, 8)]
    [InlineData("082024", 2024, 8)]
    [InlineData("Keadaan per 31-08-2024", 2024, 8)]
    [InlineData("31.08.2024", 2024, 8)]
    [InlineData("1 s.d. 31 Agustus 2024", 2024, 8)]
    [InlineData("1 - 31 Agustus 2024", 2024, 8)]
    [InlineData("1 Agustus s.d. 31 Agustus 2024", 2024, 8)]
    [InlineData("01 Agustus 2024 sampai dengan 31 Agustus 2024", 2024, 8)]
    [InlineData("01-08-2024 s.d. 31-08-2024", 2024, 8)]
    [InlineData("01/08/2024 - 31/08/2024", 2024, 8)]
    [InlineData("Juli", null, 7)]
    [InlineData("7", null, 7)]
    [InlineData("07", null, 7)]
    [InlineData("2024", 2024, null)]
    [InlineData("Tahun 2024", 2024, null)]
    public void A_month_is_read_as_offices_write_it(string text, int? year, int? month)
    {
        Assert.Equal(new MonthPart(year, month), Field.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Julli 2024")]
    [InlineData("13")]
    [InlineData("1 s.d. 15 Juli 2024")]
    [InlineData("01-07-2024 s.d. 31-08-2024")]
    [InlineData("1 Juni s.d. 31 Juli 2024")]
    [InlineData("XIII/2024")]
    [InlineData("132024")]
    [InlineData("0")]
    [InlineData("13/2024")]
    [InlineData("2024-13")]
    [InlineData("07/01/2024")]
    [InlineData("07/08")]
    [InlineData("Juni - Juli 2024")]
    [InlineData("Januari s.d. Juli 2024")]
    [InlineData("Triwulan II 2024")]
    [InlineData("Semester 1 Tahun 2024")]
    [InlineData("Juli 1024")]
    [InlineData("20247")]
    [InlineData("45474")]
    [InlineData("32 Juli 2024")]
    public void What_is_no_single_month_is_not_understood(string text)
    {
        Assert.Null(Field.Read(text));
    }

    [Fact]
    public void A_date_is_of_its_month_and_a_number_is_one()
    {
        Assert.Equal(new MonthPart(2024, 7), Field.Read(Submissions.CellOf(new DateTime(2024, 7, 31))));
        Assert.Equal(new MonthPart(null, 7), Field.Read(Cell.OfNumber(7)));
        Assert.Equal(new MonthPart(2024, null), Field.Read(Cell.OfNumber(2024)));
        Assert.Equal(new MonthPart(2024, 7), Field.Read(Cell.OfNumber(202407)));
        Assert.Null(Field.Read(Cell.OfNumber(45474)));
        Assert.Null(Field.Read(Submissions.CellOf(new DateTime(1900, 1, 7))));
        Assert.Null(Field.Read(Cell.OfError("#N/A")));
    }
}
