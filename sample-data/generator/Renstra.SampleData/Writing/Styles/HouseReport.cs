using Renstra.SampleData.Story;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>What an office writes into a report of its own making.</summary>
internal sealed class HouseReport : IReportCells
{
    public HouseReport(Delivery delivery, ReferenceData reference)
    {
        Region = delivery.Office.Region.FullName;
        Month = delivery.Month;
        Year = delivery.Month.Year;
        Officer = delivery.Office.Officer;
        FilledOn = DateOnly.FromDateTime(delivery.SentAt.DateTime);
        Rows =
        [
            .. reference.Indicators.ReportedBy(DataHolder.Region, delivery.Office.Region.Code, delivery.Month.Year).Select(indicator => new HouseRow(
                indicator,
                delivery.Figures[indicator.Code],
                [.. delivery.Earlier.Select(figures => figures[indicator.Code])])),
        ];
        delivery.Episode.Damage?.Invoke(this);
    }

    /// <summary>With its level: <c>Kabupaten Ngada</c>.</summary>
    public string Region { get; private set; }

    public ReportingMonth Month { get; }

    /// <summary>The year as it is written, which need not be the month's.</summary>
    public int Year { get; private set; }

    public string MonthName => ReportingMonth.NameOf(Month.Month);

    public string Officer { get; }

    public DateOnly FilledOn { get; }

    public IReadOnlyList<HouseRow> Rows { get; private set; }

    public void SetRegion(string name) => Region = name;

    public void SetYear(int year) => Year = year;

    public void SetNumerator(string indicator, string text) => RowOf(indicator).Numerator = text;

    public void SetNumerator(string indicator, decimal number) => RowOf(indicator).Numerator = number;

    public void SetDenominator(string indicator, decimal number) => RowOf(indicator).Denominator = number;

    public void ClearRow(string indicator) => Rows = [.. Rows.Where(row => row.Code != indicator)];

    private HouseRow RowOf(string indicator) => Rows.Single(row => row.Code == indicator);
}
