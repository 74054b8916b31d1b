using System.Globalization;
using System.Text;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>
/// Breakdowns (Rincian) as offices give them: read with the cell of every part where it is clear what they break down, and never taken
/// for a whole or for another indicator.
/// </summary>
public sealed class BreakdownTests
{
    /// <summary>Every way of saying that of 2 placed one went by AKL and one by AKAN.</summary>
    public static TheoryData<string> Styles => [.. AllStyles.Keys];

    public static readonly IReadOnlyList<string> PlacedByWay =
        ["IKU-2 Pembilang AKL 1", "IKU-2 Pembilang AKAD 0", "IKU-2 Pembilang AKAN 1", "IKU-2 Pembilang Pelatihan 0"];

    internal static IReadOnlyDictionary<string, Func<Grid[]>> AllStyles { get; } = new Dictionary<string, Func<Grid[]>>
    {
        ["baris di bawah indikatornya"] = () => [SideBySide(IKU2: 2, ["AKL", 1], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0])],
        ["huruf daftar dan kepanjangannya"] = () => [SideBySide(IKU2: 2,
            ["a. Antar Kerja Lokal (AKL)", 1], ["b. Antar Kerja Antar Daerah (AKAD)", 0], ["c. Antar Kerja Antar Negara (AKAN)", 1], ["d. Lulusan pelatihan kerja yang terserap di pasar kerja", 0])],
        ["salah ketik"] = () => [SideBySide(IKU2: 2, ["- Penempatan AKL", 1], ["- Antar Kerja Antar Daearh", 0], ["- melalui AKAN", 1], ["- peserta pelatihan yg terserap", 0])],
        ["baris di atas indikatornya"] = () => [Identified()
            .Row(4, "No", "Indikator", "Pembilang", "Penyebut")
            .Row(5, null, "AKL", 1).Row(6, null, "AKAD", 0).Row(7, null, "AKAN", 1).Row(8, null, "Peserta pelatihan yang terserap", 0)
            .Rows(9, 1, 1, Plain).Rows(10, 0, 1, Plain).Rows(11, 2, 5, Plain)],
        ["di bawah penyebut"] = () => [Stacked(
            ["Pencari kerja terdaftar yang ditempatkan", 2], ["Pencari kerja terdaftar", 20], ["AKL", 1], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0])],
        ["di bawah pembilang"] = () => [Stacked(
            ["Pencari kerja terdaftar yang ditempatkan", 2], ["1) AKL", 1], ["2) AKAD", 0], ["3) AKAN", 1], ["4) Peserta pelatihan yang terserap", 0], ["Pencari kerja terdaftar", 20])],
        ["kolom rincian, kode berulang"] = () => [Identified()
            .Row(4, "Kode", "Rincian", "Pembilang", "Penyebut")
            .Rows(5, (code, _, numerator, denominator) => [code, code == "IKU-2" ? "Jumlah" : null, numerator, denominator])
            .Row(12, "IKU-2", "AKL", 1).Row(13, "IKU-2", "AKAD", 0).Row(14, "IKU-2", "AKAN", 1).Row(15, "IKU-2", "Pelatihan", 0)
            .With("B15", "Eks peserta pelatihan")],
        ["lembar tersendiri"] = () => [Grid.Report(), new Grid("Penempatan")
            .Row(1, "Kode", "Rincian", "Jumlah")
            .Row(2, "IKU-2", "AKL", 1).Row(3, "IKU-2", "AKAD", 0).Row(4, "IKU-2", "AKAN", 1).Row(5, "IKU-2", "Peserta pelatihan yang terserap", 0)],
        ["tabel kedua di bawahnya"] = () => [Grid.Report()
            .Row(13, "Kode", "Uraian", "Pembilang")
            .Row(14, "IKU-2", "AKL", 1).Row(15, "IKU-2", "AKAD", 0).Row(16, "IKU-2", "AKAN", 1).Row(17, "IKU-2", "Peserta pelatihan yang terserap", 0)],
        ["kolom tersendiri"] = () => [Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut", "AKL", "AKAD", "AKAN", "Eks Peserta Pelatihan")
            .Rows(5, (code, name, numerator, denominator) => code == "IKU-2" ? [code, name, numerator, denominator, 1, 0, 1, 0] : [code, name, numerator, denominator])],
        ["indikator digabung ke bawah"] = () => [Identified()
            .Row(4, "No", "Indikator", "Komponen", "Rincian Penempatan", "Jumlah")
            .Row(5, 2, "% Besaran Pencari Kerja Terdaftar yang Ditempatkan", "Pencari kerja yang ditempatkan", "AKL", 1)
            .Row(6, null, null, null, "AKAD", 0).Row(7, null, null, null, "AKAN", 1).Row(8, null, null, null, "Peserta pelatihan yang terserap", 0)
            .Row(9, null, null, null, "Jumlah", 2).Row(10, null, null, "Pencari kerja terdaftar", null, 20)
            .Merge("A5", "A10").Merge("B5", "B10").Merge("C5", "C9")
            .Components(11, (number, component, amount) => [number, null, component.Name, null, amount]).Without(13).Without(14)],
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_breakdown_is_read_beside_the_whole_and_changes_nothing_about_it(string style)
    {
        var reading = Submissions.Read([.. AllStyles[style]().Select(grid => grid.Build())]);

        Assert.Empty(reading.Findings.Select(finding => finding.Message));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(PlacedByWay, Submissions.PartsOf(reading));
    }

    [Fact]
    public void Every_part_is_followed_back_to_its_cell_and_what_stands_in_it()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", "1 orang"], ["AKAD", 0], ["AKAN", 1], ["Peserta pelatihan yang terserap", "nihil"]));

        var parts = reading.Reports.Single().Figures.Single(figure => figure.Indicator.Value == "IKU-2").Parts;
        Assert.Equal(["C7 1 orang", "C8 0", "C9 1", "C10 nihil"], parts.Select(part => $"{part.Amount.Location.Cell} {part.Amount.Raw}"));
        Assert.All(parts, part => Assert.Equal(("Penempatan", "Laporan"), (part.Dimension, part.Amount.Location.Sheet)));
    }

    [Fact]
    public void Both_components_are_broken_down_in_one_row_and_by_two_dimensions()
    {
        var grid = SideBySide(IKU2: 2,
            ["AKL", 0], ["AKAD", 0], ["AKAN", 2], ["Peserta pelatihan yang terserap", 0],
            ["Laki-laki", 1, 12], ["Perempuan", 1, 8], ["Di antaranya penyandang disabilitas", 0, 3]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings.Select(finding => finding.Message));
        Assert.Equal(
            [
                "IKU-2 Pembilang AKL 0", "IKU-2 Pembilang AKAD 0", "IKU-2 Pembilang AKAN 2", "IKU-2 Pembilang Pelatihan 0",
                "IKU-2 Pembilang LakiLaki 1", "IKU-2 Pembilang Perempuan 1", "IKU-2 Pembilang Disabilitas 0",
                "IKU-2 Penyebut LakiLaki 12", "IKU-2 Penyebut Perempuan 8", "IKU-2 Penyebut Disabilitas 3",
            ],
            Submissions.PartsOf(reading));
    }

    [Fact]
    public void Columns_for_men_and_women_break_down_each_component()
    {
        var grid = Identified()
            .Row(4, "No", "Indikator", "Pembilang", null, null, "Penyebut", null, null).Merge("C4", "E4").Merge("F4", "H4")
            .Row(5, null, null, "L", "P", "Jumlah", "L", "P", "Jumlah")
            .Rows(6, (code, name, numerator, denominator) => [code, name, numerator - 1, 1, numerator, denominator - 2, 2, denominator]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(
            [
                "IKU-1 Pembilang LakiLaki 0", "IKU-1 Pembilang Perempuan 1", "IKU-1 Penyebut LakiLaki 8", "IKU-1 Penyebut Perempuan 2",
                "IKU-2 Pembilang LakiLaki 1", "IKU-2 Pembilang Perempuan 1", "IKU-2 Penyebut LakiLaki 18", "IKU-2 Penyebut Perempuan 2",
            ],
            Submissions.PartsOf(reading));
    }

    [Theory]
    [InlineData("Laki-laki (orang)", "Perempuan (orang)")]
    [InlineData("Pria", "Wanita")]
    [InlineData("LK", "PR")]
    public void Columns_without_a_group_heading_belong_to_the_component_beside_them(string men, string women)
    {
        var before = Identified().Row(4, "Kode", men, women, "Pembilang", men, women, "Penyebut")
            .Rows(5, (code, _, numerator, denominator) => [code, 0, numerator, numerator, 1, denominator - 1, denominator]);
        var behind = Identified().Row(4, "Kode", "Pembilang", men, women, "Penyebut", men, women)
            .Rows(5, (code, _, numerator, denominator) => [code, numerator, 0, numerator, denominator, 1, denominator - 1]);

        var readings = new[] { Submissions.Read(before), Submissions.Read(behind) };

        Assert.All(readings, reading =>
        {
            Assert.Empty(reading.Findings);
            Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
            Assert.Contains("IKU-1 Pembilang Perempuan 1", Submissions.PartsOf(reading));
            Assert.Contains("IKU-2 Penyebut LakiLaki 1", Submissions.PartsOf(reading));
        });
    }

    [Fact]
    public void Men_and_women_below_each_component_break_down_the_one_above_them()
    {
        var grid = Stacked(
            ["Pencari kerja terdaftar yang ditempatkan", 2], ["L", 0], ["P", 2], ["Pencari kerja terdaftar", 20], ["L", 15], ["P", 5]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(
            ["IKU-2 Pembilang LakiLaki 0", "IKU-2 Pembilang Perempuan 2", "IKU-2 Penyebut LakiLaki 15", "IKU-2 Penyebut Perempuan 5"],
            Submissions.PartsOf(reading));
    }

    [Fact]
    public void A_row_that_names_the_component_and_the_part_is_about_that_part_wherever_it_stands()
    {
        var grid = Stacked(
            ["Pencari kerja terdaftar yang ditempatkan", 2], ["Pencari kerja terdaftar", 20],
            ["Jumlah pencari kerja terdaftar (laki-laki)", 15], ["Jumlah pencari kerja terdaftar (perempuan)", 5]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["IKU-2 Penyebut LakiLaki 15", "IKU-2 Penyebut Perempuan 5"], Submissions.PartsOf(reading));
        Assert.Contains("53.02 2024-07 KAB IKU-2 2/20", Submissions.FiguresOf(reading));
    }

    [Fact]
    public void A_flat_list_from_another_system_has_its_breakdown_in_a_column()
    {
        var text = new StringBuilder("Kode Wilayah;Tahun;Bulan;Kode Indikator;Rincian;Pembilang;Penyebut\n");
        foreach (var (indicator, at) in Submissions.IndicatorsOfTts.Select((indicator, at) => (indicator, at + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"53.02;2024;7;{indicator.Code};;{at};{10 * at}\n");
        }

        text.Append("53.02;2024;7;IKU-1;Laki-laki;1;4\n53.02;2024;7;IKU-1;Perempuan;0;6\n");

        var reading = Submissions.Read(Encoding.UTF8.GetBytes(text.ToString()), fileName: "ekspor.csv");

        Assert.Empty(reading.Findings.Select(finding => finding.Message));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(
            ["IKU-1 Pembilang LakiLaki 1", "IKU-1 Pembilang Perempuan 0", "IKU-1 Penyebut LakiLaki 4", "IKU-1 Penyebut Perempuan 6"],
            Submissions.PartsOf(reading));
    }

    [Fact]
    public void Of_a_month_beside_the_year_to_date_the_parts_of_the_month_are_read()
    {
        var grid = Identified()
            .Row(4, "No", "Uraian", "Bulan Ini", "s.d. Bulan Ini")
            .Row(5, 2, "Pencari kerja terdaftar yang ditempatkan", 2, 70)
            .Row(6, null, "AKL", 1, 10).Row(7, null, "AKAD", 0, 20).Row(8, null, "AKAN", 1, 30).Row(9, null, "Peserta pelatihan yang terserap", 0, 10)
            .Row(10, 3, "Pencari kerja terdaftar", 20, 200)
            .Components(11, (number, component, amount) => [number, component.Name, amount, amount]).Without(13).Without(14);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(PlacedByWay, Submissions.PartsOf(reading));
    }

    [Fact]
    public void A_part_that_the_component_does_not_have_is_not_read_and_named()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL", 1, 20], ["AKAD", 0, 20], ["AKAN", 1], ["Peserta pelatihan yang terserap", 0]));

        Assert.Equal(["R05 D7", "R05 D8"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Equal(PlacedByWay, Submissions.PartsOf(reading));
    }

    [Fact]
    public void Men_and_women_of_which_component_is_not_clear_are_not_read_and_named()
    {
        var below = Grid.Report().Row(12, null, "Laki-laki", 5).Row(13, null, "Perempuan", 6);
        var crossed = Identified().Row(4, "No", "Uraian", "Jenis Kelamin", "Jumlah")
            .Components(5, (number, component, amount) => [number, component.Name, null, amount])
            .Row(19, null, "AKL", "Laki-laki", 1).Row(20, null, "AKL", "Perempuan", 1);

        Assert.Equal(["R05 B12", "R05 B13"], Submissions.FindingsOf(Submissions.Read(below)));
        Assert.Equal(["R05 B19", "R05 B20"], Submissions.FindingsOf(Submissions.Read(crossed)));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(Submissions.Read(below)));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(Submissions.Read(crossed)));
    }

    [Fact]
    public void Columns_of_which_component_is_not_clear_are_not_read_and_named()
    {
        var grid = Identified().Row(4, "Kode", "Pembilang", "Penyebut", "L", "P")
            .Rows(5, (code, _, numerator, denominator) => [code, numerator, denominator, numerator, 0]);

        var reading = Submissions.Read(grid);

        Assert.Equal(["R05 D4", "R05 E4"], Submissions.FindingsOf(reading));
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Empty(Submissions.PartsOf(reading));
    }

    [Fact]
    public void Columns_that_name_component_and_part_are_read_as_findings_advise()
    {
        var grid = Identified().Row(4, "Kode", "Pembilang", "Penyebut", "Pembilang: Laki-laki", "Pembilang: Perempuan (orang)")
            .Rows(5, (code, _, numerator, denominator) => [code, numerator, denominator, numerator, 0]);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(Submissions.FiguresOfReport, Submissions.FiguresOf(reading));
        Assert.Equal(
            ["IKU-1 Pembilang LakiLaki 1", "IKU-1 Pembilang Perempuan 0", "IKU-2 Pembilang LakiLaki 2", "IKU-2 Pembilang Perempuan 0"],
            Submissions.PartsOf(reading));
    }

    [Fact]
    public void Parts_without_a_number_are_no_breakdown()
    {
        var reading = Submissions.Read(SideBySide(IKU2: 2, ["AKL"], ["AKAD", "-"], ["AKAN"], ["Peserta pelatihan yang terserap"]));

        Assert.Empty(reading.Findings);
        Assert.Empty(Submissions.PartsOf(reading));
    }

    [Fact]
    public void A_list_on_another_sheet_that_names_no_indicator_is_somebody_elses()
    {
        var other = new Grid("Pegawai").Row(1, "No", "Uraian", "Jumlah").Row(2, 1, "Laki-laki", 7).Row(3, 2, "Perempuan", 4).Row(4, 3, "AKAN", 5);

        var reading = Submissions.Read(Grid.Report(), other);

        Assert.Empty(reading.Findings);
        Assert.Empty(Submissions.PartsOf(reading));
    }

    [Fact]
    public void A_breakdown_on_a_sheet_of_its_own_beside_two_months_is_not_guessed_at()
    {
        Sheet Month(string name, string month) => new Grid(name).Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", month)
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5);
        var breakdown = new Grid("Rincian").Row(1, "Kode", "Rincian", "Pembilang").Row(2, "IKU-2", "AKL", 2);

        var reading = Submissions.Read(Month("Juni", "Juni 2024"), Month("Juli", "Juli 2024"), breakdown);

        Assert.Equal(["R05 B2"], Submissions.FindingsOf(reading));
        Assert.Equal(Verdict.Diterima, reading.Verdict);
    }

    [Fact]
    public void Breakdowns_of_several_months_in_columns_belong_to_their_months()
    {
        var grid = new Grid()
            .Row(1, "Kabupaten", "TTS")
            .Row(3, "No", "Uraian", "Juni 2024", "Juli 2024")
            .Row(4, 2, "Pencari kerja terdaftar yang ditempatkan", 5, 2)
            .Row(5, null, "AKL", 1, 1).Row(6, null, "AKAD", 3, 0).Row(7, null, "AKAN", 1, 1).Row(8, null, "Peserta pelatihan yang terserap", 0, 0)
            .Row(9, 3, "Pencari kerja terdaftar", 20, 20)
            .Components(10, (number, component, amount) => [number, component.Name, amount, amount]).Without(12).Without(13);

        var reading = Submissions.Read(grid);

        Assert.Empty(reading.Findings);
        Assert.Equal(["1 3 1 0", "1 0 1 0"], reading.Reports.Select(report => string.Join(
            ' ', report.Figures.SelectMany(figure => figure.Parts).Select(part => part.Amount.Amount.ToString(CultureInfo.InvariantCulture)))));
    }

    [Fact]
    public void Breakdowns_of_several_regions_belong_to_the_region_of_the_row_above()
    {
        var grid = new Grid()
            .Row(1, "Bulan", "Juli 2024")
            .Row(3, "Kabupaten/Kota", "Kode", "Rincian", "Pembilang", "Penyebut");
        var row = 4;
        foreach (var region in new[] { "TTS", "Kabupaten Kupang" })
        {
            foreach (var (indicator, number) in Submissions.IndicatorsOfTts.Select((indicator, at) => (indicator, at + 1)))
            {
                grid.Row(row++, region, indicator.Code.Value, null, number, 10 * number);
                if (number == 1)
                {
                    grid.Row(row++, null, null, "Laki-laki", region == "TTS" ? 1 : 0, 5).Row(row++, null, null, "Perempuan", region == "TTS" ? 0 : 1, 5);
                }
            }
        }

        var reading = Submissions.Read(null, "rekap.xlsx", grid);

        Assert.Empty(reading.Findings.Where(finding => finding.Severity == Severity.Kesalahan).Select(finding => finding.Message));
        Assert.Equal(["53.01 0 1 5 5", "53.02 1 0 5 5"], reading.Reports.Select(report => $"{report.Key.Region} " + string.Join(
            ' ', report.Figures.SelectMany(figure => figure.Parts).Select(part => part.Amount.Amount.ToString(CultureInfo.InvariantCulture)))));
    }

    internal static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    internal static object?[] Plain(string code, string name, int numerator, int denominator) => [code, name, numerator, denominator];

    /// <summary>The plain report, with IKU-2 in row 6 and rows of parts from row 7 on: their name, and what stands under Pembilang and Penyebut.</summary>
    internal static Grid SideBySide(int? IKU2, params object?[][] parts)
    {
        var grid = Identified().Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, 0, 2, Plain);
        if (IKU2 is null)
        {
            grid.With("C6", null).With("D6", null);
        }

        for (var at = 0; at < parts.Length; at++)
        {
            grid.Row(7 + at, [null, .. parts[at]]);
        }

        return grid.Rows(7 + parts.Length, 2, 5, Plain);
    }

    /// <summary>Components one under another, those of IKU-2 as given.</summary>
    internal static Grid Stacked(params object?[][] rows)
    {
        var grid = Identified().Row(4, "No", "Uraian", "Jumlah").Components(5, (_, component, amount) => [null, component.Name, amount]).Without(7).Without(8);
        for (var at = 0; at < rows.Length; at++)
        {
            grid.Row(19 + at, [null, .. rows[at]]);
        }

        return grid;
    }
}
