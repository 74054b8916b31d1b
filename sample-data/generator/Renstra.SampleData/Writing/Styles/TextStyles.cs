using Renstra.SampleData.Files;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>Styles that end as text.</summary>
internal static class TextStyles
{
    /// <summary>A flat list, as an application exports it: region and month in every row.</summary>
    public static WorkbookSpec Export(HouseReport report)
    {
        var sheet = new SheetDraft("").Row("Kab/Kota", "Tahun", "Bulan", "Kode Indikator", "Pembilang", "Penyebut");
        foreach (var row in report.Rows)
        {
            sheet.Row(report.Region, report.Year, report.Month.Month, row.Code, row.Numerator, row.Denominator);
        }

        return new WorkbookSpec(sheet.ToSpec());
    }

    /// <summary>A sheet with a letterhead that was saved as text.</summary>
    public static WorkbookSpec SavedByExcel(HouseReport report)
    {
        var sheet = new SheetDraft("")
            .Row($"PEMERINTAH {report.Region.ToUpperInvariant()}")
            .Row($"Laporan bulanan – {report.MonthName} {report.Year}")
            .Skip()
            .Row("No", "Indikator", "Pembilang", "Penyebut", "Keterangan");
        foreach (var row in report.Rows)
        {
            sheet.Row(row.Number, row.Name, Notation.Nihil(row.Numerator), Notation.Nihil(row.Denominator));
        }

        return new WorkbookSpec(sheet.Skip().Row("Mengetahui,").Row(null, report.Officer).ToSpec());
    }
}
