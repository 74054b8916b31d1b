using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;

namespace Renstra.Transform.Tests.Reading;

/// <summary>The official form as the form writer makes it, read as a whole file.</summary>
public sealed class OfficialFormTests
{
    public static TheoryData<string> Regions => [.. ReferenceData.Shipped.Regions.Reporting.Select(region => region.Code.Value)];

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_regions_form_is_accepted_with_every_number_that_was_filled_in(string region)
    {
        var form = Submissions.FilledForm(region);

        var reading = Submissions.Read(form, region);

        var indicators = ReferenceData.Shipped.Indicators.ReportedBy(DataHolder.Region, reading.Reports[0].Key.Region, 2024).ToList();
        Assert.Empty(reading.Findings);
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(indicators.Select((indicator, at) => $"{region} 2024-07 KAB {indicator.Code} {at + 1}/{10 * (at + 1)}"), Submissions.FiguresOf(reading));
    }

    [Fact]
    public void Every_number_can_be_followed_back_to_its_cell()
    {
        var form = Submissions.FilledForm("53.20");
        var cells = FormFixture.Cells(form, "Laporan");

        var figures = Submissions.Read(form, "53.20").Reports.Single().Figures;

        Assert.All(figures.SelectMany(figure => new[] { figure.Numerator, figure.Denominator! }), amount =>
        {
            Assert.Equal("Laporan", amount.Location.Sheet);
            Assert.Equal((double)amount.Amount, cells[amount.Location.Cell]);
        });
    }

    [Fact]
    public void A_form_that_nobody_filled_in_is_returned_with_one_finding()
    {
        var form = FormFixture.Write(FormFixture.Request("53.02"));

        var reading = Submissions.Read(form);

        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        Assert.Equal([FindingCodes.NothingReported], reading.Findings.Select(finding => finding.Code));
    }
}
