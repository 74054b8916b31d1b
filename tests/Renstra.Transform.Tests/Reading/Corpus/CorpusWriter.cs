using Renstra.SampleData.Files;
using Renstra.Testing;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>
/// Writes the files of <c>TestData/Corpus</c>. It runs only when asked for: <c>dotnet run --project tests/Renstra.Transform.Tests --
/// -explicit only -class Renstra.Transform.Tests.Reading.Corpus.CorpusWriter</c>. What LibreOffice makes is made where it is missing: delete
/// a file to have it made anew. The golden files are written by <see cref="GoldenFile"/>'s switch.
/// </summary>
public sealed class CorpusWriter
{
    [Fact(Explicit = true)]
    public async Task Writes_every_file_of_the_corpus()
    {
        var files = CorpusFixtures.ByFolder.Values.SelectMany(CorpusFixtures.FilesOf).ToList();
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            if (file.Write is { } write)
            {
                await File.WriteAllBytesAsync(PathOf(file), write(), TestContext.Current.CancellationToken);
            }
        }

        foreach (var missing in files.Where(file => file.Write is null && !File.Exists(PathOf(file))).GroupBy(file => SourceOf(file).Filter))
        {
            var converted = await LibreOffice.Convert([.. missing.Select(file => SourceOf(file).Content())], missing.Key, TestContext.Current.CancellationToken);
            foreach (var (file, content) in missing.Zip(converted))
            {
                await File.WriteAllBytesAsync(PathOf(file), content, TestContext.Current.CancellationToken);
            }
        }
    }

    private static string PathOf(FixtureFile file) => RepositoryRoot.PathOf($"{CorpusFolder.Root}/{file.Path}");

    private static (Func<byte[]> Content, string Filter) SourceOf(FixtureFile file) =>
        file.Fixture.Converted.FirstOrDefault(converted => converted.Name == file.Name) is { } converted
            ? (converted.Source, converted.Filter)
            : (() => XlsxFile.Write(file.Fixture.Workbook!()), "xls:MS Excel 97");
}
