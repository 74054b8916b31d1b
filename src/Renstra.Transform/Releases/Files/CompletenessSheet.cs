using Renstra.Transform.Calendar;
using Renstra.Transform.Spreadsheets;
using static Renstra.Transform.Releases.Files.ReleaseCells;

namespace Renstra.Transform.Releases.Files;

/// <summary>The reports that were due for the month, and which of them were in.</summary>
internal static class CompletenessSheet
{
    private static readonly int[] Columns = [40, 220, 90, 80, 230, 470];

    public static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(ReleaseDocument document)
    {
        var content = document.Content;
        var standing = (content.Sources ?? []).ToDictionary(source => source.Report.Key);
        SheetRow[] head =
        [
            Line($"{ReleaseTexts.CompletenessSheet} Laporan {content.Month.IndonesianName}", ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.SheetSubtitle(content.Month, content.Number), ReleaseStyle.Subtitle, Columns),
            Line(ReleaseTexts.Completeness(content.Completeness, document.Reference), ReleaseStyle.Note, Columns),
            Gap(),
        ];
        var rows = Completeness.DueFor(document.Reference, content.Month).Select((key, index) =>
        {
            var source = standing.GetValueOrDefault(key);
            return Row(
                Columns,
                Number(index + 1, ReleaseStyle.Ordinal),
                Text(ReleaseTexts.NameOf(key.Region, document.Reference), ReleaseStyle.Text),
                Text(key.Holder.Value, ReleaseStyle.Centered),
                source is null ? Text(ReleaseTexts.NotReported, ReleaseStyle.Missing) : Text(ReleaseTexts.Reported, ReleaseStyle.Centered),
                Text(source is null ? null : Wita.Write(source.Report.Submission.SubmittedAt), ReleaseStyle.Text),
                Text(source?.BlobName, ReleaseStyle.Quoted));
        });
        return (
            new SheetPage(ReleaseTexts.CompletenessSheet, Columns, head.Length + 1, ReleaseTexts.Footer(content)),
            [
                .. head,
                Heads(ReleaseTexts.Number, ReleaseTexts.Region, ReleaseTexts.Holder, ReleaseTexts.Status, ReleaseTexts.SubmittedAt, ReleaseTexts.File),
                .. rows,
            ]);
    }
}
