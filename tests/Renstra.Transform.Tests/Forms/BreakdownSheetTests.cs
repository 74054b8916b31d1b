using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reading;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Forms;

/// <summary>The form's sheet of breakdowns: there for whoever has them, and in nobody else's way.</summary>
public sealed class BreakdownSheetTests
{
    private const string Sheet = "Rincian";

    private static readonly IndicatorCode Iku1 = IndicatorCode.Parse("IKU-1");
    private static readonly IndicatorCode Iku2 = IndicatorCode.Parse("IKU-2");

    [Fact]
    public void A_form_asks_for_every_part_but_the_rest()
    {
        var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.02")), Sheet);

        var parts = cells.Where(cell => cell.Key[0] == 'A' && cell.Value is string text && IndicatorCode.TryParse(text, out _))
            .Select(cell => $"{cell.Value} {cells[$"D{cell.Key[1..]}"]}");
        Assert.Equal(
            [
                "IKU-1 Laki-laki", "IKU-1 Perempuan", "IKU-1 Penyandang disabilitas",
                "IKU-2 Antar Kerja Lokal (AKL)", "IKU-2 Antar Kerja Antar Daerah (AKAD)", "IKU-2 Antar Kerja Antar Negara (AKAN)", "IKU-2 Peserta pelatihan yang terserap",
                "IKU-2 Laki-laki", "IKU-2 Perempuan", "IKU-2 Penyandang disabilitas",
            ],
            parts);
        Assert.Equal(5, cells.Values.Count(value => value is "Tidak dirinci"));
    }

    [Fact]
    public void A_form_about_nothing_that_is_broken_down_has_no_such_sheet()
    {
        var form = FormFixture.Write(new FormRequest(RegionCode.Parse("53"), FormFixture.July, DataHolder.Parse("PROV")));

        using var document = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false);
        Assert.Equal(["Laporan", "Petunjuk", "Daftar"], document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public void A_form_with_blank_breakdowns_is_read_as_without_them()
    {
        var reading = Submissions.Read(Submissions.FilledForm("53.02"));

        Assert.Empty(reading.Findings);
        Assert.All(reading.Reports.Single().Figures, figure => Assert.Empty(figure.Parts));
    }

    [Fact]
    public void What_is_filled_in_is_read_with_its_cells()
    {
        var form = FormFixture.Write(Filled(100, 40, ("AKL", 1), ("AKAD", 20), ("AKAN", 30), ("Pelatihan", 49), ("Disabilitas", 3)));

        var reading = Submissions.Read(form);

        var figure = reading.Reports.Single().Figures.Single(each => each.Indicator == Iku2);
        Assert.Empty(reading.Findings.Where(finding => finding.Code[0] == 'R').Select(finding => finding.Message));
        Assert.Equal(["AKL 1", "AKAD 20", "AKAN 30", "Pelatihan 49", "Disabilitas 3"], figure.Parts.Select(part => $"{part.Part} {part.Amount.Raw}"));
        Assert.All(figure.Parts, part =>
        {
            Assert.Equal(Sheet, part.Amount.Location.Sheet);
            Assert.Equal((double)part.Amount.Amount, FormFixture.Cells(form, Sheet)[part.Amount.Location.Cell]);
        });
    }

    [Fact]
    public void The_sheet_is_about_the_region_and_the_month_of_the_report_sheet()
    {
        var request = Filled(100, 40, ("AKL", 100), ("AKAD", 0), ("AKAN", 0), ("Pelatihan", 0)) with { Month = new(2024, 6) };

        var report = Submissions.Read(FormFixture.Write(request)).Reports.Single();

        Assert.Equal("2024-06", report.Key.Month.ToString());
        Assert.Equal(4, report.Figures.Single(figure => figure.Indicator == Iku2).Parts.Count);
    }

    [Theory]
    [InlineData("AKL=1", "Belum lengkap; bila memang tidak ada, tulis 0")]
    [InlineData("AKL=101", "Melebihi angka di lembar Laporan, mohon diperbaiki")]
    [InlineData("AKL=1 AKAD=20 AKAN=30 Pelatihan=49", "Sesuai")]
    [InlineData("AKL=1 AKAD=20 AKAN=30 Pelatihan=48", "Jumlahnya berbeda dengan lembar Laporan, mohon diperbaiki")]
    [InlineData("Disabilitas=3", "Sesuai")]
    [InlineData("Disabilitas=101", "Melebihi angka di lembar Laporan, mohon diperbaiki")]
    public void The_form_says_what_comes_of_a_breakdown_before_it_is_sent(string parts, string expected)
    {
        var filled = parts.Split(' ').Select(part => part.Split('=')).Select(part => (part[0], int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture)));
        var cells = FormFixture.Cells(FormFixture.Write(Filled(100, 140, [.. filled])), Sheet);

        Assert.Single(cells, cell => cell.Key[0] == 'G' && cell.Value is string text && text == expected);
        Assert.Equal(4, cells.Values.Count(value => value is "Tidak dirinci"));
    }

