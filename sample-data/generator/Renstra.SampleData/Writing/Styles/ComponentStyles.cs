using Renstra.SampleData.Files;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>Styles with a row for each component.</summary>
internal static class ComponentStyles
{
    /// <summary>The indicator, and its components below it.</summary>
    public static WorkbookSpec Stacked(HouseReport report)
    {
        var sheet = TableStyles.Identified(report, "IKU").Skip().Row("No", "Indikator / Uraian", "Satuan", "Jumlah");
        foreach (var row in report.Rows)
        {
            sheet.Row(row.Number, row.Name)
                .Row(null, $"a. {row.Indicator.Numerator.Name}", row.Indicator.Numerator.Unit, row.Numerator)
                .Row(null, $"b. {row.Indicator.Denominator!.Name}", row.Indicator.Denominator.Unit, row.Denominator);
        }

        return new WorkbookSpec(sheet.ToSpec());
    }

    /// <summary>The month beside the year to date.</summary>
    public static WorkbookSpec Cumulative(HouseReport report)
    {
        var sheet = TableStyles.Identified(report, "Rekap").Skip().Row("No", "Uraian", "Satuan", "Bulan Ini", "s.d. Bulan Ini");
        var number = 0;
        foreach (var row in report.Rows)
        {
            foreach (var component in row.Indicator.Components)
            {
                var (month, toDate) = row.ByPeriod(component.Role);
                sheet.Row(++number, component.Name, component.Unit, month, toDate);
            }
        }

        return new WorkbookSpec(sheet.ToSpec());
    }
}
