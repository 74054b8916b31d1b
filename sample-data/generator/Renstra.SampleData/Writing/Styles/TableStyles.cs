using System.Globalization;
using Renstra.SampleData.Files;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>Styles with numerator and denominator side by side.</summary>
internal static class TableStyles
{
    /// <summary>A letterhead, a title over all columns, columns beside those asked for, notes and a signature below.</summary>
    public static WorkbookSpec Letterhead(HouseReport report)
    {
        var sheet = new SheetDraft("Laporan IKU")
            .Across(7, $"PEMERINTAH {report.Region.ToUpperInvariant()}")
            .Across(7, "DINAS TENAGA KERJA DAN TRANSMIGRASI")
            .Skip()
            .Across(7, $"LAPORAN CAPAIAN INDIKATOR KINERJA UTAMA BULAN {report.MonthName.ToUpperInvariant()} {report.Year}")
            .Skip()
            .Row("No", "Indikator Kinerja Utama", "Satuan", "Pembilang", "Penyebut", "Realisasi (%)", "Keterangan");
        foreach (var row in report.Rows)
        {
            sheet.Row(row.Number, row.Name, "%", row.Numerator, row.Denominator, row.Percentage);
        }

        return Workbook(sheet
            .Skip()
            .Row("Catatan: IKU-3 dan IKU-5 menurut keadaan akhir bulan, IKU-4 dan IKU-7 sejak Januari.")
            .Skip(2)
            .Row(null, null, null, null, $"{report.FilledOn.Day} {Transform.Calendar.ReportingMonth.NameOf(report.FilledOn.Month)} {report.FilledOn.Year}")
            .Row(null, null, null, null, "Petugas pelapor,")
            .Skip(2)
            .Row(null, null, null, null, report.Officer));
    }

    /// <summary>The report between sheets about other things.</summary>
    public static WorkbookSpec SeveralSheets(HouseReport report) => new(
        new SheetDraft("Pegawai").Row("No", "Nama", "Jabatan", "Jumlah").Row(1, report.Officer, "Pengantar Kerja", 1).ToSpec(),
        Table(Identified(report, $"IKU {report.MonthName}"), report, "Kode", row => row.Code).ToSpec(),
        new SheetDraft("Agenda").Row("Tanggal", "Kegiatan").Row("Setiap bulan", "Rapat bidang").ToSpec());

    /// <summary>A header of two rows, indicators under their divisions, blank rows between.</summary>
    public static WorkbookSpec TargetAndRealisation(HouseReport report)
    {
        var sheet = Identified(report, "Realisasi").Skip();
        var (first, second) = (sheet.Next, sheet.Next + 1);
        sheet.Row("No", "Indikator", "Target (%)", "Realisasi", null, null, "Ket").Row(null, null, null, "Pembilang", "Penyebut", "%")
            .Merge(Range('D', first, 'F', first));
        foreach (var column in "ABCG")
        {
            sheet.Merge(Range(column, first, column, second));
        }

        foreach (var division in report.Rows.GroupBy(row => row.Indicator.Division))
        {
            sheet.Row(null, division.Key.ToUpperInvariant());
            foreach (var row in division)
            {
                sheet.Row(row.Number, row.Name, null, row.Numerator, row.Denominator, row.Percentage);
            }

            sheet.Skip();
        }

        return Workbook(sheet);
    }

    /// <summary>Denominators first, names last, no codes.</summary>
    public static WorkbookSpec Reversed(HouseReport report)
    {
        var sheet = Identified(report, "Sheet1").Skip().Row("Penyebut", "Pembilang", "Indikator");
        foreach (var row in report.Rows)
        {
            sheet.Row(row.Denominator, row.Numerator, row.Name);
        }

        return Workbook(sheet);
    }

    /// <summary>A table in the middle of the sheet, the month a date, the numbers text.</summary>
    public static WorkbookSpec Corner(HouseReport report)
    {
        var sheet = new SheetDraft("Lembar1").Skip(7)
            .Row(null, null, null, null, "Daerah", report.Region)
            .Row(null, null, null, null, "Periode", new DateOnly(report.Year, report.Month.Month, 1))
            .Skip(2)
            .Row(null, null, null, null, "Kode IKU", "Nama Indikator", "Pembilang", "Penyebut");
        foreach (var row in report.Rows)
        {
            sheet.Row(null, null, null, null, row.Code, row.Name, Notation.Grouped(row.Numerator), Notation.Grouped(row.Denominator));
        }

        return Workbook(sheet);
    }

    /// <summary>Numbers as text with their units.</summary>
    public static WorkbookSpec WithUnits(HouseReport report)
    {
        var sheet = Identified(report, "Laporan").Skip().Row("No.", "Indikator", "Pembilang", "Penyebut");
        foreach (var row in report.Rows)
        {
            sheet.Row(
                $"{row.Number}.",
                row.Name,
                Notation.WithUnit(row.Numerator, row.Indicator.Numerator.Unit),
                Notation.WithUnit(row.Denominator, row.Indicator.Denominator!.Unit));
        }

        return Workbook(sheet);
    }

    /// <summary>A table and nothing else.</summary>
    public static WorkbookSpec Plain(HouseReport report) =>
        Workbook(Table(Identified(report, "Laporan"), report, "Kode", row => $"IKU {row.Number}"));

    /// <summary>Region, month and year behind their labels.</summary>
    public static SheetDraft Identified(HouseReport report, string sheet) => new SheetDraft(sheet)
        .Row("Kabupaten/Kota", report.Region)
        .Row("Bulan", report.MonthName)
        .Row("Tahun", report.Year);

    private static SheetDraft Table(SheetDraft sheet, HouseReport report, string heading, Func<HouseRow, object> code)
    {
        sheet.Skip().Row(heading, "Nama Indikator", "Pembilang", "Penyebut");
        foreach (var row in report.Rows)
        {
            sheet.Row(code(row), row.Name, row.Numerator, row.Denominator);
        }

        return sheet;
    }

    private static string Range(char firstColumn, int firstRow, char lastColumn, int lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"{firstColumn}{firstRow}:{lastColumn}{lastRow}");

    private static WorkbookSpec Workbook(SheetDraft sheet) => new(sheet.ToSpec());
}
