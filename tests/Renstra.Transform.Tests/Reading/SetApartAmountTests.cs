using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>Numbers with footnotes and strokes, as officers write them.</summary>
public sealed class SetApartAmountTests
{
    [Fact]
    public void A_footnote_behind_a_number_is_no_digit_of_it_and_stays_in_what_the_cell_is_said_to_hold()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", Cell.OfText(new MarkedText("1", "1¹", isDoubtful: false), isFormula: false)));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal("1¹", reading.Reports[0].Figures[0].Numerator.Raw);
    }

    [Fact]
    public void A_number_that_is_struck_out_as_a_whole_is_returned_with_that_said()
    {
        var reading = Submissions.Read(Grid.Report().With("C5", Cell.OfNumber(1).WithMark(FontMark.Struck)));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal("N01", finding.Code);
        Assert.Contains("dicoret", finding.Message, StringComparison.Ordinal);
        Assert.Equal("1\u0336", finding.Raw);
    }
}
