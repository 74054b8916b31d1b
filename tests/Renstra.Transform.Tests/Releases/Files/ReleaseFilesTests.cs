using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Performance;
using Renstra.Transform.Tests.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Releases.Files;

public sealed class ReleaseFilesTests
{
    private const string Hostile = "=cmd|'/c calc'!A1 & <b>\u0001";

    private static readonly ReferenceData Reference = ReferenceData.Shipped;

    private static readonly CurrentReport[] Reports =
    [
        Offices.Report("53.01", "2024-01", "IKU-2", "30/40"),
        Offices.Report("53.02", "2024-01", "IKU-2", "45/50"),
        Offices.Report("53.03", "2024-01", "IKU-2", "9/10"),
        Offices.Report("53.04", "2024-01", "IKU-3", "1234567/2345678"),
        Offices.Report("53.01", "2024-02", "IKU-2", "10/20"),
    ];

    [Fact]
    public void The_same_release_gives_the_same_bytes_in_whatever_order_its_reports_were_read()
    {
        var one = Files(ClosedMonth.Of("2024-02", 1, Reports));
        var other = Files(ClosedMonth.Of("2024-02", 1, [.. Reports.Reverse()]));

        Assert.Equal(one.Select(file => file.Name), other.Select(file => file.Name));
        Assert.All(one.Zip(other), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span), pair.First.Name));
    }

    [Fact]
    public void Two_closers_of_whom_one_has_seen_a_line_more_in_the_calendar_write_the_same_bytes()
    {
        var other = ReferenceData.Read(ReferenceFiles.Shipped.Adding("kalender.csv", "Libur,2026-12-24,,Cuti bersama"));
        var before = ClosedMonth.Of("2024-02", 1, [.. Reports.SkipLast(1)]);
        var (mine, theirs) = (ClosedMonth.Of("2024-02", 2, Reports), ClosedMonth.Of(other, "2024-02", 2, Reports));

        var one = ReleaseFiles.Write(Reference, mine, ReleaseDifference.Between(before, mine));
        var another = ReleaseFiles.Write(other, theirs, ReleaseDifference.Between(before, theirs));

        Assert.NotEqual(Reference.Version, other.Version);
        Assert.Equal(mine.Fingerprint, theirs.Fingerprint);
        Assert.All(one.Zip(another), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span), pair.First.Name));
    }

    [Fact]
    public void Reference_data_are_a_cause_of_changes_when_figures_depend_on_what_changed_and_only_then()
    {
        var before = ClosedMonth.Of("2024-02", 1, [.. Reports.SkipLast(1)]);
        var calendar = ReferenceData.Read(ReferenceFiles.Shipped.Adding("kalender.csv", "Libur,2026-12-24,,Cuti bersama"));
        var target = ReferenceData.Read(ReferenceFiles.Shipped.Replacing("target.csv", "IKU-2,,2024,,75,", "IKU-2,,2024,,50,"));

        Assert.Equal(["Laporan baru"], CausesOf(calendar, before));
        Assert.Equal(["Data acuan berganti", "Laporan baru"], CausesOf(target, before));
    }

    [Fact]
    public void The_workbook_is_valid_by_the_schema_whatever_offices_wrote()
    {
        var before = ClosedMonth.Of("2024-02", 1, Reports);
        var after = ClosedMonth.Of("2024-02", 2, [.. Reports, HostileReport()]);

        using var document = Open(Files(after, ReleaseDifference.Between(before, after)));

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010)
            .Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void There_is_the_table_a_sheet_for_every_indicator_that_regions_report_and_the_evidence()
    {
        var book = Read(Files(ClosedMonth.Of("2024-02", 1, Reports)));

        Assert.Equal(
            ["Penetapan", "IKU-1", "IKU-2", "IKU-3", "IKU-4", "IKU-5", "IKU-6", "IKU-7", "Kelengkapan", "Perubahan", "Sebab perubahan", "Asal data"],
            book.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void The_table_has_the_provinces_rows_as_numbers()
    {
        var content = ClosedMonth.Of("2024-02", 1, Reports);

        var sheet = Read(Files(content)).Sheets[0];

        var head = RowOf(sheet, "No");
        Assert.Equal(
            ["No", "Indikator Kinerja", "Satuan", "Target Renstra Tahun 2024", "Realisasi Capaian s.d. Februari 2024", "Rasio Capaian (%)", "Kategori", "Wilayah Melapor", "Keterangan"],
            Enumerable.Range(0, 9).Select(column => sheet[head, column].Text));
        var rows = content.Rows.Where(row => row.Region.IsProvince).ToList();
        Assert.All(rows.Index(), entry =>
        {
            Assert.Equal(entry.Item.Target, NumberAt(sheet, head + 1 + entry.Index, 3));
            Assert.Equal(entry.Item.Realisation, NumberAt(sheet, head + 1 + entry.Index, 4));
            Assert.Equal(entry.Item.Achievement, NumberAt(sheet, head + 1 + entry.Index, 5));
        });
        Assert.Contains(rows, row => row.Achievement is not null);
    }

    [Fact]
    public void The_table_says_how_many_reported_and_who_did_not()
    {
        var sheet = Read(Files(ClosedMonth.Of("2024-02", 1, Reports))).Sheets[0];

        var line = Enumerable.Range(0, sheet.RowCount).Select(row => sheet[row, 0].Text).Single(text => text.StartsWith("Kelengkapan", StringComparison.Ordinal));
        Assert.StartsWith("Kelengkapan: 1 dari 22 laporan telah diterima. Belum: Kabupaten Timor Tengah Selatan;", line, StringComparison.Ordinal);
        Assert.EndsWith("Kota Kupang.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_missing_reports_a_line_that_fits_a_page_names_some_and_the_table_all()
    {
        var others = Enumerable.Range(1, 90).Select(number => FormattableString.Invariant($"11.{number:00}")).ToList();
        var reference = ReferenceData.Read(ReferenceFiles.Shipped
            .Adding("wilayah.csv", [.. others.Select((code, index) => FormattableString.Invariant($"{code},{1000 + index},Kabupaten,Contoh {index + 1},"))])
            .Adding("keberlakuan.csv", [.. others.Select(code => $"IKU-2,{code},2024,2026,contoh,")]));

        var book = Read(ReleaseFiles.Write(reference, ClosedMonth.Of(reference, "2024-02", 1, Reports), null));

        var line = Enumerable.Range(0, book.Sheets[0].RowCount).Select(row => book.Sheets[0][row, 0].Text).Single(text => text.StartsWith("Kelengkapan", StringComparison.Ordinal));
        Assert.StartsWith("Kelengkapan: 1 dari 112 laporan telah diterima. Belum: Kabupaten Contoh 1;", line, StringComparison.Ordinal);
        Assert.EndsWith("; dan 51 lainnya (lembar Kelengkapan).", line, StringComparison.Ordinal);
        var table = book.Sheets.Single(sheet => sheet.Name == "Kelengkapan");
        Assert.Equal(111, Enumerable.Range(0, table.RowCount).Count(row => table[row, 3].Text == "Belum"));
    }

    [Fact]
    public void Regions_are_ranked_by_achievement_equals_share_a_rank_and_those_without_come_last()
    {
        var sheet = Sheet(Files(ClosedMonth.Of("2024-02", 1, Reports)), "IKU-2");

        var head = RowOf(sheet, "Peringkat");
        Assert.Equal(
            ["1 Kabupaten Timor Tengah Selatan", "1 Kabupaten Timor Tengah Utara", "3 Kabupaten Kupang", "– Kabupaten Belu"],
            Enumerable.Range(head + 1, 4).Select(row => $"{sheet[row, 0].Text} {sheet[row, 1].Text}"));
        Assert.Equal("Provinsi Nusa Tenggara Timur", sheet[head + 23, 1].Text);
        Assert.Equal((94m, 120m), (NumberAt(sheet, head + 23, 2), NumberAt(sheet, head + 23, 3)));
    }

    [Fact]
    public void A_figure_that_was_carried_says_from_which_month()
    {
        var sheet = Sheet(Files(ClosedMonth.Of("2024-02", 1, Reports)), "IKU-3");

        var row = Enumerable.Range(0, sheet.RowCount).Single(each => sheet[each, 1].Text == "Kabupaten Belu");
        Assert.Equal(("Belum", "Januari 2024"), (sheet[row, 8].Text, sheet[row, 9].Text));
    }

    [Fact]
    public void A_total_that_is_not_complete_although_everyone_reported_the_month_says_whose_earlier_months_it_lacks()
    {
        var regions = Reference.Regions.Reporting.Select(region => region.Code.Value).ToList();
        CurrentReport[] reports =
        [
            .. from region in regions
               from month in Enumerable.Range(1, 6)
               where (region, month) is not (("53.01", 2) or ("53.02", 1 or 2 or 3 or 5) or ("53.03", 2 or 3))
               select Offices.Report(region, FormattableString.Invariant($"2024-{month:00}"), "IKU-2", "1/2"),
        ];

        var content = ClosedMonth.Of("2024-06", 1, reports);
        var book = Read(Files(content));

        var sheet = book.Sheets.Single(each => each.Name == "IKU-2");
        var gaps = Enumerable.Range(RowOf(sheet, "Peringkat") + 1, 23).ToDictionary(row => sheet[row, 1].Text!, row => (sheet[row, 8].Text, sheet[row, 10].Text));
        Assert.Equal(("Sudah", "Februari"), gaps["Kabupaten Kupang"]);
        Assert.Equal(("Sudah", "Januari–Maret, Mei"), gaps["Kabupaten Timor Tengah Selatan"]);
        Assert.Equal(("Sudah", "Februari, Maret"), gaps["Kabupaten Timor Tengah Utara"]);
        Assert.Equal(("22 dari 22", "pada 3 wilayah"), gaps["Provinsi Nusa Tenggara Timur"]);
        var incomplete = content.Rows.Where(row => row is { Indicator.Value: "IKU-2", Region.IsProvince: false, IsComplete: false });
        Assert.Equal(gaps.Values.Count(gap => gap is { Item1: "Sudah", Item2: not "" and not null }), incomplete.Count());
        Assert.Contains(
            "“Belum lengkap”: angka Juni 2024, atau bulan sebelumnya yang ikut dijumlahkan, dari sebagian kabupaten/kota belum masuk; lihat lembar indikatornya.",
            Enumerable.Range(0, book.Sheets[0].RowCount).Select(row => book.Sheets[0][row, 0].Text));
    }

    [Fact]
    public void The_first_release_has_nothing_to_be_compared_with_and_says_so()
    {
        var sheet = Sheet(Files(ClosedMonth.Of("2024-02", 1, Reports)), "Perubahan");

        Assert.Equal("Ini penetapan pertama untuk bulan ini; belum ada pembandingnya.", sheet[2, 0].Text);
    }

    [Fact]
    public void A_later_release_tells_what_it_changed_by_how_much_and_through_which_file()
    {
        var before = ClosedMonth.Of("2024-02", 1, Reports);
        var revision = Offices.Report("53.01", "2024-02", "IKU-2", "20/20", submitted: "2024-03-20");
        var after = ClosedMonth.Of("2024-02", 2, [.. Reports.SkipLast(1), revision]);
        var files = Files(after, ReleaseDifference.Between(before, after));

        var changes = Sheet(files, "Perubahan");
        var causes = Sheet(files, "Sebab perubahan");

        var row = Enumerable.Range(0, changes.RowCount).Single(each => changes[each, 0].Text == "Kabupaten Kupang");
        Assert.Equal(
            ["IKU-2", "40", "50", "60", "60", "66.67", "83.33", "16.66", "88.89", "111.11", "22.22", "Sangat Berhasil", "Sangat Berhasil", "Sudah", "Laporan diperbaiki"],
            Enumerable.Range(1, 15).Select(column => changes[row, column].Text));
        var cause = RowOf(causes, "Sebab") + 1;
        Assert.Equal(
            ["Laporan diperbaiki", "Februari 2024", "Kabupaten Kupang", "KAB", revision.Submission.ToString(), ClosedMonth.BlobNameOf(revision)],
            Enumerable.Range(0, 6).Select(column => causes[cause, column].Text));
    }

    [Fact]
    public void Every_amount_is_followed_to_file_sheet_and_cell_as_the_office_wrote_it()
    {
        var sheet = Sheet(Files(ClosedMonth.Of("2024-02", 1, [HostileReport()])), "Asal data");

        var head = RowOf(sheet, "Wilayah");
        Assert.Equal(
            ["Kabupaten Alor", "IKU-2", "Pembilang", "Februari 2024", "1", Hostile.Replace('\u0001', '\uFFFD'), "=Laporan", "E5"],
            Enumerable.Range(0, 8).Select(column => sheet[head + 1, column].Text));
        Assert.Equal(CellKind.Text, sheet[head + 1, 5].Kind);
        Assert.False(sheet[head + 1, 5].IsFormula);
    }

    [Fact]
    public void A_file_in_which_two_holders_report_about_one_region_is_named_for_the_amounts_of_both()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing(
            "indikator.csv", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,KAB,", "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WAS,"));
        var office = Offices.Report("53.02", "2024-01", "IKU-2", "45/50");
        var inspectors = Offices.Report("53.02", "2024-01", "IKU-4", "5/200", "WAS") with { Submission = office.Submission };

        var sheet = Sheet(ReleaseFiles.Write(reference, ClosedMonth.Of(reference, "2024-01", 1, office, inspectors), null), "Asal data");

        var head = RowOf(sheet, "Wilayah");
        Assert.Equal(
            [("IKU-2", "45"), ("IKU-2", "50"), ("IKU-4", "5"), ("IKU-4", "200")],
            Enumerable.Range(head + 1, 4).Select(row => (sheet[row, 1].Text, sheet[row, 4].Text)));
        Assert.All(Enumerable.Range(head + 1, 4), row => Assert.Equal(ClosedMonth.BlobNameOf(office), sheet[row, 8].Text));
    }

    [Fact]
    public void What_strangers_wrote_stays_text_even_when_its_cell_is_edited()
    {
        using var document = Open(Files(ClosedMonth.Of("2024-02", 1, [HostileReport()])));
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();

        var cells = document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        var risky = cells.Where(cell => cell.InnerText is ['=' or '+' or '-' or '@', ..] && cell.DataType is not null).ToList();

        Assert.NotEmpty(risky);
        Assert.All(risky, cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value));
        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
    }

    [Fact]
    public void A_number_that_has_no_room_is_written_smaller_and_never_as_hashes()
    {
        using var document = Open(Files(ClosedMonth.Of("2024-02", 1, Reports)));
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();

        var amounts = document.WorkbookPart.WorksheetParts
            .SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .Where(cell => cell.CellValue is not null && cell.DataType is null)
            .Select(cell => formats[(int)cell.StyleIndex!.Value].Alignment!)
            .Where(alignment => alignment.Horizontal! == HorizontalAlignmentValues.Right)
            .ToList();

        Assert.NotEmpty(amounts);
        Assert.All(amounts, alignment => Assert.Equal((true, false), (alignment.ShrinkToFit?.Value ?? false, alignment.WrapText?.Value ?? false)));
    }

    [Fact]
    public void Every_sheet_prints_on_the_width_of_A4_with_its_heads_on_every_page_and_numbered_pages_and_the_one_to_be_signed_on_one_page()
    {
        using var document = Open(Files(ClosedMonth.Of("2024-02", 1, Reports)));
        var sheets = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();

        var repeated = document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles").Select(name => (int)name.LocalSheetId!.Value);

        Assert.Equal(sheets.Index().Where(sheet => sheet.Item.Name!.Value is not ("Perubahan" or "Sebab perubahan")).Select(sheet => sheet.Index), repeated);
        Assert.All(sheets, sheet =>
        {
            var worksheet = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!;
            var setup = worksheet.GetFirstChild<PageSetup>()!;
            Assert.Equal((9u, 1u, sheet.Name!.Value == "Penetapan" ? 1u : 0u), (setup.PaperSize!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
            Assert.Contains("halaman &P dari &N", worksheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_csv_opens_in_an_Indonesian_Excel_by_a_double_click()
    {
        var bytes = File(Files(ClosedMonth.Of("2024-02", 1, Reports)), ".csv");

        var lines = Encoding.UTF8.GetString(bytes.Span[3..]).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Span[..3].ToArray());
        Assert.Equal("2;53;Provinsi Nusa Tenggara Timur;IKU-2;% Besaran Pencari Kerja Terdaftar yang Ditempatkan;%;94;120;75;78,33;104,44;Sangat Berhasil;Belum;2024-02;1;22;Tidak", lines[2]);
        Assert.Equal(ClosedMonth.Of("2024-02", 1, Reports).Rows.Count + 2, lines.Length);
    }

    [Fact]
    public void A_name_in_the_csv_that_a_spreadsheet_would_take_for_a_formula_is_made_a_text_and_a_number_is_left_alone()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.With("indikator.csv", ReferenceFiles.Shipped["indikator.csv"]
            .Replace("% Besaran Pencari Kerja Terdaftar yang Ditempatkan", "\"=1+1;\"\"x\"\"\"", StringComparison.Ordinal)));
        var content = ClosedMonth.Of(reference, "2024-08", 1, Offices.Report("53", "2024-08", "IKK-1", "9.99", "PROV"), Offices.Report("53.01", "2024-08", "IKU-2", "1/2"));

        var text = Encoding.UTF8.GetString(File(ReleaseFiles.Write(reference, content, null), ".csv").Span);

        Assert.Contains(";\"'=1+1;\"\"x\"\"\";", text, StringComparison.Ordinal);
        Assert.Contains(";9,99;-112,19;", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> CausesOf(ReferenceData reference, ReleaseContent before)
    {
        var after = ClosedMonth.Of(reference, before.Month.ToString(), 2, Reports);
        var sheet = Sheet(ReleaseFiles.Write(reference, after, ReleaseDifference.Between(before, after)), "Sebab perubahan");
        return Enumerable.Range(RowOf(sheet, "Sebab") + 1, sheet.RowCount - RowOf(sheet, "Sebab") - 1).Select(row => sheet[row, 0].Text);
    }

    private static CurrentReport HostileReport()
    {
        var report = Offices.Report("53.05", "2024-02", "IKU-2", "1/2");
        var amount = new ComponentAmount(1, new CellLocation("=Laporan", "E5"), Hostile);
        return report with { Figures = [report.Figures[0] with { Numerator = amount }] };
    }

    private static IReadOnlyList<ReleaseFile> Files(ReleaseContent content, ReleaseDifference? difference = null) => ReleaseFiles.Write(Reference, content, difference);

    private static ReadOnlyMemory<byte> File(IReadOnlyList<ReleaseFile> files, string extension) =>
        files.Single(file => file.Name.EndsWith(extension, StringComparison.Ordinal)).Content;

    private static SpreadsheetDocument Open(IReadOnlyList<ReleaseFile> files) => SpreadsheetDocument.Open(new MemoryStream(File(files, ".xlsx").ToArray()), isEditable: false);

    private static Renstra.Transform.Workbooks.Workbook Read(IReadOnlyList<ReleaseFile> files) => WorkbookReader.Read(File(files, ".xlsx"), WorkbookLimits.Default).Workbook!;

    private static Renstra.Transform.Workbooks.Sheet Sheet(IReadOnlyList<ReleaseFile> files, string name) => Read(files).Sheets.Single(sheet => sheet.Name == name);

    private static int RowOf(Renstra.Transform.Workbooks.Sheet sheet, string firstCell) => Enumerable.Range(0, sheet.RowCount).First(row => sheet[row, 0].Text == firstCell);

    private static decimal? NumberAt(Renstra.Transform.Workbooks.Sheet sheet, int row, int column) =>
        sheet[row, column] is { Kind: CellKind.Number } cell ? cell.Number : null;
}
