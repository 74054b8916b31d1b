using Renstra.Testing;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Spectre.Console;

namespace Renstra.LocalHost.Tests;

public sealed class FormsJobTests : IDisposable
{
    private const string InspectorsHoldIku4 = "% Perusahaan yang Melaksanakan Norma Kerja,%,Proporsi,Naik,2,WAS,";

    private static readonly ReportingMonth August = ReportingMonth.Parse("2024-08");

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void Every_region_finds_its_form_in_its_folder_and_the_province_its_own()
    {
        Run(ReferenceData.Shipped);

        Assert.Equal(23, Directory.GetDirectories(_folder.Path).Length);
        Assert.Equal(23, Forms("*").Count);
        Assert.Equal(["Laporan IKU 53.02 Timor Tengah Selatan 2024-08.xlsx"], Forms("53.02 Timor Tengah Selatan"));
        Assert.Equal(["Laporan IKU 53 Nusa Tenggara Timur 2024-08 PROV.xlsx"], Forms("53 Provinsi"));
    }

    [Fact]
    public void What_a_unit_of_the_province_reports_about_the_regions_is_asked_for_in_the_provinces_folder()
    {
        Run(Overridden("indikator.csv", InspectorsHoldIku4));

        Assert.Single(Forms("53.02 Timor Tengah Selatan"));
        Assert.Equal(22 + 1, Forms("53 Provinsi").Count);
        Assert.Contains("Laporan IKU 53.02 Timor Tengah Selatan 2024-08 WAS.xlsx", Forms("53 Provinsi"));
    }

    [Fact]
    public void A_form_that_someone_has_begun_to_fill_in_stays_as_it_is()
    {
        Run(ReferenceData.Shipped);
        var begun = Directory.GetFiles(_folder.Path, "*53.08*.xlsx", SearchOption.AllDirectories).Single();
        File.WriteAllText(begun, "begun");

        Run(ReferenceData.Shipped);

        Assert.Equal("begun", File.ReadAllText(begun));
        Assert.Contains("0 forms of 2024-08 written", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_files_that_cannot_be_used_are_refused_with_every_reason()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "target.csv"), "Indikator\nIKU-1");
        File.WriteAllText(Path.Combine(_folder.Path, "aturan.csv"), "Kode\nN01");

        var refusal = Assert.Throws<CannotStartException>(() => ReferenceFolder.Read(_folder.Path));

        Assert.Contains("target.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("aturan.csv", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_overrides_none_is_refused_and_not_passed_over()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "targets.csv"), "");

        var refusal = Assert.Throws<CannotStartException>(() => ReferenceFolder.Read(_folder.Path));

        Assert.Contains("targets.csv is no reference file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing() =>
        Assert.Throws<CannotStartException>(() => ReferenceFolder.Read(Path.Combine(_folder.Path, "tidak ada")));

    private void Run(ReferenceData reference)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 400;
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, new FormsJob(console, reference).Run(August, _folder.Path));
    }

    /// <summary>The reference data with a line changed, as a folder of overriding files gives them.</summary>
    private static ReferenceData Overridden(string file, string text)
    {
        using var overrides = new TemporaryFolder();
        var shipped = ReferenceFiles.Shipped[file];
        var old = text.Replace(",WAS,", ",KAB,", StringComparison.Ordinal);
        Assert.Contains(old, shipped, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(overrides.Path, file), shipped.Replace(old, text, StringComparison.Ordinal));
        return ReferenceFolder.Read(overrides.Path);
    }

    private List<string> Forms(string folder) =>
        [.. Directory.GetDirectories(_folder.Path, folder).SelectMany(Directory.GetFiles).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