    [Fact]
    public void The_check_is_a_formula_over_both_sheets_and_speaks_by_the_severity_of_the_rule()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing("aturan.csv", "R01,,Kesalahan,", "R01,,Peringatan,"));
        using var shipped = SpreadsheetDocument.Open(new MemoryStream(FormFixture.Write(FormFixture.Request("53.02"))), isEditable: false);
        using var milder = SpreadsheetDocument.Open(new MemoryStream(FormFixture.Write(FormFixture.Request("53.02"), reference)), isEditable: false);

        Assert.Equal(
            "IF(COUNTA(E4:E5,F4:F5)=0,\"Tidak dirinci\",IF(COUNT(E4:E5,F4:F5)<COUNTA(E4:E5,F4:F5),\"Mohon isi dengan angka saja\","
            + "IF(OR(AND(COUNTA(E4:E5)=2,SUM(E4:E5)<>N(Laporan!E9)),AND(COUNTA(F4:F5)=2,SUM(F4:F5)<>N(Laporan!H9))),\"Jumlahnya berbeda dengan lembar Laporan, mohon diperbaiki\","
            + "IF(OR(SUM(E4:E5)>N(Laporan!E9),SUM(F4:F5)>N(Laporan!H9)),\"Melebihi angka di lembar Laporan, mohon diperbaiki\","
            + "IF(OR(AND(COUNTA(E4:E5)>0,COUNTA(E4:E5)<2),AND(COUNTA(F4:F5)>0,COUNTA(F4:F5)<2)),\"Belum lengkap; bila memang tidak ada, tulis 0\",\"Sesuai\")))))",
            FormulasOf(shipped)[0]);
        Assert.Contains("\"Jumlahnya berbeda dengan lembar Laporan, mohon diperiksa\"", FormulasOf(milder)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_the_form_has_no_cell_for_is_refused()
    {
        var request = FormFixture.Request("53.02");

        Assert.All(
            new[] { (Iku2, ComponentRole.Penyebut, "AKL", 1m), (Iku2, ComponentRole.Pembilang, "BukanDisabilitas", 1m), (Iku1, ComponentRole.Pembilang, "Perempuan", -1m), (IndicatorCode.Parse("IKU-9"), ComponentRole.Pembilang, "AKL", 1m) },
            part => Assert.Throws<ArgumentException>(() => FormFixture.Write(
                request with { Parts = new Dictionary<FormPart, decimal> { [new FormPart(part.Item1, part.Item2, part.Item3)] = part.Item4 } })));
    }

    [Fact]
    public void A_line_of_reference_data_is_a_row_of_the_form_and_a_part_that_is_read()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Adding(
            "rincian.csv",
            "IKU-3,Pembilang,Bentuk,Bipartit,LKS Bipartit,Bagian,contoh",
            "IKU-3,Pembilang,Bentuk,Lain,Bentuk lain,Bagian,contoh"));
        var code = IndicatorCode.Parse("IKU-3");
        var request = FormFixture.Request("53.02") with
        {
            Amounts = new Dictionary<IndicatorCode, FormAmounts> { [code] = new(5, 10) },
            Parts = new Dictionary<FormPart, decimal> { [new FormPart(code, ComponentRole.Pembilang, "Bipartit")] = 2, [new FormPart(code, ComponentRole.Pembilang, "Lain")] = 3 },
        };

        var reading = Submissions.Reader(reference).Read(FormFixture.Write(request, reference), Submissions.Source("53.02", "a.xlsx"));

        Assert.Equal(["Bipartit 2", "Lain 3"], reading.Reports.Single().Figures.Single().Parts.Select(part => $"{part.Part} {part.Amount.Raw}"));
    }

    [Fact]
    public void The_sheet_is_valid_and_prints_on_one_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(FormFixture.Write(Filled(100, 40, ("AKL", 1)))), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        var setup = SheetOf(document).GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, 1u, 1u), (setup.PaperSize!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(SheetOf(document).GetFirstChild<SheetProtection>()!.Sheet!.Value);
    }

    private static FormRequest Filled(int placed, int registered, params (string Part, int Amount)[] parts) => FormFixture.Request("53.02") with
    {
        Amounts = new Dictionary<IndicatorCode, FormAmounts> { [Iku2] = new(placed, registered) },
        Parts = parts.ToDictionary(part => new FormPart(Iku2, ComponentRole.Pembilang, part.Part), part => (decimal)part.Amount),
    };

    private static IReadOnlyList<string> FormulasOf(SpreadsheetDocument document) =>
        [.. SheetOf(document).Descendants<CellFormula>().Select(formula => formula.Text)];

    private static Worksheet SheetOf(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(each => each.Name == Sheet);
        return ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }
}
