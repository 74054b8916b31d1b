using Renstra.Transform.Calendar;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts.Comparing;

/// <summary>The part of a receipt's page that depends on other reports, and therefore on when it is made.</summary>
internal static class ComparisonSection
{
    public static Html Of(IReadOnlyList<ReportComparison> comparisons, DateTimeOffset at)
    {
        // A sheet of an earlier month that says what stands already is only still there, and worth no word.
        var shown = comparisons.Where(comparison => comparison.Changes is not [] || !IsEarlier(comparison, comparisons)).ToList();
        if (shown.Count == 0)
        {
            return Html.Of($"");
        }

        var reports = Html.Join(shown.Select(comparison => Report(comparison, isNamed: shown.Count > 1, IsEarlier(comparison, comparisons))));
        return Html.Of($"""
            <section>
            <h2>{ComparisonTexts.Heading}</h2>
            {reports}<p class="soft">{ComparisonTexts.Computed(at)}</p>
            </section>
            """);
    }

    /// <summary>Whether the same file reports a later month as well, so that this one may be what an old sheet still says.</summary>
    private static bool IsEarlier(ReportComparison comparison, IReadOnlyList<ReportComparison> all) =>
        all.Any(other => other.Key with { Month = comparison.Key.Month } == comparison.Key && other.Key.Month > comparison.Key.Month);

    private static Html Report(ReportComparison comparison, bool isNamed, bool isEarlier)
    {
        var name = isNamed ? Html.Of($"<h3>{comparison.Region}, {comparison.Key.Month.IndonesianName}</h3>\n") : Html.Of($"");
        var replaces = isEarlier && comparison is { IsAccepted: true, Changes: [_, ..] } ? Html.Of($"<p><strong>{ComparisonTexts.ReplacesEarlier(comparison.Key.Month)}</strong></p>\n") : Html.Of($"");
        return Html.Of($"{name}{replaces}{Previous(comparison)}{Changes(comparison)}");
    }

    private static Html Previous(ReportComparison comparison)
    {
        var last = comparison.Key.Month.AddMonths(-1);
        if (!comparison.HasPrevious)
        {
            return Html.Of($"<p>{(comparison.IsFirstMonth ? ComparisonTexts.FirstMonth : ComparisonTexts.NoPrevious(last))}</p>\n");
        }

        var repeats = comparison.RepeatsPrevious ? Html.Of($"<p><strong>{ComparisonTexts.Repeats(last)}</strong></p>\n") : Html.Of($"");
        var rows = Html.Join(comparison.Rows.Select(row => Html.Of($"""
            <tr><td class="code">{row.Indicator.Value}</td><td>{row.Component.Name} <span class="period">({row.Component.PeriodLabel})</span></td><td class="amount">{Amount(row.Before)}</td><td class="amount">{Amount(row.Now)}</td><td>{Change(row)}</td><td>{row.Remark}</td></tr>

            """)));
        return Html.Of($"""
            {repeats}<table class="compared">
            <thead><tr><th>{ReceiptTexts.IndicatorColumn}</th><th>{ReceiptTexts.ComponentColumn}</th><th class="amount">{last.IndonesianName}</th><th class="amount">{comparison.Key.Month.IndonesianName}</th><th>{ComparisonTexts.ChangeColumn}</th><th>{ComparisonTexts.RemarkColumn}</th></tr></thead>
            <tbody>
            {rows}</tbody>
            </table>

            """);
    }

    private static Html Changes(ReportComparison comparison)
    {
        if (comparison.Changes is not { } changes)
        {
            return Html.Of($"");
        }

        var content = changes.Count == 0
            ? Html.Of($"<p>{ComparisonTexts.NoChanges}</p>")
            : Html.Of($"<ul>\n{Html.Join(changes.Select(change => Html.Of($"<li>{change.Indicator.Value}, {change.Component.Name}: {Amount(change.Before)} → {Amount(change.Now)}</li>\n")))}</ul>");
        return Html.Of($"""
            <h3>{ComparisonTexts.ChangesHeading}</h3>
            {content}

            """);
    }

    private static string Amount(decimal? amount) => amount is { } number ? IndonesianText.Number(number) : ComparisonTexts.NotReported;

    private static string Change(ComparedAmount row)
    {
        if (row is not { Before: { } before, Now: { } now })
        {
            return "";
        }

        if (before == now)
        {
            return ComparisonTexts.Unchanged;
        }

        var absolute = Signed(now - before);
        return before == 0 ? absolute : $"{absolute} ({Signed(Math.Round((now - before) / before * 100, 1, MidpointRounding.AwayFromZero))}%)";
    }

    private static string Signed(decimal number) => number > 0 ? $"+{IndonesianText.Number(number)}" : IndonesianText.Number(number).Replace('-', '−');
}

/// <summary>What a comparison says, in Indonesian.</summary>
internal static class ComparisonTexts
{
    public const string Heading = "Perbandingan dengan bulan lalu";
    public const string ChangeColumn = "Perubahan";
    public const string RemarkColumn = "Keterangan";
    public const string Unchanged = "tetap";
    public const string ChangesHeading = "Perubahan terhadap laporan yang digantikan";
    public const string NoChanges = "Tidak ada angka yang berubah.";
    public const string FirstMonth = "Ini bulan pertama pelaporan, sehingga belum ada pembanding.";
    public const string NotReported = "tidak dilaporkan";

    public static string NoPrevious(ReportingMonth month) =>
        $"Belum ada laporan {month.IndonesianName} yang diterima, sehingga belum ada pembanding.";

    public static string Repeats(ReportingMonth month) =>
        $"Semua angka sama persis dengan laporan {month.IndonesianName}. Mohon pastikan bukan berkas bulan lalu yang terkirim.";

    public static string ReplacesEarlier(ReportingMonth month) =>
        $"{month.IndonesianName} juga ada dalam berkas ini, dan angkanya berbeda dari laporan {month.IndonesianName} yang berlaku sebelumnya, sehingga laporan itu sekarang digantikan. "
        + $"Bila ini lembar lama yang tertinggal, mohon kirim kembali laporan {month.IndonesianName} yang benar.";

    public static string Computed(DateTimeOffset at) =>
        $"Dibandingkan pada {Wita.Write(at)} dengan laporan yang berlaku saat itu. Keterangan di sini hanya membantu memeriksa dan tidak memengaruhi penerimaan laporan.";
}
