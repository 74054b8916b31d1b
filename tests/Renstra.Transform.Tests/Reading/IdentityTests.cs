using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading;

/// <summary>Whose report it is, and of which month: what is read, what is missing, and what contradicts itself.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("B1", null, "I01 A1")]
    [InlineData("B1", "Surabaya", "I02 B1")]
    [InlineData("B1", "NTT", "I02 B1")]
    [InlineData("B1", "5302", "I07 B1")]
    [InlineData("B1", "53.01 Sumba Barat", "I02 B1")]
    [InlineData("B1", "Sumba Timur", "I05 B1")]
    [InlineData("B2", null, "I03 A2")]
    [InlineData("B2", "Juli", "I03 B2")]
    [InlineData("B2", "2024", "I03 B2")]
    [InlineData("B2", "Julai 2024", "I04 B2")]
    [InlineData("B2", "13/2024", "I04 B2")]
    [InlineData("B2", "Triwulan II 2024", "I04 B2", "T10 C5", "T10 D5", "T10 C6", "T10 D6")]
    public void An_identity_that_cannot_be_told_makes_no_report_and_is_named_by_its_cell(string address, string? content, params string[] findings)
    {
        var reading = Submissions.Read(Grid.Report().With(address, content));

        Assert.Equal(findings, Submissions.FindingsOf(reading));
        Assert.Empty(reading.Reports);
        Assert.Null(reading.Findings[0].Report);
        Assert.Equal(Verdict.Dikembalikan, reading.Verdict);
    }

    [Fact]
    public void Nothing_said_of_region_and_month_is_two_findings()
    {
        var reading = Submissions.Read(Grid.Report().Without(1).Without(2));

        Assert.Equal(["I01", "I03"], Submissions.FindingsOf(reading));
    }

    [Theory]
    [InlineData("Desember 2023")]
    [InlineData("Juli 2023")]
    [InlineData("September 2024")]
    [InlineData("Juli 2042")]
    public void A_month_that_cannot_be_reported_about_returns_its_report(string month)
    {
        var reading = Submissions.Read(Grid.Report().With("B2", month));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(FindingCodes.MonthWrong, finding.Code);
        Assert.Equal(reading.Reports.Single().Key, finding.Report);
        Assert.False(reading.Reports.Single().IsAccepted);
    }

    [Theory]
    [InlineData("Januari 2024")]
    [InlineData("Agustus 2024")]
    public void The_first_month_and_the_one_that_is_running_can_be_reported_about(string month)
    {
        var reading = Submissions.Read(Grid.Report().With("B2", month));

        Assert.Empty(reading.Findings);
        Assert.Equal(month, reading.Reports.Single().Key.Month.IndonesianName);
    }

    [Fact]
    public void The_month_begins_in_WITA()
    {
        var newYear = new DateTimeOffset(2024, 8, 31, 16, 0, 0, TimeSpan.Zero);
        var report = new Renstra.Transform.Workbooks.Workbook(Renstra.Transform.Workbooks.FileFormat.Xlsx, [Grid.Report().With("B2", "September 2024")]);

        var before = Submissions.Reader().Read(report, Submissions.Source("53.02", "a.xlsx") with { SubmittedAt = newYear.AddSeconds(-1) });
        var after = Submissions.Reader().Read(report, Submissions.Source("53.02", "a.xlsx") with { SubmittedAt = newYear });

        Assert.Equal(Verdict.Dikembalikan, before.Verdict);
        Assert.Equal(Verdict.Diterima, after.Verdict);
    }

    [Theory]
    [InlineData("Laporan Juni 2024.xlsx", "I06")]
    [InlineData("Laporan 2023-07.xlsx", "I06")]
    [InlineData("Laporan Belu.xlsx", "I08")]
    [InlineData("Laporan Kota Kupang Juni.xlsx", "I08 I06")]
    [InlineData("Laporan TTS Juli 2024.xlsx", "")]
    [InlineData("Laporan Juli 2024, dikirim 5 Agustus 2024.xlsx", "")]
    [InlineData("2024-08-05 laporan.xlsx", "")]
    [InlineData("laporan (2).xlsx", "")]
    public void A_file_name_that_says_otherwise_returns_everything(string fileName, string findings)
    {
        var reading = Submissions.Read(Submissions.Tts, fileName, Grid.Report());

        Assert.Equal(findings.Split(' ', StringSplitOptions.RemoveEmptyEntries), Submissions.FindingsOf(reading));
        Assert.Equal(findings.Length == 0, reading.Reports.Single().IsAccepted);
    }

    [Fact]
    public void A_letterhead_of_another_kabupaten_is_a_contradiction()
    {
        var reading = Submissions.Read(Grid.Report().Row(3, "DINAS NAKERTRANS KABUPATEN MALAKA"));

        Assert.Equal(["I08 A3"], Submissions.FindingsOf(reading));
        Assert.Empty(reading.Reports);
    }

    [Fact]
    public void A_title_of_another_month_is_a_contradiction()
    {
        var reading = Submissions.Read(Grid.Report().Row(3, "LAPORAN BULAN JUNI 2024"));

        Assert.Equal(["I06 A3"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void Month_and_year_that_contradict_each_other_are_a_contradiction()
    {
        var reading = Submissions.Read(Grid.Report().Row(3, "Tahun", 2023));

        Assert.Equal(["I06 B3"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_sheet_named_after_another_month_is_a_contradiction()
    {
        var reading = Submissions.Read(new Grid("Mei").Row(1, "Kabupaten", "TTS").Row(2, "Bulan", "Juli 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5));

        Assert.Equal(["I06 A1"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void A_cover_sheet_that_says_otherwise_returns_everything()
    {
        var cover = new Grid("Sampul").Row(1, "Kabupaten/Kota", "Belu").Row(2, "Bulan", "Juni 2024");

        var reading = Submissions.Read(cover, Grid.Report());

        Assert.Equal(["I08 B1", "I06 B2"], Submissions.FindingsOf(reading));
        Assert.False(reading.Reports.Single().IsAccepted);
    }

    [Theory]
    [InlineData("Kabupaten", "53.01")]
    [InlineData("Kota", "53.71")]
    public void A_bare_Kupang_is_told_by_its_label(string label, string folder)
    {
        var reading = Submissions.Read(folder, "laporan.xlsx", Grid.Report().Row(1, label, "Kupang"));

        Assert.Equal(folder, reading.Reports.Single().Key.Region.Value);
    }

    [Theory]
    [InlineData("53.01", "Kabupaten Kupang")]
    [InlineData("53.71", "Kota Kupang")]
    [InlineData(null, "Kabupaten Kupang")]
    public void A_bare_Kupang_is_not_told_by_the_folder_that_it_has_to_agree_with(string? folder, string suggested)
    {
        var reading = Submissions.Read(folder, "laporan.xlsx", Grid.Report().With("B1", "Kupang"));

        Assert.Equal(["I07 B1"], Submissions.FindingsOf(reading));
        Assert.Contains("Kabupaten Kupang atau Kota Kupang", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains($"misalnya “{suggested}”", reading.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letterhead_tells_which_Kupang_is_meant()
    {
        var reading = Submissions.Read("53.71", "laporan.xlsx", Grid.Report().With("B1", "Kupang").Row(3, "PEMERINTAH KOTA KUPANG"));

        Assert.Equal("53.71", reading.Reports.Single().Key.Region.Value);
    }

    [Fact]
    public void A_misspelt_region_is_asked_after()
    {
        var reading = Submissions.Read(Grid.Report().With("B1", "Timor Tengah Slatan"));

        Assert.Equal("Sel B1 (lembar Laporan): “Timor Tengah Slatan” bukan nama atau kode kabupaten/kota di NTT. Apakah maksudnya Kabupaten Timor Tengah Selatan? Mohon perbaiki penulisannya.", reading.Findings[0].Message);
    }

    [Theory]
    [InlineData("Kabupaten Manggarai Tmur", "Kabupaten Manggarai Timur")]
    [InlineData("Kab. Sumba Barat Dya", "Kabupaten Sumba Barat Daya")]
    public void A_misspelt_region_is_not_the_one_whose_name_is_left_of_it(string name, string meant)
    {
        var labelled = Submissions.Read("53", "laporan.xlsx", Grid.Report().With("B1", name));
        var titled = Submissions.Read("53", "laporan.xlsx", Grid.Report().With("B1", null).With("A1", $"PEMERINTAH {name}"));

        Assert.Equal(["I02 B1"], Submissions.FindingsOf(labelled));
        Assert.Equal(["I02 A1"], Submissions.FindingsOf(titled));
        Assert.Contains($"Apakah maksudnya {meant}?", labelled.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains($"Apakah maksudnya {meant}?", titled.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kabupaten Manggarai (Ruteng)", "53.10")]
    [InlineData("Kabupaten Sumba Barat, Waikabubak", "53.12")]
    public void What_else_stands_behind_a_regions_name_does_not_matter(string name, string expected)
    {
        var reading = Submissions.Read("53", "laporan.xlsx", Grid.Report().With("B1", name));

        Assert.Equal(expected, reading.Reports.Single().Key.Region.Value);
    }

    [Fact]
    public void A_month_that_only_the_sheets_name_tells_is_said_to_stand_in_its_name()
    {
        var reading = Submissions.Read(Grid.Report("JULI").With("A2", null).With("B2", null));

        Assert.Equal("Nama lembar: “JULI” belum menyebut tahunnya. Mohon tulis bulan dan tahun, misalnya “Juli 2024”.", reading.Findings[0].Message);
    }

    [Fact]
    public void Two_months_in_one_title_are_not_said_to_contradict_the_title()
    {
        var reading = Submissions.Read(Grid.Report().With("A2", null).With("B2", null).With("A3", "LAPORAN BULAN JUNI 2024 DAN BULAN JULI 2024"));

        Assert.Equal(["I04 A3"], Submissions.FindingsOf(reading));
    }

    [Fact]
    public void Two_titles_of_different_regions_contradict_each_other()
    {
        var reading = Submissions.Read(Grid.Report().With("A1", "PEMERINTAH KABUPATEN TIMOR TENGAH SELATAN").With("B1", null).Row(3, "KABUPATEN MALAKA"));

        Assert.Equal("Sel A3 (lembar Laporan) menyebut “KABUPATEN MALAKA”, sedangkan sel A1 menyebut “PEMERINTAH KABUPATEN TIMOR TENGAH SELATAN”. Mohon perbaiki yang keliru, sehingga keduanya menyebut kabupaten/kota yang sama.", reading.Findings.Single().Message);
    }

    [Theory]
    [InlineData("Catatan: termasuk pencari kerja asal Kabupaten Ende")]
    [InlineData("Sumber: Kabupaten Ende dan Kota Kupang")]
    [InlineData("NB. data Kab. Belu menyusul")]
    public void A_note_tells_of_other_regions(string note)
    {
        var reading = Submissions.Read(Grid.Report().Row(3, note));

        Assert.Equal(Verdict.Diterima, reading.Verdict);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_note_about_the_report_is_about_the_report()
    {
        Assert.Equal(["I08 A3"], Submissions.FindingsOf(Submissions.Read(Grid.Report().Row(3, "Catatan: laporan Kabupaten Ende"))));
    }

    [Fact]
    public void Months_that_contradict_each_other_are_said_to_be_hidden_where_they_are()
    {
        var reading = Submissions.Read(Grid.Report("JUNI").HideRow(2));

        Assert.Contains("sel B2 (tersembunyi; tampilkan barisnya atau kolomnya dengan Unhide) menyebut “Juli 2024”", reading.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_letter_is_sent_to_is_not_what_it_is_about()
    {
        var reading = Submissions.Read(Grid.Report().With("A1", "PEMERINTAH KABUPATEN TIMOR TENGAH SELATAN").With("B1", null).Row(3, "Kepada Yth. Kepala Dinas Nakertrans di Kota Kupang"));

        Assert.Empty(reading.Findings);
    }
}
