using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Regions;
using Renstra.Transform.Tests.Reference;

namespace Renstra.Transform.Tests.Forms;

public sealed class MonthlyFormWriterTests
{
    private const string Report = "Laporan";

    private static readonly IndicatorCode Iku2 = IndicatorCode.Parse("IKU-2");
    private static readonly IndicatorCode Iku4 = IndicatorCode.Parse("IKU-4");

    [Fact]
    public void A_region_that_is_none_is_refused()
    {
        var request = FormFixture.Request("53.99");

        var refusal = Assert.Throws<ArgumentException>(() => FormFixture.Write(request));

        Assert.Contains("53.99", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-12", "KAB")]
    [InlineData("2024-07", "PROV")]
    public void A_form_without_a_single_indicator_is_refused(string month, string holder)
    {
        var request = new FormRequest(RegionCode.Parse("53.02"), ReportingMonth.Parse(month), DataHolder.Parse(holder));

        var refusal = Assert.Throws<ArgumentException>(() => FormFixture.Write(request));

        Assert.Contains(holder, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_number_that_the_form_would_refuse_is_refused(string amount)
    {
        var request = FormFixture.Request("53.02") with
        {
            Amounts = new Dictionary<IndicatorCode, FormAmounts>
            {
                [Iku2] = new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), 10),
            },
        };

        var refusal = Assert.Throws<ArgumentException>(() => FormFixture.Write(request));

        Assert.Contains("IKU-2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_region_has_exactly_the_indicators_that_apply_and_every_month_its_name()
    {
        var reference = ReferenceData.Shipped;
        var wrong = new List<string>();
        foreach (var (place, region) in reference.Regions.Reporting.Index())
        {
            var expected = reference.Indicators.ReportedBy(DataHolder.Region, region.Code, 2024).Select(indicator => indicator.Code.Value);
            var month = new ReportingMonth(2024, (place % 12) + 1);
            var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request(region.Code.Value, month)), Report);

            var codes = cells.Where(cell => cell.Key[0] == 'A' && cell.Value is string text && IndicatorCode.TryParse(text, out _)).Select(cell => (string)cell.Value);
            if (!codes.SequenceEqual(expected)
                || cells.Beside("Kabupaten/Kota") is not string name || name != region.FullName
                || cells.Beside("Bulan") is not string monthName || monthName != ReportingMonth.NameOf(month.Month)
                || cells.Beside("Tahun") is not 2024d)
            {
                wrong.Add($"{region.Code} {month}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_row_says_what_is_counted_over_which_period_and_in_what()
    {
        var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.11")), Report);

        var row = Assert.Single(cells, cell => cell.Value is "IKU-4").Key[1..];
        Assert.Equal("% Perusahaan yang Melaksanakan Norma Kerja", cells[$"B{row}"]);
        Assert.Equal("Perusahaan yang melaksanakan norma kerja", cells[$"C{row}"]);
        Assert.Equal("s.d. bulan ini\nperusahaan", cells[$"D{row}"]);
        Assert.DoesNotContain($"E{row}", cells);
        Assert.Equal("Perusahaan yang ada di Provinsi NTT", cells[$"F{row}"]);
        Assert.Equal("posisi akhir bulan\nperusahaan", cells[$"G{row}"]);
        Assert.DoesNotContain($"H{row}", cells);
    }

    [Fact]
    public void The_columns_are_named()
    {
        var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.11")), Report);

        var row = Assert.Single(cells, cell => cell.Value is "Kode").Key[1..];
        Assert.Equal(
            [
                "Kode", "Indikator",
                "Pembilang (yang dihitung)", "Periode dan satuan", "Angka pembilang",
                "Penyebut (pembandingnya)", "Periode dan satuan", "Angka penyebut",
                "Hasil pemeriksaan",
            ],
            "ABCDEFGHI".Select(column => cells[$"{column}{row}"]));
    }

    [Fact]
    public void A_form_comes_without_numbers_officer_and_date()
    {
        var cells = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.02")), Report);

        Assert.Null(cells.Beside("Nama petugas"));
        Assert.Null(cells.Beside("Tanggal pengisian"));
        Assert.Equal("KAB", cells.Beside("Pemegang data"));
        Assert.Equal(7, cells.Count(cell => cell.Value is "Belum diisi"));
        Assert.Contains(cells, cell => cell.Value is "0 dari 7 indikator lengkap");
    }

    [Fact]
    public void What_is_given_stands_in_its_cells_as_numbers_and_a_date()
    {
        var request = FormFixture.Request("53.02") with
        {
            Officer = "Yohana Nope",
            FilledOn = new DateOnly(2024, 8, 5),
            Amounts = new Dictionary<IndicatorCode, FormAmounts> { [Iku2] = new(1234, 2345), [Iku4] = new(12, 345) },
        };

        var cells = FormFixture.Cells(FormFixture.Write(request), Report);

        var row = cells.Single(cell => cell.Value is "IKU-2").Key[1..];
        Assert.Equal(1234d, cells[$"E{row}"]);
        Assert.Equal(2345d, cells[$"H{row}"]);
        Assert.Equal("Lengkap", cells[$"I{row}"]);
        Assert.Equal("Yohana Nope", cells.Beside("Nama petugas"));
        Assert.Equal(new DateTime(2024, 8, 5), cells.Beside("Tanggal pengisian"));
        Assert.Contains(cells, cell => cell.Value is "2 dari 7 indikator lengkap");
    }

    [Fact]
    public void A_form_has_the_rows_of_its_holder_alone()
    {
        var reference = ReferenceData.Read(ReferenceFiles.Shipped.Replacing(
            "indikator.csv",
            "Norma Kerja,%,Proporsi,Naik,2,KAB",
            "Norma Kerja,%,Proporsi,Naik,2,WASNAKER"));
        var inspectors = new FormRequest(RegionCode.Parse("53.71"), FormFixture.July, DataHolder.Parse("WASNAKER"));

        var ofInspectors = FormFixture.Cells(FormFixture.Write(inspectors, reference), Report);
        var ofRegion = FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.71"), reference), Report);

        Assert.Equal(["IKU-4"], ofInspectors.Values.OfType<string>().Where(text => IndicatorCode.TryParse(text, out _) && text.StartsWith("IKU", StringComparison.Ordinal)));
        Assert.Equal("WASNAKER", ofInspectors.Beside("Pemegang data"));
        Assert.DoesNotContain(ofRegion, cell => cell.Value is "IKU-4");
    }

    [Fact]
    public void An_indicator_without_a_denominator_has_one_cell_that_takes_its_decimals()
    {
        var code = IndicatorCode.Parse("IKK-1");
        var request = new FormRequest(RegionCode.Parse("53"), FormFixture.July, DataHolder.Parse("PROV"))
        {
            Amounts = new Dictionary<IndicatorCode, FormAmounts> { [code] = new(3.17m, null) },
        };

        var cells = FormFixture.Cells(FormFixture.Write(request, ReferenceData.Shipped), Report);

        var row = cells.Single(cell => cell.Value is "IKK-1").Key[1..];
        Assert.Equal(3.17d, cells[$"E{row}"]);
        Assert.Equal("(tanpa penyebut)", cells[$"F{row}"]);
        Assert.Equal("Lengkap", cells[$"I{row}"]);
        Assert.Throws<ArgumentException>(() => FormFixture.Write(
            request with { Amounts = new Dictionary<IndicatorCode, FormAmounts> { [code] = new(3.17m, 1) } }, ReferenceData.Shipped));
    }

    [Fact]
    public void The_provinces_form_is_about_the_province_and_its_yearly_figures()
    {
        var form = FormFixture.Write(new FormRequest(RegionCode.Parse("53"), FormFixture.July, DataHolder.Parse("PROV")));

        var cells = FormFixture.Cells(form, Report);
        var row = cells.Single(cell => cell.Value is "IKK-1").Key[1..];
        Assert.Equal("LAPORAN BULANAN INDIKATOR KINERJA", cells["A1"]);
        Assert.Equal("Provinsi Nusa Tenggara Timur", cells.Beside("Provinsi"));
        Assert.Equal("angka tahun ini\n%", cells[$"D{row}"]);
        Assert.Contains(FormFixture.Cells(form, "Daftar").Values, value => value is "Provinsi Nusa Tenggara Timur");
        Assert.Contains(FormFixture.Cells(form, "Petunjuk").Values.OfType<string>(), text => text.StartsWith("angka tahun ini: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_instructions_name_the_folder_the_deadline_and_what_blank_and_zero_mean()
    {
        var text = string.Join('\n', FormFixture.Cells(FormFixture.Write(FormFixture.Request("53.71")), "Petunjuk").Values);

        Assert.Contains("“53.71 Kota Kupang”", text, StringComparison.Ordinal);
        Assert.Contains("tanggal 10 bulan berikutnya", text, StringComparison.Ordinal);
        Assert.Contains("Semua angka hanya untuk wilayah ini", text, StringComparison.Ordinal);
        Assert.Contains("Kosong berarti belum dilaporkan", text, StringComparison.Ordinal);
        Assert.Contains("Angka 0 berarti sudah dihitung", text, StringComparison.Ordinal);
        Assert.Contains("Peserta pelatihan bersertifikat kompetensi (orang, bulan ini)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IKU-5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        var request = FormFixture.Request("53.18");

        var first = FormFixture.Write(request);
        var second = FormFixture.Write(request);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("53.02", "KAB", "Laporan IKU 53.02 Timor Tengah Selatan 2024-07.xlsx")]
    [InlineData("53.01", "KAB", "Laporan IKU 53.01 Kupang 2024-07.xlsx")]
    [InlineData("53.71", "WASNAKER", "Laporan IKU 53.71 Kota Kupang 2024-07 WASNAKER.xlsx")]
    public void A_file_is_named_after_region_month_and_any_other_holder(string region, string holder, string expected)
    {
        var name = FormFileName.Of(ReferenceData.Shipped.Regions[RegionCode.Parse(region)], FormFixture.July, DataHolder.Parse(holder));

        Assert.Equal(expected, name);
    }
}
