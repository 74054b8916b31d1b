using Renstra.Transform.Spreadsheets;
using static Renstra.Transform.Releases.Files.ReleaseCells;

namespace Renstra.Transform.Releases.Files;

/// <summary>The reports and versions that are not what they were in the release before.</summary>
internal static class CausesSheet
{
    private static readonly int[] Columns = [150, 120, 210, 90, 230, 470];

    public static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(ReleaseDocument document)
    {
        SheetRow[] head =
        [
            Line("Sebab Perubahan", ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.SheetSubtitle(document.Content.Month, document.Content.Number), ReleaseStyle.Subtitle, Columns),
            Line(Lead(document.Difference), ReleaseStyle.Note, Columns),
            Gap(),
        ];
        var rows = document.Difference is { } difference ? RowsOf(document, difference).ToList() : [];
        var heads = Heads(ReleaseTexts.Cause, ReleaseTexts.Month, ReleaseTexts.Region, ReleaseTexts.Holder, ReleaseTexts.Submission, ReleaseTexts.File);
        var page = new SheetPage(ReleaseTexts.CausesSheet, Columns, rows.Count > 0 ? head.Length + 1 : 0, ReleaseTexts.Footer(document.Content));
        return (page, rows.Count > 0 ? [.. head, heads, .. rows] : head);
    }

    private static string Lead(ReleaseDifference? difference) => difference switch
    {
        null => ReleaseTexts.FirstRelease,
        { Before.Sources: null } => ReleaseTexts.CausesUnknown,
        { Sources.Count: 0 } when difference.Before.Fingerprint == difference.After.Fingerprint => ReleaseTexts.NoCauses,
        _ => ReleaseTexts.ComparedWith(difference.Before),
    };

    private static IEnumerable<SheetRow> RowsOf(ReleaseDocument document, ReleaseDifference difference)
    {
        var (before, after) = (difference.Before, difference.After);
        if (before.FiguresVersion != after.FiguresVersion)
        {
            yield return Version(ChangeCause.DataAcuan, before.FiguresVersion, after.FiguresVersion);
        }

        if (before.CalculationVersion != after.CalculationVersion)
        {
            yield return Version(ChangeCause.Penghitungan, before.CalculationVersion, after.CalculationVersion);
        }

        foreach (var change in difference.Sources)
        {
            yield return Row(
                Columns,
                Text(ChangeCauseWords.Of(change.Cause), ReleaseStyle.Text),
                Text(change.Key.Month.IndonesianName, ReleaseStyle.Centered),
                Text(ReleaseTexts.NameOf(change.Key.Region, document.Reference), ReleaseStyle.Text),
                Text(change.Key.Holder.Value, ReleaseStyle.Centered),
                Text(change.Source.Report.Submission.ToString(), ReleaseStyle.SmallText),
                Text(change.Source.BlobName, ReleaseStyle.Quoted));
        }
    }

    private static SheetRow Version(ChangeCause cause, object before, object after) => Row(
        Columns, Text(ChangeCauseWords.Of(cause), ReleaseStyle.Text), Text(ReleaseTexts.VersionChange(before, after), ReleaseStyle.Text, Columns.Length - 1));
}
