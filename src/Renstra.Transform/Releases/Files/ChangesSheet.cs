using Renstra.Transform.Performance;
using Renstra.Transform.Spreadsheets;
using static Renstra.Transform.Releases.Files.ReleaseCells;

namespace Renstra.Transform.Releases.Files;

/// <summary>The figures that the release changed about the one before it.</summary>
internal static class ChangesSheet
{
    private static readonly int[] Columns = [180, 56, 74, 74, 74, 74, 74, 74, 74, 70, 70, 70, 116, 116, 100, 150];

    public static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(ReleaseDocument document)
    {
        SheetRow[] head =
        [
            Line("Angka yang Berubah", ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.SheetSubtitle(document.Content.Month, document.Content.Number), ReleaseStyle.Subtitle, Columns),
            Line(document.Difference is { } difference ? ReleaseTexts.ComparedWith(difference.Before) : ReleaseTexts.FirstRelease, ReleaseStyle.Note, Columns),
            Gap(),
        ];
        var hasRows = document.Difference is { Rows.Count: > 0 };
        var page = new SheetPage(ReleaseTexts.ChangesSheet, Columns, hasRows ? head.Length + 1 : 0, ReleaseTexts.Footer(document.Content));
        return (page, [.. head, .. hasRows ? RowsOf(document) : document.Difference is null ? [] : [Line(ReleaseTexts.NoFigures, ReleaseStyle.Note, Columns)]]);
    }

    private static IEnumerable<SheetRow> RowsOf(ReleaseDocument document)
    {
        yield return Heads(
            "Wilayah",
            "Kode",
            "Pembilang Sebelum",
            "Pembilang Sesudah",
            "Penyebut Sebelum",
            "Penyebut Sesudah",
            "Realisasi Sebelum",
            "Realisasi Sesudah",
            "Selisih Realisasi",
            "Rasio Sebelum",
            "Rasio Sesudah",
            "Selisih Rasio",
            "Kategori Sebelum",
            "Kategori Sesudah",
            ReleaseTexts.Report,
            ReleaseTexts.Cause);
        foreach (var change in document.Difference!.Rows)
        {
            yield return Row(change, document);
        }
    }

    private static SheetRow Row(RowChange change, ReleaseDocument document)
    {
        var (before, after) = (change.Before, change.After);

        // An indicator that is gone is not in the reference data any more, and counts as counts are written.
        var known = document.Reference.Indicators.TryFind(change.Indicator, out var indicator);
        var above = known ? AmountStyle(indicator!.Numerator) : ReleaseStyle.Whole;
        var below = known ? AmountStyle(indicator!.Denominator ?? indicator.Numerator) : ReleaseStyle.Whole;
        return ReleaseCells.Row(
            Columns,
            Text(ReleaseTexts.NameOf(change.Region, document.Reference), ReleaseStyle.Text),
            Text(change.Indicator.Value, ReleaseStyle.Centered),
            Number(before?.Numerator, above),
            Number(after?.Numerator, above),
            Number(before?.Denominator, below),
            Number(after?.Denominator, below),
            Number(before?.Realisation, ReleaseStyle.Rate),
            Number(after?.Realisation, ReleaseStyle.Rate),
            Number(RowChange.By(before, after, row => row.Realisation), ReleaseStyle.Difference),
            Number(before?.Achievement, ReleaseStyle.Rate),
            Number(after?.Achievement, ReleaseStyle.Rate),
            Number(RowChange.By(before, after, row => row.Achievement), ReleaseStyle.Difference),
            Label(before?.Category),
            Label(after?.Category),
            Text(ReleaseTexts.FromTo(StandingOf(before), StandingOf(after)), ReleaseStyle.Centered),
            Text(ChangeCauseWords.Of(change.Causes), ReleaseStyle.SmallText));
    }

    /// <summary>Whether the month's report is in; of the province, how many are.</summary>
    private static string StandingOf(PerformanceRow? row) => row switch
    {
        null => "–",
        { RegionsReporting: { } reporting, RegionsRequired: { } required } => ReleaseTexts.CountOf(reporting, required),
        { IsReported: true } => ReleaseTexts.Reported,
        _ => ReleaseTexts.NotReported,
    };
}

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
