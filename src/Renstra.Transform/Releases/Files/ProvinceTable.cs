using Renstra.Transform.Performance;
using Renstra.Transform.Spreadsheets;
using static Renstra.Transform.Releases.Files.ReleaseCells;

namespace Renstra.Transform.Releases.Files;

/// <summary>The first sheet: the province's performance laid out like Table 2.3.1, to be printed, signed and handed in.</summary>
internal static class ProvinceTable
{
    private const int SignColumns = 3;

    /// <summary>The most indicators of which one page, signature and all, can still be read.</summary>
    private const int MostOnOnePage = 14;

    private static readonly int[] Columns = [36, 330, 60, 92, 104, 84, 120, 92, 104];

    public static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(ReleaseDocument document)
    {
        var (reference, content, _) = document;
        SheetRow[] head =
        [
            Line(ReleaseTexts.Government(reference.Regions.Province), ReleaseStyle.Government, Columns, 16),
            Line(ReleaseTexts.Office.ToUpperInvariant(), ReleaseStyle.Office, Columns, 20),
            Gap(),
            Line(ReleaseTexts.TableTitle(content.Month), ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.TableSubtitle(content.Number), ReleaseStyle.Subtitle, Columns),
            Gap(),
        ];
        var page = new SheetPage(ReleaseTexts.TableSheet, Columns, head.Length + 1, ReleaseTexts.Footer(content))
        {
            // A signature alone on a second page signs nothing.
            IsOnePage = content.Rows.Count(row => row.Region.IsProvince) <= MostOnOnePage,
        };
        return (page, [.. head, Heads(HeadsOf(document)), .. RowsOf(document), .. NotesOf(document), .. Signature(document)]);
    }

    private static IReadOnlyList<string> HeadsOf(ReleaseDocument document) =>
    [
        ReleaseTexts.Number,
        ReleaseTexts.Indicator,
        ReleaseTexts.Unit,
        ReleaseTexts.TargetOf(document.Content.Month.Year),
        ReleaseTexts.RealisationThrough(document.Content.Month),
        ReleaseTexts.Achievement,
        ReleaseTexts.Category,
        ReleaseTexts.Reporting,
        ReleaseTexts.Remarks,
    ];

    private static IEnumerable<SheetRow> RowsOf(ReleaseDocument document) => document.Content.Rows
        .Where(row => row.Region.IsProvince)
        .Select((row, index) =>
        {
            var indicator = document.Reference.Indicators[row.Indicator];
            return Row(
                Columns,
                Number(index + 1, ReleaseStyle.Ordinal),
                Text(ReleaseTexts.IndicatorTitle(indicator), ReleaseStyle.Text),
                Text(indicator.Unit, ReleaseStyle.Centered),
                Number(row.Target, ReleaseStyle.Rate),
                Number(row.Realisation, ReleaseStyle.Rate),
                Number(row.Achievement, ReleaseStyle.Rate),
                Label(row.Category),
                Text(ReleaseTexts.CountOf(row.RegionsReporting ?? 0, row.RegionsRequired ?? 0), ReleaseStyle.Centered),
                Remark(row));
        });

    private static SheetCell Remark(PerformanceRow row) => row switch
    {
        { Numerator: null } => Text(ReleaseTexts.NoData, ReleaseStyle.Missing),
        { IsComplete: true } => Text(ReleaseTexts.Complete, ReleaseStyle.Centered),
        _ => Text(ReleaseTexts.Incomplete, ReleaseStyle.Missing),
    };

    private static IEnumerable<SheetRow> NotesOf(ReleaseDocument document)
    {
        yield return Gap();
        yield return Line(ReleaseTexts.Completeness(document.Content.Completeness, document.Reference), ReleaseStyle.Note, Columns);
        if (document.Content.Rows.Any(row => row is { Region.IsProvince: true, Numerator: not null, IsComplete: not true }))
        {
            yield return Line(ReleaseTexts.WhyIncomplete(document.Content.Month), ReleaseStyle.Note, Columns);
        }

        if (document.Content.Month.Month < 12)
        {
            yield return Line(ReleaseTexts.Running(document.Content.Month), ReleaseStyle.Note, Columns);
        }

        yield return Line(ReleaseTexts.Identity(document.Content), ReleaseStyle.Remark, Columns);
    }

    private static IEnumerable<SheetRow> Signature(ReleaseDocument document)
    {
        yield return Gap();
        yield return Signed(ReleaseTexts.Place, ReleaseStyle.Sign);
        yield return Signed(ReleaseTexts.SignedBy, ReleaseStyle.Sign);
        yield return Signed(document.Reference.Regions.Province.FullName + ",", ReleaseStyle.Sign);
        yield return Signed("", ReleaseStyle.Sign, 46);
        yield return Signed(ReleaseTexts.SignName, ReleaseStyle.SignName);
        yield return Signed(ReleaseTexts.SignNumber, ReleaseStyle.Sign);
    }

    private static SheetRow Signed(string text, ReleaseStyle style, double height = 14) =>
        new(height, [.. Enumerable.Repeat(Empty(), Columns.Length - SignColumns), Text(text, style, SignColumns)]);
}
