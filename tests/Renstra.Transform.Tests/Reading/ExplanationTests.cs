using Renstra.Transform.Receipts;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>What is rightly returned names its cause: the cell, what is wrong there, and a remedy that destroys no good number.</summary>
public sealed class ExplanationTests
{
    [Theory]
    [InlineData("PEMERINTAH KABUPATEN MALAKKA", "53.21", "Kabupaten Malaka")]
    [InlineData("KABUPATEN SIKA", "53.07", "Kabupaten Sikka")]
    [InlineData("LAPORAN IKU KAB. NAGEKEYO BULAN JULI 2024", "53.16", "Kabupaten Nagekeo")]
    public void A_region_mistyped_in_a_title_is_asked_after_at_its_cell(string title, string folder, string meant)
    {
        var reading = Submissions.Read(folder, "laporan.xlsx", Grid.Report().With("A1", title).With("B1", null));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingCodes.RegionUnknown, "A1"), (finding.Code, finding.Location!.Cell));
        Assert.Contains($"Apakah maksudnya {meant}?", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DINAS TENAGA KERJA KABUPATEN")]
    [InlineData("REKAP KABUPATEN DAN KOTA SE-NTT")]
    public void Words_behind_kabupaten_that_are_like_no_region_are_no_region(string title)
    {
        var reading = Submissions.Read(Grid.Report().Row(3, title));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_title_with_a_letter_wrong_does_not_matter_where_a_label_names_the_region()
    {
        var reading = Submissions.Read("53.21", "laporan.xlsx", Grid.Report().With("B1", "Malaka").Row(3, "PEMERINTAH KABUPATEN MALAKKA"));

        Assert.DoesNotContain(reading.Findings, finding => finding.Code == FindingCodes.RegionUnknown);
        Assert.Equal("53.21", Assert.Single(reading.Reports).Key.Region.Value);
    }

    [Theory]
    [InlineData("Maumere", "53.07", "misalnya “Kabupaten Sikka”")]
    [InlineData("Sumba", "53.12", "Apakah maksudnya Kabupaten Sumba Barat?")]
    [InlineData("53.08 Sikka", "53.07", "kodenya milik Kabupaten Ende, sedangkan namanya Kabupaten Sikka")]
    [InlineData("...", "53.07", "misalnya “Kabupaten Sikka”")]
    [InlineData(null, "53.07", "misalnya “Sikka”")]
    public void A_region_that_is_not_understood_is_explained_by_the_folder(string? written, string folder, string explained)
    {
        var reading = Submissions.Read(folder, "laporan.xlsx", Grid.Report().With("B1", written));

        Assert.Contains(explained, reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Theory]
    [InlineData("20 L / 10 P")]
    [InlineData("Juni: 10, Juli: 30")]
    [InlineData("30 = 20 L + 10 P")]
    [InlineData("20 menjadi 30")]
    public void Several_numbers_in_a_cell_are_called_that(string written)
    {
        var finding = Assert.Single(Submissions.Read(Grid.Report().With("C6", written)).Findings, finding => finding.Code == FindingCodes.NotANumber);

        Assert.Equal("C6", finding.Location!.Cell);
        Assert.Contains("lebih dari satu angka", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_shown_otherwise_is_said_with_its_format()
    {
        var finding = Assert.Single(Submissions.Read(Grid.Report().With("C6", Cell.OfNumber(2000, "0,"))).Findings);

        Assert.Equal((FindingCodes.AmbiguousNumber, "C6"), (finding.Code, finding.Location!.Cell));
        Assert.Contains("isi sel ini 2000, tetapi format angkanya (0,) menampilkan angka lain", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fraction_that_looks_whole_is_said_to_look_so()
    {
        var finding = Assert.Single(Submissions.Read(Grid.Report().With("D6", Cell.OfNumber(30.4m, "#,##0"))).Findings);

        Assert.Contains("di layar tampak bulat karena format selnya", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_in_millions_says_nothing_of_the_numbers_beside_it()
    {
        var reading = Submissions.Read(Grid.Report().With("E4", "Anggaran (dalam juta)").With("E5", 500));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    /// <summary>What T12 asks for: a column more, and every number may stay.</summary>
    [Fact]
    public void A_stock_that_is_not_clear_is_so_after_its_remedy()
    {
        var unclear = Grid.Report().With("C4", "Pembilang bulan ini").With("D4", "Penyebut").With("E4", "Pembilang s.d. bulan ini");
        foreach (var row in Enumerable.Range(5, 7))
        {
            unclear = unclear.With($"E{row}", row);
        }

        var mended = Grid.Report().With("C4", "Pembilang bulan ini").With("D4", "Penyebut").With("E4", "Pembilang s.d. bulan ini").With("F4", "Pembilang posisi akhir bulan");
        foreach (var row in Enumerable.Range(5, 7))
        {
            mended = mended.With($"E{row}", row).With($"F{row}", row - 4);
        }

        Assert.Contains(Submissions.Read(unclear).Findings, finding => finding.Code == FindingCodes.PositionUnclear && finding.Message.Contains("boleh tetap", StringComparison.Ordinal));
        Assert.DoesNotContain(Submissions.Read(mended).Findings, finding => finding.Code == FindingCodes.PositionUnclear);
        Assert.Contains("53.02 2024-07 KAB IKU-3 3/30", Submissions.FiguresOf(Submissions.Read(mended)));
    }

    /// <summary>What T03 asks for: the row that is not reported stands on another sheet, without a heading, and is not lost.</summary>
    [Fact]
    public void An_indicator_twice_is_there_once_after_its_remedy()
    {
        Assert.Contains("T03 B12", Submissions.FindingsOf(Submissions.Read(Grid.Report().Row(12, "IKU-2", Submissions.IndicatorsOfTts[1].Name, 99, 100))));

        var mended = Submissions.Read(Grid.Report(), new Grid("Cadangan").Row(1, "IKU-2", Submissions.IndicatorsOfTts[1].Name, 99, 100));

        Assert.Equal(Verdict.Diterima, mended.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(mended));
    }

    [Fact]
    public void A_name_that_is_hyphenated_at_the_end_of_a_line_is_the_name()
    {
        var reading = Submissions.Read(Grid.Report().With("A7", 3).With("B7", "% Perusa-\nhaan yang Membentuk Sarana Hubungan Indus-\ntrial"));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Theory]
    [InlineData("Row Labels", "Sum of Pembilang", "Sum of Penyebut", "Grand Total")]
    [InlineData("Label Baris", "Jumlah dari Pembilang", "Jumlah dari Penyebut", "Total Keseluruhan")]
    public void A_pivot_table_is_read(string codes, string numerators, string denominators, string total)
    {
        var grid = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, codes, numerators, denominators);
        foreach (var at in Enumerable.Range(1, 7))
        {
            grid = grid.Row(at + 4, $"IKU-{at}", at, 10 * at);
        }

        var reading = Submissions.Read(grid.Row(12, total, 28, 280));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
    }

    [Fact]
    public void The_receipt_says_the_month_although_the_region_is_not_known()
    {
        var reading = Submissions.Read(Grid.Report().With("B1", "Timor Tengah Slatan"));

        Assert.Contains("Juli 2024; wilayahnya belum dapat dipastikan", PageOf(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void The_receipt_says_the_region_although_the_month_is_not_known()
    {
        var reading = Submissions.Read(Grid.Report().With("B2", "Julli 2024"));

        Assert.Contains("Kabupaten Timor Tengah Selatan; bulannya belum dapat dipastikan", PageOf(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pembilang (dalam ribu)", "Penyebut (dalam ribu)", "C4")]
    [InlineData("Pembilang (ribuan)", "Penyebut", "C4")]
    [InlineData("Pembilang", "Penyebut (dalam jutaan)", "D4")]
    public void Numbers_in_thousands_are_returned_with_the_heading_that_says_so(string numerator, string denominator, string cell)
    {
        var reading = Submissions.Read(Grid.Report().With("C4", numerator).With("D4", denominator));

        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        Assert.Equal([$"T17 {cell}"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_note_above_the_table_that_numbers_are_in_thousands_returns_it()
    {
        var reading = Submissions.Read(Grid.Report().Row(3, null, null, "(dalam ribuan orang)"));

        Assert.Equal(["T17 C3"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void A_table_on_its_side_is_called_that()
    {
        var grid = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024")
            .Row(4, "Indikator", "IKU-1", "IKU-2", "IKU-3", "IKU-4").Row(5, "Pembilang", 1, 2, 3, 4).Row(6, "Penyebut", 10, 20, 30, 40);

        var finding = Assert.Single(Submissions.Read(grid).Findings);

        Assert.Equal((FindingCodes.TableMissing, "B4"), (finding.Code, finding.Location!.Cell));
        Assert.Contains("berjajar ke samping", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_in_place_of_cells_are_named()
    {
        var reading = Submissions.Reader().Read(new(Transform.Workbooks.FileFormat.Xlsx, [new Grid().Row(1, "PEMERINTAH KABUPATEN TTS")]), Submissions.Source(Submissions.Tts, "laporan.xlsx"), hasPictures: true);

        Assert.Contains("gambar atau kotak teks", Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_sheets_are_called_empty()
    {
        var finding = Assert.Single(Submissions.Read(new Grid()).Findings);

        Assert.Equal(FindingCodes.TableMissing, finding.Code);
        Assert.Contains("kosong", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_on_a_sheet_called_instructions_is_not_read_in_place_of_a_blank_form_but_named()
    {
        var blank = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, (code, name, _, _) => [code, name]);

        var reading = Submissions.Read(blank, Grid.Report("Petunjuk dan Isian"));

        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        Assert.Contains(reading.Findings, finding => finding.Message.StartsWith("Lembar “Petunjuk dan Isian” tidak dibaca, karena namanya", StringComparison.Ordinal));
    }

    [Fact]
    public void A_main_sheet_called_instructions_beside_a_sheet_of_breakdowns_is_read()
    {
        var parts = new Grid("Rincian").Row(1, "Indikator", "Rincian", "Jumlah").Row(2, "IKU-2", "AKL", 1).Row(3, "IKU-2", "AKAD", 1).Row(4, "IKU-2", "AKAN", 0).Row(5, "IKU-2", "Lulusan pelatihan yang terserap", 0);

        var reading = Submissions.Read(Grid.Report("Petunjuk dan Isian"), parts);

        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void Every_row_that_is_not_known_is_named_beside_one_that_is_unclear()
    {
        var grid = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Indikator", "Pembilang", "Penyebut")
            .Row(5, "Lokasi transmigrasi yang difasilitasi", 1, 2).Row(6, "Angka Partisipasi Sekolah", 3, 4).Row(7, "Indeks Pembangunan Desa", 5, 6);

        Assert.Equal(["T07 A5", "T06 A6", "T06 A7"], Submissions.FindingsOf(Submissions.Read(grid)));
    }

    [Fact]
    public void Regions_side_by_side_are_one_mistake_of_the_layout_and_none_of_the_cells()
    {
        var grid = new Grid().Row(1, "Bulan", "Juli 2024").Row(3, "Kode", "Indikator", "Data TTS", null, "Data TTU", null).Merge("C3", "D3").Merge("E3", "F3")
            .Row(4, null, null, "Pembilang", "Penyebut", "Pembilang", "Penyebut")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, denominator, numerator + 1, denominator + 1]);

        var reading = Submissions.Read("53", "laporan.xlsx", grid);

        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
        var finding = Assert.Single(reading.Findings, finding => finding.Code == FindingCodes.AmountTwice);
        Assert.Equal("C3", finding.Location!.Cell);
        Assert.Contains("kabupaten/kota yang berbeda", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_rows_for_one_indicator_it_is_said_that_one_is_hidden()
    {
        var reading = Submissions.Read(Grid.Report().Row(12, "IKU-1", null, 5, 10).HideRow(5));

        var finding = Assert.Single(reading.Findings, finding => finding.Code == FindingCodes.IndicatorTwice);
        Assert.Contains("tersembunyi", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tidak ada", true)]
    [InlineData("l2", false)]
    public void Words_in_place_of_a_number_are_told_what_nothing_and_not_known_are_written_as(string text, bool isExplained)
    {
        var finding = Assert.Single(Submissions.Read(Grid.Report().With("C5", text)).Findings);

        Assert.Equal(isExplained, finding.Message.Contains("tulis 0", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_cells_that_name_the_same_region_of_another_folder_are_one_mistake()
    {
        var reading = Submissions.Read(Grid.Report().With("B1", "Timor Tengah Utara"), Grid.Report("Lembar 2").Row(1, "Kabupaten/Kota", "TTU").With("A1", "Wilayah"));

        Assert.Equal(["I05 B1"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void Two_numbers_that_could_be_one_components_are_told_apart_by_headings_and_not_by_deleting_one()
    {
        var grid = new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Merge("C4", "D4")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, null, denominator]).With("D5", 2);

        var finding = Assert.Single(Submissions.Read(grid).Findings);

        Assert.DoesNotContain("sisakan", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kosongkan", finding.Message, StringComparison.Ordinal);
        Assert.Contains("judul yang membedakannya", finding.Message, StringComparison.Ordinal);
    }

    private static string PageOf(SubmissionReading reading) => System.Net.WebUtility.HtmlDecode(ReceiptPage.Write(Receipt.For(
        "TT-240805-AAAA-BBBB", SubmissionId.Parse("20240805010000000-0123456789ab"), Submissions.Source(Submissions.Tts, "laporan.xlsx"), reading, ReferenceData.Shipped)));
}
