using System.Globalization;
using System.Text.Json;
using Renstra.Testing;

namespace Renstra.Dashboard.Tests;

/// <summary>The whole main job, end to end: 274 workbooks go into a shared folder, and the feed says what they come to.</summary>
public sealed class SampleYearTests(SampleYear year)
{
    private static readonly Truth Expected = Truth.Read();

    [Fact]
    public async Task Every_figure_of_every_month_of_the_province_and_of_every_region_is_the_truth()
    {
        var rows = await year.ReadAsync("Kinerja?$filter=year(Bulan) eq 2024 and startswith(KodeIndikator,'IKU')");

        var expected =
            from month in Enumerable.Range(1, 12)
            from indicator in Truth.Indicators
            from region in Expected.RegionsOf(indicator).Prepend("53")
            select FormattableString.Invariant($"2024-{month:00} {region} {indicator}: ") + Expected.Line(month, region, indicator);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(LineOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_month_is_released_and_the_months_that_were_revised_more_than_once()
    {
        var rows = await year.ReadAsync("Kinerja?$filter=year(Bulan) eq 2024&$select=Bulan,StatusBulan,PenetapanKe");
        var august = rows.First(row => row.GetProperty("Bulan").GetString() == "2024-08-01");

        Assert.All(rows, row => Assert.Equal("Tetap", row.GetProperty("StatusBulan").GetString()));
        Assert.True(august.GetProperty("PenetapanKe").GetInt32() > 1);
    }

    [Fact]
    public async Task Every_file_was_answered_as_it_deserved_and_for_the_reason_it_gave()
    {
        var submissions = (await year.ReadAsync("LaporanMasuk")).ToList();
        var findings = (await year.ReadAsync("CatatanVerifikasi?$filter=TingkatCatatan eq 'Kesalahan'"))
            .ToLookup(finding => finding.GetProperty("LaporanMasuk").GetString(), finding => finding.GetProperty("KodeCatatan").GetString());
        var sent = Truth.Rows("sample-data/pengiriman.csv");

        var answered = submissions.Select(submission =>
        {
            var codes = findings[submission.GetProperty("LaporanMasuk").GetString()].Distinct().Order();
            return $"{submission.GetProperty("NamaBerkas").GetString()}: {submission.GetProperty("Putusan").GetString()} {string.Join(';', codes)}";
        });
        Assert.Equal(
            sent.Select(row => $"{row("Berkas")}: {row("Putusan")} {row("KodeKesalahan")}").Order(StringComparer.Ordinal),
            answered.Order(StringComparer.Ordinal));
        Assert.All(submissions, submission => Assert.NotEqual(JsonValueKind.Null, submission.GetProperty("DiantarPada").ValueKind));
    }

    [Fact]
    public async Task Every_number_that_stands_is_followed_back_to_the_file_that_the_truth_names()
    {
        var rows = await year.ReadAsync("DataRealisasi?$filter=Berlaku eq true");

        var expected =
            from row in Truth.Rows("sample-data/kebenaran.csv")
            from part in new[] { "Pembilang", "Penyebut" }
            select $"{row("Bulan")} {row("KodeWilayah")} {row("Indikator")} {part} {row(part)} {row("Berkas")}";
        var actual = rows.Select(row =>
            $"{Text(row, "Bulan")[..7]} {Text(row, "KodeWilayah")} {Text(row, "KodeIndikator")} {Text(row, "Peran")} {row.GetProperty("Jumlah").GetDecimal().ToString(CultureInfo.InvariantCulture)} {Text(row, "NamaBerkas")}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Matches("^[A-Z]+[0-9]+$", Text(row, "Sel")));
    }

    [Fact]
    public async Task Every_report_is_as_late_as_the_truth_says()
    {
        var rows = await year.ReadAsync("KepatuhanLaporan?$filter=year(Bulan) eq 2024");

        // The day of the first file that was accepted: the moment is that of its collection, within minutes.
        var expected = Truth.Rows("sample-data/kebenaran-status.csv").Select(row => $"{row("Bulan")} {row("KodeWilayah")} {StatusOf(row("Status"), row("JumlahDikembalikan"))} {row("DiterimaPertama").Split('T')[0]}");
        var actual = rows.Select(row => $"{Text(row, "Bulan")[..7]} {Text(row, "KodeWilayah")} {Text(row, "StatusKepatuhan")} {DayOf(row, "DiterimaPertamaPada")}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Offices_were_reminded_three_times_a_month_of_what_they_owed_that_day()
    {
        var reminders = await year.ReadAsync("Pengingat?$filter=year(Bulan) eq 2024");
        var february = reminders.Where(row => Text(row, "Bulan") == "2024-02-01").ToLookup(row => Text(row, "HariPengingat"), row => Text(row, "KodeWilayah"));

        var accepted = Truth.Rows("sample-data/kebenaran-status.csv").ToLookup(row => row("KodeWilayah"), row => (Month: row("Bulan"), First: row("DiterimaPertama")));
        Assert.Equal(["2024-03-05", "2024-03-08", "2024-03-10"], february.Select(day => day.Key));
        Assert.All(february, day => Assert.Equal(
            accepted.Where(region => region.Any(report => string.CompareOrdinal(report.Month, "2024-02") <= 0 && (report.First.Length == 0 || string.CompareOrdinal(report.First, $"{day.Key}T07:00") > 0)))
                .Select(region => region.Key).Order(StringComparer.Ordinal),
            day));
    }

    [Fact]
    public async Task Every_part_of_a_breakdown_that_stands_is_the_truth_and_followed_back_to_its_file()
    {
        var rows = await year.ReadAsync("DataRincian?$filter=Berlaku eq true");

        var expected = Truth.Rows("sample-data/kebenaran-rincian.csv")
            .Select(row => $"{row("Bulan")} {row("KodeWilayah")} {row("Indikator")} {row("Peran")} {row("Bagian")} {row("Jumlah")} {row("Berkas")}");
        var actual = rows.Select(row =>
            $"{Text(row, "Bulan")[..7]} {Text(row, "KodeWilayah")} {Text(row, "KodeIndikator")} {Text(row, "Peran")} {Text(row, "Bagian")} {row.GetProperty("Jumlah").GetDecimal().ToString(CultureInfo.InvariantCulture)} {Text(row, "NamaBerkas")}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("Rincian", Text(row, "Lembar")));
    }

    [Fact]
    public void The_summary_names_the_latest_month_who_is_missing_and_what_was_returned()
    {
        var text = string.Join('\n', year.Lines);

        Assert.Contains("Desember 2024", text, StringComparison.Ordinal);
        Assert.Contains("Belum melapor Desember 2024", text, StringComparison.Ordinal);
        Assert.Contains("Dikembalikan untuk diperbaiki", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_passes_without_a_warning() =>
        Assert.DoesNotContain(year.Lines.TakeWhile(line => !line.StartsWith("Up.", StringComparison.Ordinal)), line => line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal));

    private static string LineOf(JsonElement row) =>
        $"{Text(row, "Bulan")[..7]} {Text(row, "KodeWilayah")} {Text(row, "KodeIndikator")}: " + Truth.Write(
            Number(row, "PembilangBulan"), Number(row, "PenyebutBulan"), Number(row, "RealisasiBulan"),
            Number(row, "Pembilang"), Number(row, "Penyebut"), Number(row, "Realisasi"),
            Number(row, "Target"), Number(row, "RasioCapaian"), row.GetProperty("Kategori").GetString(),
            Text(row, "StatusLapor"), Number(row, "WilayahMelapor"));

    private static decimal? Number(JsonElement row, string column) =>
        row.GetProperty(column) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    private static string StatusOf(string truth, string returned) => (truth, returned) switch
    {
        ("Tepat waktu", _) => "Sudah",
        ("Tidak melapor", "0") => "Belum",
        ("Tidak melapor", _) => "Dikembalikan",
        _ => truth,
    };

    private static string DayOf(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.String } moment
        ? moment.GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;
}
