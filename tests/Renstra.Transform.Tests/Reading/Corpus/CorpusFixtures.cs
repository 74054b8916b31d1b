namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The whole corpus, as its generator knows it.</summary>
internal static class CorpusFixtures
{
    public static readonly IReadOnlyDictionary<string, Fixture> ByFolder = new IEnumerable<Fixture>[]
    {
        HouseStyleFixtures.All, IdentityFixtures.All, NumberFixtures.All, TableFixtures.All, BreakdownFixtures.All, SeveralReportsFixtures.All, EncodingFixtures.All, RefusedFixtures.All, HabitFixtures.All, OddFixtures.All, LayoutFixtures.All,
    }
    .SelectMany(fixtures => fixtures)
    .ToDictionary(fixture => fixture.Folder);

    /// <summary>The files of a fixture: name, format, and the content; null where LibreOffice makes it.</summary>
    public static IEnumerable<FixtureFile> FilesOf(Fixture fixture)
    {
        if (fixture.Workbook?.Invoke() is { } workbook)
        {
            foreach (var format in FixtureFormat.All.Take(fixture.IsInEveryFormat ? FixtureFormat.All.Count : 1).Where(format => format.Holds(fixture, workbook)))
            {
                yield return new FixtureFile(fixture, fixture.FileName + format.Ending, format.Name, format.Write is { } write ? () => write(workbook) : null);
            }
        }

        foreach (var (name, content) in fixture.Others)
        {
            yield return new FixtureFile(fixture, name, FormatOf(name), content);
        }

        foreach (var converted in fixture.Converted)
        {
            yield return new FixtureFile(fixture, converted.Name, FormatOf(converted.Name), null);
        }
    }

    private static string FormatOf(string name) => Path.GetExtension(name)[1..];
}
