using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Reading;

/// <summary>
/// Reports that Python's libraries and LibreOffice wrote, with footnotes, strokes and formulas that nobody worked out. What comes of each
/// was decided before it was read.
/// </summary>
public sealed class OddFilesTests
{
    [Theory]
    [InlineData("xlwt-nilai.xls", "0/0 2/20 3/30 4/40 5/50 6/60 7/70", "")]
    [InlineData("xlwt-catatan-kaki.xls", "0/0 2/20 3/30 4/40 5/50 6/60 7/70", "")]
    [InlineData("xlwt-dicoret-sebagian.xls", "0/0 2/20 3/30 4/40 5/50 6/60 7/70", "")]
    [InlineData("openpyxl-judul-dicoret.xlsx", "0/0 2/20 3/30 4/40 5/50 6/60 7/70", "")]
    [InlineData("libreoffice.fods", "1234/12340 2234/22340 3234/32340 4234/42340 5234/52340 6234/62340 7234/72340", "")]
    [InlineData("xlwt-rumus.xls", "2/20 3/30 4/40 5/50 6/60 7/70", "N12 C5 N12 D5")]
    [InlineData("openpyxl-rumus.xlsx", "2/20 3/30 4/40 5/50 6/60 7/70", "N12 C5")]
    [InlineData("openpyxl-coret.xlsx", "2/20 3/30 4/40 5/50 6/60 7/70", "N01 C5")]
    [InlineData("openpyxl-superskrip.xlsx", "0/0 3/30 4/40 5/50 6/60 7/70", "N01 C6")]
    public void A_report_of_another_program_is_read_as_a_person_reads_it(string file, string figures, string findings)
    {
        var reading = Submissions.Read(TestData.Read(file), fileName: file);

        Assert.Equal(figures, string.Join(' ', Submissions.FiguresOf(reading).Select(figure => figure.Split(' ')[^1])));
        Assert.Equal(findings, string.Join(' ', Submissions.FindingsOf(reading)));
        Assert.Equal(findings.Length == 0 ? Verdict.Diterima : Verdict.Dikembalikan, reading.Verdict);
    }
}
