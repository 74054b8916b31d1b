using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Forms;

/// <summary>What only Excel sees: protection, validation, formulas, paper.</summary>
public sealed class FormStructureTests : IDisposable
{
    private readonly SpreadsheetDocument _document =
        SpreadsheetDocument.Open(new MemoryStream(FormFixture.Write(FormFixture.Request("53.02"))), isEditable: false);

    public void Dispose() => _document.Dispose();

    [Fact]
    public void The_form_of_every_region_is_valid_by_the_schema()
    {
        var errors = new List<string>();
        foreach (var region in ReferenceData.Shipped.Regions.Reporting)
        {
            var request = FormFixture.Request(region.Code.Value) with
            {
                Officer = "Maria Seran",
                FilledOn = new DateOnly(2024, 8, 5),
                Amounts = new Dictionary<IndicatorCode, FormAmounts> { [IndicatorCode.Parse("IKU-1")] = new(1, 2) },
            };
            using var document = SpreadsheetDocument.Open(new MemoryStream(FormFixture.Write(request)), isEditable: false);
            errors.AddRange(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{region.Code} {error.Path?.XPath}: {error.Description}"));
        }

        Assert.Empty(errors);
    }

    [Fact]
    public void Only_the_entries_are_unlocked_and_protection_has_no_password()
    {
        var protection = Sheet("Laporan").GetFirstChild<SheetProtection>();

        Assert.NotNull(protection);
        Assert.True(protection.Sheet?.Value);
        Assert.Null(protection.Password);
        Assert.Null(protection.HashValue);
        var merged = Sheet("Laporan").Descendants<MergeCell>().Select(merge => merge.Reference!.Value!.Split(':')[0]).ToHashSet();
        var unlocked = Sheet("Laporan").Descendants<Cell>()
            .Where(cell => Format(cell).Protection?.Locked?.Value == false)
            .Select(cell => cell.CellReference!.Value!)
            .Where(address => address is not ("E4" or "E5" or "E6" or "H4" or "H5"));
        Assert.Equal(
            ["D4", "G4", "D5", "G5", "D6", .. Enumerable.Range(9, 7).SelectMany(row => new[] { $"E{row}", $"H{row}" })],
            unlocked);
        Assert.Superset(new HashSet<string> { "D4", "D5", "D6", "G4", "G5" }, merged);
    }

    [Fact]
    public void Number_cells_take_whole_numbers_from_0_and_explain_themselves_in_Indonesian()
    {
        var validation = Validations().Single(each => each.Type?.Value == DataValidationValues.Whole);

        Assert.Equal(DataValidationOperatorValues.GreaterThanOrEqual, validation.Operator?.Value);
        Assert.Equal("0", validation.Formula1?.Text);
        Assert.True(validation.ShowErrorMessage?.Value);
        Assert.StartsWith("Isilah dengan bilangan bulat", validation.Error?.Value, StringComparison.Ordinal);
        Assert.InRange(validation.Error!.Value!.Length, 1, 255);
        Assert.InRange(validation.ErrorTitle!.Value!.Length, 1, 32);
        Assert.Equal(
            Enumerable.Range(9, 7).SelectMany(row => new[] { $"E{row}", $"H{row}" }),
            validation.SequenceOfReferences!.Items.Select(item => item.Value));
    }

    [Theory]
    [InlineData("D4", "DaftarWilayah", "Daftar!$A$1:$A$22")]
    [InlineData("D5", "DaftarBulan", "Daftar!$B$1:$B$12")]
    [InlineData("D6", "DaftarTahun", "Daftar!$C$1:$C$3")]
    public void Region_month_and_year_are_chosen_from_lists(string cell, string list, string range)
    {
        var validation = Validations().Single(each => each.SequenceOfReferences!.InnerText == cell);

        Assert.Equal(DataValidationValues.List, validation.Type?.Value);
        Assert.Equal(list, validation.Formula1?.Text);
        Assert.Equal(range, _document.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Single(name => name.Name == list).Text);
    }

    [Fact]
    public void The_lists_hold_every_region_and_month_on_a_hidden_sheet()
    {
        var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.02")), "Daftar");

        var state = _document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == "Daftar").State;
        Assert.Equal(SheetStateValues.Hidden, state?.Value);
        Assert.Equal(
            ReferenceData.Shipped.Regions.Reporting.Select(region => region.FullName),
            Enumerable.Range(1, 22).Select(row => cells[$"A{row}"]));
        Assert.Equal("Desember", cells["B12"]);
        Assert.Equal([2024d, 2025d, 2026d], Enumerable.Range(1, 3).Select(row => cells[$"C{row}"]));
    }

