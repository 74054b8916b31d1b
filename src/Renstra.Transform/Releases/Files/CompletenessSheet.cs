using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Performance;
using Renstra.Transform.Reports;
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

/// <summary>Every amount that the figures consist of, with the file and the cell it was read from.</summary>
internal static class LineageSheet
{
    private static readonly int[] Columns = [190, 58, 80, 120, 84, 100, 110, 48, 460, 216];

    public static (SheetPage Page, IEnumerable<SheetRow> Rows) Build(ReleaseDocument document)
    {
        var content = document.Content;
        SheetRow[] head =
        [
            Line(ReleaseTexts.LineageSheet, ReleaseStyle.Title, Columns, 18),
            Line(ReleaseTexts.SheetSubtitle(content.Month, content.Number), ReleaseStyle.Subtitle, Columns),
            Line(ReleaseTexts.LineageNote, ReleaseStyle.Note, Columns),
            Gap(),
        ];
        return (
            new SheetPage(ReleaseTexts.LineageSheet, Columns, head.Length + 1, ReleaseTexts.Footer(content)),
            head
                .Append(Heads(
                    "Wilayah",
                    "Kode",
                    ReleaseTexts.Component,
                    ReleaseTexts.Month,
                    ReleaseTexts.Amount,
                    ReleaseTexts.Raw,
                    ReleaseTexts.Sheet,
                    ReleaseTexts.Cell,
                    ReleaseTexts.File,
                    ReleaseTexts.Submission))
                .Concat(RowsOf(document)));
    }

    private static IEnumerable<SheetRow> RowsOf(ReleaseDocument document)
    {
        var sources = document.Content.Sources ?? [];
        var files = sources.ToDictionary(source => source.Report.Key, source => source.BlobName);
        return Lineage.Of(document.Reference, document.Content.Month, [.. sources.Select(source => source.Report)]).Select(line => Row(
            Columns,
            Text(ReleaseTexts.NameOf(line.Region, document.Reference), ReleaseStyle.Text),
            Text(line.Indicator.Value, ReleaseStyle.Centered),
            Text(line.Role.ToString(), ReleaseStyle.Text),
            Text(line.ReportedMonth.IndonesianName, ReleaseStyle.Centered),
            Number(line.Amount.Amount, StyleOf(document, line)),
            Text(line.Amount.Raw, ReleaseStyle.Quoted),
            Text(line.Amount.Location.Sheet, ReleaseStyle.Quoted),
            Text(line.Amount.Location.Cell, ReleaseStyle.Centered),
            Text(files[ReportOf(document, line)], ReleaseStyle.Quoted),
            Text(line.Submission.ToString(), ReleaseStyle.SmallText)));
    }

    /// <summary>The report that an amount stands in. A file can hold two about one region and month, of two holders.</summary>
    private static ReportKey ReportOf(ReleaseDocument document, LineageLine line) =>
        new(line.Region, line.ReportedMonth, document.Reference.Indicators[line.Indicator].Holder);

    private static ReleaseStyle StyleOf(ReleaseDocument document, LineageLine line)
    {
        var indicator = document.Reference.Indicators[line.Indicator];
        return AmountStyle(line.Role == ComponentRole.Penyebut ? indicator.Denominator ?? indicator.Numerator : indicator.Numerator);
    }
}
