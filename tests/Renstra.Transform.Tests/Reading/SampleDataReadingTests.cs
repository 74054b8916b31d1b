using System.Globalization;
using Renstra.Transform.Reading;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Forms;

namespace Renstra.Transform.Tests.Reading;

/// <summary>A whole year of files as offices sent them, read and compared with what the sample data say of each.</summary>
public sealed class SampleDataReadingTests
{
    private static readonly SubmissionReader Reader = Submissions.Reader();

    [Fact]
    public void Every_file_is_accepted_or_returned_for_the_mistakes_that_were_put_into_it()
    {
        var sent = SampleFolder.Table("pengiriman.csv");

        var wrong = sent
            .Select(row => (Row: row, Reading: Read(row)))
            .Select(file => (Expected: $"{file.Row["Berkas"]} {file.Row["Putusan"]} {file.Row["KodeKesalahan"]}", Actual: $"{file.Row["Berkas"]} {VerdictOf(file.Reading)} {MistakesOf(file.Reading)}"))
            .Where(file => file.Expected != file.Actual);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Of_the_files_that_stand_every_figure_is_the_true_one()
    {
        var truth = SampleFolder.Table("kebenaran.csv");

        var read = SampleFolder.Table("pengiriman.csv")
            .Where(row => row["Putusan"] == "DITERIMA")
            .SelectMany(row => Read(row).Reports)
            .GroupBy(report => report.Key)
            .Select(reports => reports.Last())
            .SelectMany(report => report.Figures.Select(figure => string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Key.Month},{report.Key.Region},{figure.Indicator},{figure.Numerator.Amount},{figure.Denominator!.Amount}")));

        Assert.Equal(
            truth.Select(row => $"{row["Bulan"]},{row["KodeWilayah"]},{row["Indikator"]},{row["Pembilang"]},{row["Penyebut"]}").Order(StringComparer.Ordinal),
            read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_the_files_that_stand_every_part_of_a_breakdown_is_the_true_one()
    {
        var truth = SampleFolder.Table("kebenaran-rincian.csv");

        var read =
            from reports in SampleFolder.Table("pengiriman.csv").Where(row => row["Putusan"] == "DITERIMA").SelectMany(row => Read(row).Reports).GroupBy(report => report.Key)
            let report = reports.Last()
            from figure in report.Figures
            from part in figure.Parts
            select string.Create(CultureInfo.InvariantCulture, $"{report.Key.Month},{report.Key.Region},{figure.Indicator},{part.Role},{part.Part},{part.Amount.Amount}");

        Assert.NotEmpty(truth);
        Assert.Equal(
            truth.Select(row => $"{row["Bulan"]},{row["KodeWilayah"]},{row["Indikator"]},{row["Peran"]},{row["Bagian"]},{row["Jumlah"]}").Order(StringComparer.Ordinal),
            read.Order(StringComparer.Ordinal));
    }

    private static SubmissionReading Read(IReadOnlyDictionary<string, string> row)
    {
        var folder = RegionCode.Parse(row["Folder"].Split(' ')[0]);
        var sentAt = DateTimeOffset.ParseExact(row["DikirimPada"], "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return Reader.Read(SampleFolder.Read($"berkas/{row["Folder"]}/{row["Berkas"]}"), new SubmissionSource(row["Berkas"], folder, sentAt));
    }

    private static string VerdictOf(SubmissionReading reading) => reading.Verdict switch
    {
        Verdict.Diterima => "DITERIMA",
        Verdict.DiterimaSebagian => "DITERIMA SEBAGIAN",
        _ => "DIKEMBALIKAN",
    };

    private static string MistakesOf(SubmissionReading reading) => string.Join(
        ';', reading.Findings.Where(finding => finding.Severity == Severity.Kesalahan).Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal));
}
