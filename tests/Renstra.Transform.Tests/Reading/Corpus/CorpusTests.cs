using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Renstra.Testing;
using Renstra.Transform.Reading;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>
/// Every file of the corpus, read as ingestion reads it. A folder holds one thing that offices do in every format that can hold it, so
/// all its files must give the one outcome beside them, and that outcome must be what the generator put in.
/// </summary>
public sealed class CorpusTests
{
    private static readonly SubmissionReader Reader = Submissions.Reader();
    private static readonly ConcurrentDictionary<string, SubmissionReading> Readings = new();

    public static TheoryData<string> Folders => [.. CorpusFixtures.ByFolder.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_file_of_a_folder_is_read_as_its_golden_file_says(string folder)
    {
        var files = CorpusFolder.Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var outcome = Outcome.Of(Read(file));

            Assert.Equal(GoldenFile.Read($"{CorpusFolder.Root}/{folder}/{CorpusFolder.Golden}", outcome), outcome);
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_is_read_is_what_was_put_in(string folder)
    {
        var fixture = CorpusFixtures.ByFolder[folder];

        Assert.All(CorpusFixtures.FilesOf(fixture), file =>
        {
            var reading = Read(file.Path);

            Assert.Equal(fixture.Findings, Submissions.FindingsOf(reading));
            Assert.Equal(fixture.Figures, Submissions.FiguresOf(reading));
            Assert.Equal(fixture.Parts ?? Submissions.PartsOf(reading), Submissions.PartsOf(reading));
            Assert.Equal(fixture.Verdict, reading.Verdict);
        });
    }

    /// <summary>The cell that a receipt shows must be the one that the number was written into.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_amount_was_written_into_the_cell_that_it_is_said_to_come_from(string folder)
    {
        var fixture = CorpusFixtures.ByFolder[folder];
        if (fixture.Workbook?.Invoke() is not { } workbook)
        {
            return;
        }

        foreach (var file in CorpusFixtures.FilesOf(fixture))
        {
            foreach (var amount in Read(file.Path).Reports.SelectMany(report => report.Figures).SelectMany(figure => new[] { figure.Numerator, figure.Denominator! }))
            {
                // A page or a text has no sheet names, and a page no space around a text.
                var sheet = workbook.Sheets.FirstOrDefault(sheet => sheet.Name == amount.Location.Sheet) ?? workbook.Sheets[0];
                var written = sheet.Cells.Single(cell => cell.Address == amount.Location.Cell).Value;

                Assert.Equal(written is double number ? number.ToString(CultureInfo.InvariantCulture) : ((string)written!).Trim(), amount.Raw.Trim());
            }
        }
    }

    [Fact]
    public void The_files_that_need_no_other_program_are_what_the_generator_makes_today()
    {
        var changed = CorpusFixtures.ByFolder.Values
            .SelectMany(CorpusFixtures.FilesOf)
            .Where(file => file.Write is not null && !Parts(file.Write()).SequenceEqual(Parts(CorpusFolder.Read(file.Path))))
            .Select(file => file.Path);

        Assert.Empty(changed);
    }

    [Fact]
    public void The_manifest_names_every_file_and_what_it_shows()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("Berkas,Format,Baris,Menunjukkan\n");
        foreach (var file in CorpusFixtures.ByFolder.Values.SelectMany(CorpusFixtures.FilesOf).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            text.Write($"\"{file.Path}\",\"{file.Format}\",\"{string.Join(" | ", file.Fixture.Lines)}\",\"{file.Fixture.Shows.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        }

        Assert.Equal(GoldenFile.Read($"{CorpusFolder.Root}/daftar.csv", text.ToString()), text.ToString());
        Assert.Equal(CorpusFolder.Files, CorpusFixtures.ByFolder.Values.SelectMany(CorpusFixtures.FilesOf).Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_of_what_must_be_read_or_refused_has_a_file()
    {
        var proven = CorpusFixtures.ByFolder.Values.Where(fixture => CorpusFixtures.FilesOf(fixture).Any()).SelectMany(fixture => fixture.Lines).ToHashSet();

        Assert.Empty(CorpusLines.All.Except(proven));
        Assert.True(CorpusFolder.Files.Count >= 120, $"{CorpusFolder.Files.Count} files");
    }

    private static SubmissionReading Read(string path) => Readings.GetOrAdd(path, _ =>
    {
        var fixture = CorpusFixtures.ByFolder[path.Split('/')[0]];
        return Reader.Read(CorpusFolder.Read(path), Submissions.Source(fixture.From, path.Split('/')[1]));
    });

    /// <summary>A file's content apart from how it is compressed, which may differ from one release of the runtime to another.</summary>
    private static IEnumerable<string> Parts(byte[] content)
    {
        var parts = ZipFile.ReadIfSound(content);

        // What a broken zip file breaks off in depends on the compressor.
        return parts.Length > 0 ? parts.Select(part => $"{part.Name} {Convert.ToHexString(SHA256.HashData(part.Content))}")
            : content is [(byte)'P', (byte)'K', ..] ? ["a zip file that breaks off"]
            : [Convert.ToHexString(content)];
    }
}
