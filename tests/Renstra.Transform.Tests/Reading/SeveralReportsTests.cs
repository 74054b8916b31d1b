using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reading;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;
using Renstra.Transform.Tests.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>Several months, regions and holders in one submission.</summary>
public sealed class SeveralReportsTests
{
    private const string Province = "53";

    [Fact]
    public void A_sheet_for_each_month_is_a_report_for_each_and_each_stands_by_itself()
    {
        var reading = Submissions.Read(Month("Juni 2024"), Month("Juli 2024").With("C5", "lima"));

        Assert.Equal(Verdict.DiterimaSebagian, reading.Verdict);
        Assert.Equal([("2024-06", true), ("2024-07", false)], reading.Reports.Select(report => (report.Key.Month.ToString(), report.IsAccepted)));
        Assert.Equal(reading.Reports[1].Key, Assert.Single(reading.Findings).Report);
    }

    [Fact]
    public void A_pair_of_columns_for_each_month_is_a_report_for_each()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(2, null, null, "Juni 2024", null, "Juli 2024", null).Merge("C2", "D2").Merge("E2", "F2")
            .Row(3, "Kode", "Indikator", "Pembilang", "Penyebut", "Pembilang", "Penyebut")
            .Rows(4, (code, name, numerator, denominator) => [code, name, numerator, denominator, numerator + 1, denominator + 1]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["2024-06", "2024-07"], reading.Reports.Select(report => report.Key.Month.ToString()));
        Assert.Equal(2, reading.Reports[1].Figures[0].Numerator.Amount);
    }

    [Fact]
    public void Months_over_pairs_of_columns_are_understood_without_merged_cells()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(2, "Kode", "Indikator", "Juni 2024", null, "Juli 2024", null)
            .Row(3, null, null, "Pembilang", "Penyebut", "Pembilang", "Penyebut")
            .Rows(4, (code, name, numerator, denominator) => [code, name, numerator, denominator, numerator + 1, denominator + 1]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal([1, 2], reading.Reports.Select(report => report.Figures[0].Numerator.Amount));
    }

    [Fact]
    public void Months_that_are_blank_in_a_workbook_for_the_year_are_no_reports()
    {
        var grid = new Grid()
            .Row(1, "INDIKATOR KINERJA UTAMA TAHUN 2024")
            .Row(2, "Kabupaten", "TTS")
            .Row(3, ["No", "Uraian", .. Enumerable.Range(1, 12).Select(month => (object?)ReportingMonth.NameOf(month))])
            .Components(4, (number, component, amount) => [number, component.Name, amount, amount, amount]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["2024-01", "2024-02", "2024-03"], reading.Reports.Select(report => report.Key.Month.ToString()));
    }

    [Fact]
    public void Where_the_file_says_its_month_a_column_for_another_is_only_there_for_comparison()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(2, "Bulan", "Juli 2024")
            .Row(4, "No", "Uraian", "Juni 2024", "Juli 2024")
            .Components(5, (number, component, amount) => [number, component.Name, amount + 1, amount]);

        var reading = Submissions.Read(grid);

        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal([FindingCodes.OtherMonthsNotRead], reading.Findings.Select(finding => finding.Code));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void Columns_for_other_months_than_the_file_says_are_a_contradiction()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(2, "Bulan", "Juli 2024")
            .Row(4, "No", "Uraian", "Mei 2024", "Juni 2024")
            .Components(5, (number, component, amount) => [number, component.Name, amount, amount]);

        var reading = Submissions.Read(grid);

        Assert.Equal(["I06 A4"], Submissions.FindingsOf(reading));
        Assert.Empty(reading.Reports);
    }

    [Fact]
    public void Two_sheets_that_disagree_are_returned()
    {
        var reading = Submissions.Read(Grid.Report(), new Grid("Revisi").Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024")
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5).With("C6", 3));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingCodes.IndicatorTwice, "Revisi"), (finding.Code, finding.Location!.Sheet));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void The_province_may_send_a_sheet_for_each_region()
    {
        var reading = Submissions.Read(Province, "rekap.xlsx", Of("TTS"), Of("Timor Tengah Utara"), Of("Kab. Belu").With("D6", -1));

        Assert.Equal(Verdict.DiterimaSebagian, reading.Verdict);
        Assert.Equal([("53.02", true), ("53.03", true), ("53.04", false)], reading.Reports.Select(report => (report.Key.Region.Value, report.IsAccepted)));
    }

    [Fact]
    public void The_province_may_put_the_regions_tables_one_under_another()
    {
        var grid = new Grid()
            .Row(1, "REKAPITULASI INDIKATOR KINERJA UTAMA BULAN JULI 2024")
            .Row(3, "Kabupaten: Timor Tengah Selatan")
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5)
            .Row(14, "Kabupaten: Timor Tengah Utara")
            .Row(15, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(16);

        var reading = Submissions.Read(Province, "rekap.xlsx", grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["53.02", "53.03"], reading.Reports.Select(report => report.Key.Region.Value));
        Assert.Equal(["C5", "C16"], reading.Reports.Select(report => report.Figures[0].Numerator.Location.Cell));
    }

    [Fact]
    public void The_province_may_send_a_flat_list_of_regions_and_months()
    {
        var grid = new Grid("").Row(1, "Kab/Kota", "Periode", "Kode IKU", "Pembilang", "Penyebut")
            .Rows(2, (code, _, numerator, denominator) => ["TTS", "2024-06", code, numerator, denominator])
            .Rows(9, (code, _, numerator, denominator) => ["TTS", "2024-07", code, numerator, denominator])
            .Rows(16, (code, _, numerator, denominator) => ["TTU", "2024-07", code, numerator, denominator]);

        var reading = Submissions.Read(Province, "rekap.csv", grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["53.02 2024-06", "53.02 2024-07", "53.03 2024-07"], reading.Reports.Select(report => $"{report.Key.Region} {report.Key.Month}"));
    }

    [Fact]
    public void A_region_that_cannot_be_told_returns_what_stands_beside_it_and_its_numbers_are_checked_all_the_same()
    {
        var reading = Submissions.Read(Province, "rekap.xlsx", Of("TTS"), Of("Flores").With("C5", "lima"));

        Assert.Equal(["I02 B1", "N01 C5"], Submissions.FindingsOf(reading));
        Assert.False(reading.Reports.Single().IsAccepted);
    }

    [Fact]
    public void A_kabupaten_speaks_for_itself_alone()
    {
        var reading = Submissions.Read(Of("TTS"), Of("Belu"));

        Assert.Equal(["I05 B1"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void A_file_from_nowhere_may_speak_for_any_region()
    {
        var reading = Submissions.Read(null, "laporan.xlsx", Grid.Report());

        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void Rows_of_another_holder_in_a_kabupatens_file_are_not_counted()
    {
        var reading = Reader(inspectors: "IKU-4").Read(new Workbook(FileFormat.Xlsx, [Grid.Report()]), Submissions.Source(Submissions.Tts, "laporan.xlsx"));

        Assert.Equal(["T05 B8"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.DoesNotContain(reading.Reports.Single().Figures, figure => figure.Indicator.Value == "IKU-4");
    }

    [Fact]
    public void Rows_of_two_holders_in_a_file_of_the_province_are_two_reports()
    {
        var reading = Reader(inspectors: "IKU-4").Read(new Workbook(FileFormat.Xlsx, [Grid.Report()]), Submissions.Source(Province, "laporan.xlsx"));

        Assert.Empty(reading.Findings);
        Assert.Equal([("KAB", 6), ("PROV", 1)], reading.Reports.Select(report => (report.Key.Holder.Value, report.Figures.Count)));
    }

    [Fact]
    public void The_inspectors_may_send_their_indicator_alone()
    {
        var grid = new Grid().Row(1, "Kabupaten", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Pembilang", "Penyebut").Row(5, "IKU-4", 1, 2);

        var reading = Reader(inspectors: "IKU-4").Read(new Workbook(FileFormat.Xlsx, [grid]), Submissions.Source(Province, "laporan.xlsx"));

        Assert.Empty(reading.Findings);
        Assert.Equal("PROV", reading.Reports.Single().Key.Holder.Value);
    }

    [Fact]
    public void The_province_reports_the_statistics_offices_figures_about_itself()
    {
        var form = FormFixture.Write(new FormRequest(RegionCode.Parse(Province), new ReportingMonth(2024, 3), DataHolder.Parse("PROV"))
        {
            Amounts = new Dictionary<IndicatorCode, FormAmounts> { [IndicatorCode.Parse("IKK-1")] = new(3.17m, null), [IndicatorCode.Parse("IKK-2")] = new(19.48m, null) },
        });

        var reading = Submissions.Read(form, Province);

        Assert.Empty(reading.Findings);
        Assert.Equal(["53 2024-03 PROV IKK-1 3.17/", "53 2024-03 PROV IKK-2 19.48/"], Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_label_for_the_province_does_not_make_a_kabupatens_report_the_provinces()
    {
        var named = Submissions.Read(Grid.Report().Row(3, "Provinsi", "Nusa Tenggara Timur"));
        var unnamed = Submissions.Read(Province, "laporan.xlsx", Grid.Report().Row(1, "Provinsi", "Nusa Tenggara Timur"));

        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(named));
        Assert.Equal(["I01"], Submissions.FindingsOf(unnamed));
    }

    [Fact]
    public void A_row_that_says_another_month_or_region_than_the_sheet_is_a_contradiction()
    {
        var months = new Grid().Row(1, "Kabupaten", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Periode", "Kode", "Pembilang", "Penyebut")
            .Rows(5, (code, _, numerator, denominator) => ["2024-06", code, numerator, denominator]);
        var regions = new Grid().Row(1, "Kabupaten", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kab/Kota", "Kode", "Pembilang", "Penyebut")
            .Rows(5, (code, _, numerator, denominator) => ["TTU", code, numerator, denominator]);

        Assert.Equal(["I06 B5"], Submissions.FindingsOf(Submissions.Read(Province, "rekap.xlsx", months)));
        Assert.Equal(["I08 B5"], Submissions.FindingsOf(Submissions.Read(Province, "rekap.xlsx", regions)));
    }

    private static Grid Month(string month) => new Grid(month).Row(1, "Kabupaten", "TTS").Row(2, "Bulan", month)
        .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);

    private static Grid Of(string name) => new Grid(name).Row(1, "Kabupaten", name).Row(2, "Bulan", "Juli 2024")
        .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);

    private static SubmissionReader Reader(string inspectors)
    {
        var line = ReferenceFiles.Shipped["indikator.csv"].Split('\n').Single(each => each.StartsWith(inspectors, StringComparison.Ordinal));
        return Submissions.Reader(ReferenceData.Read(ReferenceFiles.Shipped.Replacing("indikator.csv", line, line.Replace(",KAB,", ",PROV,", StringComparison.Ordinal))));
    }
}
