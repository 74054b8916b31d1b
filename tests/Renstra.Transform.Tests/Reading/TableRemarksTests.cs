using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>What is said of tables that cannot be read, or not without a word.</summary>
public sealed class TableRemarksTests
{
    [Fact]
    public void A_workbook_without_a_table_of_indicators_is_returned_with_one_finding()
    {
        var reading = Submissions.Read(new Grid("Surat").Row(1, "Kepada Yth.").Row(2, "Bersama ini kami sampaikan laporan bulan Juli 2024"));

        Assert.Equal(["T01"], Submissions.FindingsOf(reading));
        Assert.Empty(reading.Reports);
    }

    [Fact]
    public void A_workbook_without_sheets_is_returned()
    {
        Assert.Equal(["T01"], Submissions.FindingsOf(Submissions.Read(Array.Empty<Sheet>())));
    }

    [Fact]
    public void Rows_of_other_indicators_are_not_read_and_named()
    {
        var report = Grid.Report().Row(12, 8, "Tingkat kunjungan perpustakaan daerah", 5, 10).Row(13, 9, "Angka partisipasi murni");

        var reading = Submissions.Read(report);

        Assert.Equal(["T06 B12"], Submissions.FindingsOf(reading));
        Assert.Contains("“Tingkat kunjungan perpustakaan daerah”", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void A_bare_number_beside_a_name_of_something_else_is_no_code()
    {
        var report = Grid.Report().With("A5", null).With("B5", "Tingkat kunjungan perpustakaan daerah").With("A5", 1);

        var reading = Submissions.Read(report);

        Assert.Equal(["T02", "T06 B5"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_code_beside_the_name_of_another_indicator_is_returned()
    {
        var report = Grid.Report().With("A5", "IKU-2").With("A6", "IKU-1");

        var reading = Submissions.Read(report);

        Assert.Equal(["T09 A5", "T09 A6"], Submissions.FindingsOf(reading).Where(finding => finding.StartsWith("T09", StringComparison.Ordinal)));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void A_table_of_which_no_row_is_understood_is_not_said_to_be_missing()
    {
        var names = Submissions.IndicatorsOfTts.Select(indicator => indicator.Name).Reverse().ToList();
        var report = Enumerable.Range(0, 3).Aggregate(Grid.Report(), (grid, at) => grid.With($"B{5 + at}", names[at]));
        report = Enumerable.Range(8, 4).Aggregate(report, (grid, row) => grid.Without(row));

        var reading = Submissions.Read(report);

        Assert.Equal(["T09 A5", "T09 A6", "T09 A7"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_kabupatens_own_IKU_1_is_not_the_plans()
    {
        var reading = Submissions.Read(Grid.Report().With("B5", "Indeks pembangunan desa"));

        Assert.Contains("T09 A5", Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_code_stands_for_its_indicator_whatever_the_office_calls_it_roughly()
    {
        var reading = Submissions.Read(Grid.Report().With("B5", "Peserta latih yang lulus dan bersertifikat kompetensi"));

        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_name_like_several_indicators_lists_them()
    {
        var report = Grid.Report().With("A9", null).With("B9", "Lokasi Transmigrasi yang Difasilitasi");

        var reading = Submissions.Read(report);

        var finding = Assert.Single(reading.Findings, finding => finding.Code == FindingCodes.IndicatorUnclear);
        Assert.Contains("IKU-5", finding.Message, StringComparison.Ordinal);
        Assert.Contains("IKU-6", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_only_like_an_indicator_with_a_row_of_its_own_is_about_something_else()
    {
        var report = Grid.Report()
            .Row(12, null, "Penempatan tenaga kerja AKAN", 1, 10)
            .Row(13, null, "% Perusahaan yang Melaksanakan K3", 1, 10);

        var reading = Submissions.Read(report);

        Assert.Equal(["T06 B12", "T06 B13"], Submissions.FindingsOf(reading));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Theory]
    [InlineData(3, "T16 B7")]
    [InlineData(5, "T07 B7")]
    [InlineData(null, "T16 B7")]
    public void A_name_cut_short_is_read_where_its_number_or_its_place_confirms_it_and_told_once(int? number, string finding)
    {
        var report = Grid.Report().With("A7", number).With("B7", "Prsh bentuk sarana HI");

        var reading = Submissions.Read(report);

        Assert.Equal([finding], Submissions.FindingsOf(reading));
        Assert.Equal(finding.StartsWith("T16", StringComparison.Ordinal), Submissions.FiguresOf(reading).SequenceEqual(Submissions.FiguresOfReport));
    }

    [Fact]
    public void A_name_cut_short_at_the_top_of_a_table_has_nothing_that_confirms_it()
    {
        var reading = Submissions.Read(Grid.Report().With("A5", null).With("B5", "Pelatihan kompetensi"));

        Assert.Equal(["T07 B5"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_row_that_is_only_like_a_missing_indicator_is_not_taken_for_it()
    {
        var report = Grid.Report().Row(8, null, null).With("A8", null).With("B8", "% Perusahaan yang Melaksanakan K3");

        var reading = Submissions.Read(report);

        Assert.Equal(["T07 B8"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_count_to_date_where_the_month_is_asked_for_is_returned()
    {
        var reading = Submissions.Read(OnePeriod("s.d. Bulan Ini"));

        Assert.Equal(["T10 C5", "T10 C6", "T10 C7", "T10 C8"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Theory]
    [InlineData("Pembilang s/d Juli", "Penyebut s/d Juli")]
    [InlineData("Pembilang (Jan-Jul)", "Penyebut (Jan-Jul)")]
    [InlineData("Pembilang sampai dengan 31 Juli 2024", "Penyebut sampai dengan 31 Juli 2024")]
    public void A_count_through_a_month_is_not_the_months(string numerator, string denominator)
    {
        var reading = Submissions.Read(Grid.Report().With("C4", numerator).With("D4", denominator));

        Assert.Equal(["T10 C5", "T10 D5", "T10 C6", "T10 D6"], Submissions.FindingsOf(reading));
    }

    [Theory]
    [InlineData("April - Juni")]
    [InlineData("minggu ini")]
    [InlineData("Triwulan III")]
    [InlineData("(ribu orang)")]
    [InlineData("Proyeksi")]
    public void Columns_of_other_spans_units_and_forecasts_are_no_months_counts(string heading)
    {
        var reading = Submissions.Read(Grid.Report().With("C4", $"Pembilang {heading}").With("D4", $"Penyebut {heading}"));

        Assert.Equal(["T01"], Submissions.FindingsOf(reading));
    }

    [Theory]
    [InlineData("B2", "s.d. Juli 2024", "sel B2")]
    [InlineData("A3", "LAPORAN MINGGU II BULAN JULI 2024", "sel A3")]
    [InlineData("A3", "REKAP KUMULATIF BULAN JULI 2024", "sel A3")]
    public void A_sheet_that_says_it_is_about_more_or_less_than_the_month_is_asked_after(string address, string text, string said)
    {
        var reading = Submissions.Read(Grid.Report().With(address, text));

        Assert.Equal(["T10 C5", "T10 D5", "T10 C6", "T10 D6"], Submissions.FindingsOf(reading));
        Assert.Equal(
            $"Sel C5 (lembar Laporan): {said} menyebut “{text}”, sedangkan untuk “Peserta pelatihan bersertifikat kompetensi” yang diminta adalah angka bulan ini saja. "
            + "Bila angkanya memang bulan ini saja, mohon perbaiki keterangan itu; bila bukan, mohon isi angka bulan ini.",
            reading.Findings[0].Message);
    }

    [Fact]
    public void Columns_that_name_their_period_are_not_asked_after_whatever_the_title_says()
    {
        var official = Submissions.Read(new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "REALISASI S.D. JULI 2024")
            .Row(4, "No", "Uraian", "Bulan ini", "s.d. bulan ini")
            .Components(5, (number, component, amount) => [number, component.Name, amount, amount]));

        Assert.Empty(official.Findings);
    }

    [Fact]
    public void A_month_where_the_count_to_date_is_asked_for_is_returned()
    {
        var reading = Submissions.Read(OnePeriod("Bulan Ini"));

        Assert.Equal(["T10 C11", "T10 C17"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void The_period_that_a_row_names_is_looked_at_as_well()
    {
        var grid = Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Periode", "Penyebut", "Periode")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, "s.d. bulan ini", denominator, "posisi akhir bulan"]);

        var reading = Submissions.Read(grid);

        Assert.Equal(["T10 C5", "T10 E5", "T10 C6", "T10 E6"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_year_to_date_below_the_month_is_remarked_on()
    {
        var grid = Identified()
            .Row(4, "No", "Uraian", "Bulan Ini", "s.d. Bulan Ini")
            .Components(5, (number, component, amount) => [number, component.Name, amount, amount]);

        var reading = Submissions.Read(grid.With("D5", 0));

        Assert.Equal(["T11 D5"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_stock_with_two_different_numbers_is_returned()
    {
        var grid = Identified()
            .Row(4, "No", "Uraian", "Bulan Ini", "s.d. Bulan Ini")
            .Components(5, (number, component, amount) => [number, component.Name, amount, amount]);

        var reading = Submissions.Read(grid.With("C9", 2).With("D9", 3));

        Assert.Equal(["T12 C9"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void Two_numbers_for_one_component_are_returned()
    {
        var grid = Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Merge("C4", "D4")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, null, denominator]);

        var reading = Submissions.Read(grid.With("D6", 3));

        Assert.Equal(["T08 C6"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_component_without_a_row_is_named()
    {
        var grid = Identified()
            .Row(4, "No", "Uraian", "Jumlah")
            .Components(5, (number, component, amount) => [number, component.Name, amount])
            .Without(8);

        var reading = Submissions.Read(grid);

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(FindingCodes.HalfFilled, finding.Code);
        Assert.Contains("“Pencari kerja terdaftar”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_row_is_read_and_said_so()
    {
        var reading = Submissions.Read(Grid.Report().HideRow(6));

        Assert.Equal(["T13 C6"], Submissions.FindingsOf(reading));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_hidden_column_is_read_where_no_other_says_the_same()
    {
        var reading = Submissions.Read(Grid.Report().HideColumn('D'));

        Assert.Equal(7, reading.Findings.Count(finding => finding.Code == FindingCodes.HiddenCellsRead));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void Months_in_hidden_columns_are_passed_over()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(3, "No", "Uraian", "Juni 2024", "Juli 2024")
            .Components(4, (number, component, amount) => [number, component.Name, amount, amount])
            .HideColumn('C');

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal("2024-07", reading.Reports.Single().Key.Month.ToString());
    }

    [Fact]
    public void A_hidden_sheet_with_a_table_is_not_read_and_said_so()
    {
        var reading = Submissions.Read(Grid.Report(), new Grid("Lama").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5).Hide());

        Assert.Equal(["T14 A1"], Submissions.FindingsOf(reading));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_table_on_a_hidden_sheet_alone_is_not_found_and_the_office_is_told_where_it_is()
    {
        var reading = Submissions.Read(Grid.Report().Hide());

        Assert.Equal(["T01", "T14 A1"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid OnePeriod(string heading) => Identified()
        .Row(4, "No", "Uraian", heading)
        .Components(5, (number, component, amount) => [number, component.Name, amount]);
}
