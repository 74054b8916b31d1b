using System.Globalization;
using Renstra.Transform.Calendar;
using Spectre.Console;

namespace Renstra.LocalHost.Summary;

/// <summary>What the feed says after the year: the province's table of the latest released month, who is missing, what was returned.</summary>
internal sealed class YearSummary(IAnsiConsole console, FeedClient feed)
{
    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Reads and prints it.</summary>
    /// <returns>The latest release in force; null when there is none.</returns>
    public async Task<ReleaseLine?> PrintAsync(CancellationToken cancellation)
    {
        var releases = await feed.ReadAsync<ReleaseLine>("Penetapan?$filter=Berlaku eq true&$orderby=Bulan desc&$top=1", cancellation);
        if (releases.Count > 0)
        {
            var month = ReportingMonth.Of(releases[0].Bulan);
            await PrintProvinceAsync(month, cancellation);
        }

        await PrintReturnedAsync(cancellation);
        await PrintPunctualityAsync(cancellation);
        return releases.Count > 0 ? releases[0] : null;
    }

    private async Task PrintPunctualityAsync(CancellationToken cancellation)
    {
        var due = await feed.ReadAsync<DueLine>("KepatuhanLaporan?$filter=StatusKepatuhan ne 'Belum jatuh tempo'&$select=StatusKepatuhan", cancellation);
        var reminders = await feed.ReadAsync<ReminderLine>("Pengingat?$select=KodeWilayah", cancellation);
        var late = due.Count(report => report.StatusKepatuhan == "Terlambat");
        var missing = due.Count(report => report.StatusKepatuhan is "Belum" or "Dikembalikan");
        console.WriteLine();
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Dari {due.Count} laporan yang wajib, {late} terlambat dan {missing} belum ada; {reminders.Count} pengingat dikirim."));
    }

    private async Task PrintProvinceAsync(ReportingMonth month, CancellationToken cancellation)
    {
        var rows = await feed.ReadAsync<PerformanceLine>(
            $"Kinerja?$filter=Bulan eq {month.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} and Tingkat eq 'Provinsi'&$orderby=KodeIndikator", cancellation);
        var table = new Table { Title = new TableTitle(TitleOf(month, rows)), Border = TableBorder.Rounded };
        table.AddColumns("Indikator", "Realisasi", "Target", "Rasio", "Kategori", "Melapor");
        foreach (var column in table.Columns.Skip(1).Take(3))
        {
            column.RightAligned();
        }

        foreach (var row in rows)
        {
            table.AddRow(
                new Markup($"[bold]{Markup.Escape(row.KodeIndikator)}[/] {Markup.Escape(row.NamaIndikator)}"),
                new Markup(Write(row.Realisasi)),
                new Markup(Write(row.Target)),
                new Markup(Write(row.RasioCapaian)),
                new Markup(row.Kategori is null ? "-" : $"[{ColorOf(row.UrutanKategori)}]{Markup.Escape(row.Kategori)}[/]"),
                new Markup(string.Create(CultureInfo.InvariantCulture, $"{row.WilayahMelapor} dari {row.WilayahWajib}")));
        }

        console.WriteLine();
        console.Write(table);
        var missing = rows.SelectMany(row => (row.WilayahBelum ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        console.MarkupLineInterpolated($"Belum melapor {month.IndonesianName}: {(missing.Count == 0 ? "tidak ada" : string.Join(", ", missing))}.");
    }

    private async Task PrintReturnedAsync(CancellationToken cancellation)
    {
        var returned = await feed.ReadAsync<SubmissionLine>("LaporanMasuk?$filter=Putusan ne 'DITERIMA'&$orderby=DiserahkanPada", cancellation);
        var findings = await feed.ReadAsync<FindingLine>("CatatanVerifikasi?$filter=TingkatCatatan eq 'Kesalahan'", cancellation);
        var reasons = findings.ToLookup(finding => finding.LaporanMasuk);
        var table = new Table { Title = new TableTitle(string.Create(CultureInfo.InvariantCulture, $"Dikembalikan untuk diperbaiki: {returned.Count} berkas")), Border = TableBorder.Rounded };
        table.AddColumns("Folder", "Berkas", "Tanda terima", "Sebab");
        foreach (var submission in returned)
        {
            table.AddRow(
                Markup.Escape(submission.NamaWilayahFolder ?? "-"),
                Markup.Escape(submission.NamaBerkas),
                Markup.Escape(submission.NomorTandaTerima),
                Markup.Escape(string.Join("\n", reasons[submission.LaporanMasuk].Take(2).Select(finding => $"{finding.KodeCatatan}: {finding.Uraian}"))));
        }

        console.WriteLine();
        console.Write(table);
    }

    private static string TitleOf(ReportingMonth month, IReadOnlyList<PerformanceLine> rows)
    {
        var release = rows.Select(row => row.PenetapanKe).FirstOrDefault();
        return string.Create(CultureInfo.InvariantCulture, $"Kinerja Provinsi Nusa Tenggara Timur s.d. {month.IndonesianName} (penetapan ke-{release})");
    }

    private static string Write(decimal? value) => value is { } number ? number.ToString("#,##0.00", Numbers) : "-";

    private static string ColorOf(int? order) => order switch
    {
        1 => "green",
        2 => "aqua",
        3 => "yellow",
        _ => "red",
    };
}
