using Renstra.SampleData.Files;
using static Renstra.Transform.Tests.Reading.Corpus.CorpusLines;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>The breakdowns of <see cref="BreakdownTests"/> as files: whatever the format, each is the plain report and says how people were placed.</summary>
internal static class BreakdownFixtures
{
    public static IEnumerable<Fixture> All =>
    [
        .. BreakdownTests.AllStyles.Select(style => Fixture.Of($"rincian {style.Key}", $"rincian: {style.Key}", [Breakdown]) with
        {
            Workbook = () => new WorkbookSpec([.. style.Value().Select(grid => grid.ToSpec())]),
            Parts = BreakdownTests.PlacedByWay,
        }),
        Fixture.Of("rincian berbeda dengan jumlahnya", "rincian yang tidak sama dengan jumlahnya", [Breakdown], Grid.Report()
            .Row(12, "IKU-1", "Laki-laki", 1, 4).Row(13, "IKU-1", "Perempuan", 1, 6)).Returned(Submissions.FiguresOfReport, "R01 C5"),
        Fixture.Of("rincian belum lengkap", "rincian yang belum lengkap", [Breakdown], Grid.Report()
            .Row(12, "IKU-1", "Laki-laki", 1, 10).Row(13, "IKU-1", "Perempuan", 0)).Remarked(Submissions.FiguresOfReport, "R03 D13"),
    ];
}