    [Fact]
    public void A_row_checks_itself_by_the_severity_of_its_indicator()
    {
        var formulas = Sheet("Laporan").Descendants<Cell>()
            .Where(cell => cell.CellFormula is not null)
            .ToDictionary(cell => cell.CellReference!.Value!, cell => cell.CellFormula!.Text);

        Assert.Equal(
            "IF(AND(LEN(E12)=0,LEN(H12)=0),\"Belum diisi\",IF(OR(LEN(E12)=0,LEN(H12)=0),\"Mohon isi kedua angka\","
            + "IF(COUNT(E12,H12)<2,\"Mohon isi dengan angka saja\","
            + "IF(OR(E12<0,E12<>INT(E12)),\"Mohon isi dengan bilangan bulat, 0 atau lebih\","
            + "IF(OR(H12<0,H12<>INT(H12)),\"Mohon isi dengan bilangan bulat, 0 atau lebih\","
            + "IF(AND(H12=0,E12>0),\"Penyebut 0 tetapi pembilang tidak, mohon diperbaiki\","
            + "IF(E12>H12,\"Pembilang melebihi penyebut, mohon diperbaiki\",\"Lengkap\")))))))",
            formulas["I12"]);
        Assert.Contains("\"Lengkap; pembilang melebihi penyebut, mohon diperiksa\"", formulas["I10"], StringComparison.Ordinal);
        Assert.Equal("COUNTIF(I9:I15,\"Lengkap*\")&\" dari 7 indikator lengkap\"", formulas["I4"]);
    }

    [Fact]
    public void Numbers_are_shown_with_points_whatever_the_machine()
    {
        var cell = Sheet("Laporan").Descendants<Cell>().Single(each => each.CellReference == "E9");

        var id = Format(cell).NumberFormatId!.Value;
        var format = Styles().NumberingFormats!.Elements<NumberingFormat>().Single(each => each.NumberFormatId! == id);
        Assert.Equal(@"[>=1000000]0\.000\.000;[>=1000]0\.000;0", format.FormatCode?.Value);
    }

    [Fact]
    public void The_form_prints_on_one_page_A4_landscape_with_head_and_foot()
    {
        var sheet = Sheet("Laporan");

        var setup = sheet.GetFirstChild<PageSetup>();
        Assert.Equal(9u, setup?.PaperSize?.Value);
        Assert.Equal(OrientationValues.Landscape, setup?.Orientation?.Value);
        Assert.Equal((1u, 1u), (setup?.FitToWidth?.Value, setup?.FitToHeight?.Value));
        Assert.True(sheet.SheetProperties?.PageSetupProperties?.FitToPage?.Value);
        Assert.Contains("Dinas Ketenagakerjaan dan Transmigrasi", sheet.GetFirstChild<HeaderFooter>()?.OddHeader?.Text, StringComparison.Ordinal);
        Assert.Contains("Halaman &P dari &N", sheet.GetFirstChild<HeaderFooter>()?.OddFooter?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_fits_a_screen_of_1366_by_768_at_100_percent()
    {
        var sheet = Sheet("Laporan");

        // What Excel's own frame leaves: row numbers and scroll bar; title, ribbon, formula bar, column letters, tabs, task bar.
        const double Width = 1366 - 46;
        const double Height = 768 - 298;
        Assert.InRange(sheet.Descendants<Column>().Where(column => column.Hidden?.Value != true).Sum(column => Math.Round((column.Width! * 7) + 5)), 0, Width);
        Assert.InRange(sheet.Descendants<Row>().Sum(row => row.Height! / 0.75), 0, Height);
        Assert.Equal(100u, sheet.Descendants<SheetView>().Single().ZoomScale?.Value);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State?.Value);
    }

    [Fact]
    public void The_version_stands_at_the_head_and_in_a_property()
    {
        var property = _document.CustomFilePropertiesPart!.Properties!.Elements<CustomDocumentProperty>().Single();

        Assert.Equal("VersiFormulir", property.Name?.Value);
        Assert.Equal("2", property.InnerText);
        Assert.Contains(FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.02")), "Laporan").Values, value => value is "Formulir versi 2");
    }

    private Worksheet Sheet(string name)
    {
        var workbook = _document.WorkbookPart!;
        var sheet = workbook.Workbook!.Descendants<Sheet>().Single(each => each.Name == name);
        return ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }

    private IEnumerable<DataValidation> Validations() => Sheet("Laporan").Descendants<DataValidation>();

    private Stylesheet Styles() => _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;

    private CellFormat Format(Cell cell) => (CellFormat)Styles().CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
}
