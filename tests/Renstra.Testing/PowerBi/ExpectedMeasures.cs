using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using static Renstra.Testing.PowerBi.TruthOfMeasures;

namespace Renstra.Testing.PowerBi;

/// <summary>What a measure should show.</summary>
/// <param name="Measure">Its name.</param>
/// <param name="Chosen">The values chosen, each of a column such as <c>Wilayah.NamaWilayah</c>.</param>
/// <param name="Shows">As Power BI writes it in Indonesian; null for a blank.</param>
/// <param name="BeginsWith">Whether only the beginning is foretold: what follows is of one run, such as a number drawn from a hash.</param>
internal sealed record Expectation(string Measure, IReadOnlyList<(string Column, object Value)> Chosen, string? Shows, bool BeginsWith = false)
{
    /// <summary>The choice as filters of DAX.</summary>
    public string Filters => string.Join(", ", Chosen.Select(each => $"{each.Column.Replace(".", "[", StringComparison.Ordinal)}] = {Literal(each.Value)}"));

    public FilterContext Context => Chosen.Aggregate(FilterContext.None, (context, each) => context.With(each.Column, [each.Value is int number ? (decimal)number : each.Value]));

    private static string Literal(object value) => value switch
    {
        DateTime date => $"DATE ( {date.Year}, {date.Month}, {date.Day} )",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"\"{value}\"",
    };
}

/// <summary>
/// For every measure what it shows on the sample year, worked out from <c>sample-data/*.csv</c> and from the reference data alone: the
/// same list is computed by <see cref="DaxEngine"/> over the feed, and pasted into Desktop by people
/// (<c>powerbi/periksa-ukuran.dax</c>).
/// </summary>
internal static class ExpectedMeasures
{
    private const string Rote = "53.14";
    private const string Sabu = "53.20";
    private const string Ende = "53.08";
    private const string Malaka = "53.21";
    private const string Mabar = "53.15";

    private static readonly TruthOfMeasures Truth = new();

    public static IReadOnlyList<Expectation> All { get; } = [.. Figures(), .. Words(), .. Titles(), .. Compliance(), .. Origins(), .. Periods(), .. Freshness()];

    /// <summary>Every measure about one figure, all through the year, of the province and of regions that report, report late and are not concerned.</summary>
    public static IEnumerable<Expectation> OfEveryFigure() =>
        from month in new[] { 1, 3, 7, 8, 12 }
        from region in new[] { Province, Rote, Sabu, Mabar }
        from indicator in Testing.Truth.Indicators
        from each in OfFigure(new Selection(month, region, indicator))
        select each;

    private static IEnumerable<Expectation> Figures()
    {
        foreach (var chosen in new[] { new Selection(12, Province, "IKU-2"), new Selection(7, Sabu, "IKU-2"), new Selection(12, Province, "IKU-5"), new Selection(3, "53.17", "IKU-4") })
        {
            foreach (var each in OfFigure(chosen))
            {
                yield return each;
            }
        }

        // Not reported, and nothing to divide by: both are blank, never 0. A rank is a kabupaten's.
        yield return new("Realisasi Bulan Itu", At(12, Province, "IKU-1"), null);
        yield return new("Rasio Bertanda", At(7, "53.02", "IKU-1"), "tanpa rasio");
        yield return new("Rasio Bertanda", At(7, Malaka, "IKU-3"), $"{Truth.Mark(new(7, Malaka, "IKU-3"))} {Truth.At(new(7, Malaka, "IKU-3")).Ratio:0.00}".Replace('.', ','));

        // Several regions have no figure: nothing is averaged or added up.
        yield return new("Realisasi Kini", [.. At(12, null, "IKU-2"), ("Wilayah.Tingkat", "Kabupaten")], null);
        yield return new("Realisasi Tahun Lalu", [("Kalender.BulanTahun", "Januari 2025"), ("Indikator.KodeIndikator", "IKU-2")], Number(Truth.At(new(1, Province, "IKU-2")).Realisation));
    }

    private static IEnumerable<Expectation> OfFigure(Selection chosen)
    {
        var applies = Truth.Applies(chosen);
        var place = At(chosen.Month, chosen.Region, chosen.Indicator);
        Expectation Shows(string measure, Func<string?> value) => new(measure, place, applies ? value() : null);
        var before = chosen with { Month = chosen.Month - 1 };
        yield return Shows("Realisasi Kini", () => Number(Truth.At(chosen).Realisation));
        yield return Shows("Realisasi Bulan Itu", () => Number(Truth.Own(chosen)));
        yield return Shows("Target Kini", () => Number(Truth.At(chosen).Target));
        yield return Shows("Rasio Kini", () => Number(Truth.At(chosen).Ratio));
        yield return Shows("Kategori Kini", () => Truth.Category(chosen));
        yield return Shows("Urutan Kategori Kini", () => Truth.Order(chosen)?.ToString(CultureInfo.InvariantCulture));
        yield return Shows("Pembilang Kini", () => Count(Truth.Parts(chosen).Numerator));
        yield return Shows("Penyebut Kini", () => Count(Truth.Parts(chosen).Denominator));
        yield return Shows("Selisih Target", () => Signed(Truth.At(chosen).Realisation - Truth.At(chosen).Target));
        yield return Shows("Realisasi Bulan Lalu", () => before.Month == 0 ? null : Number(Truth.At(before).Realisation));
        yield return Shows("Perubahan dari Bulan Lalu", () => before.Month == 0 ? null : Signed(Truth.At(chosen).Realisation - Truth.At(before).Realisation));
        yield return Shows("Realisasi Tahun Lalu", () => null);
        yield return Shows("Peringkat", () => chosen.Region == Province || Truth.At(chosen).Ratio is null ? null : Truth.Rank(chosen).ToString(CultureInfo.InvariantCulture));
        yield return Shows("Wilayah Melapor", () => chosen.Region == Province ? Truth.Reporting(chosen).ToString(CultureInfo.InvariantCulture) : null);
        yield return Shows("Wilayah Wajib", () => chosen.Region == Province ? Truth.Due(chosen).ToString(CultureInfo.InvariantCulture) : null);
        yield return Shows("Kelengkapan", () => chosen.Region == Province ? Truth.Completeness(chosen) : null);
        yield return Shows("Wilayah Belum Melapor", () => chosen.Region == Province ? Truth.Missing(chosen) : null);
        yield return Shows("Lengkap Kini", () => Truth.IsComplete(chosen) ? "Lengkap" : "Belum lengkap");
        yield return Shows("Lapor Kini", () => Truth.IsReported(chosen) ? "Sudah" : "Belum");
        yield return Shows("Status Angka", () => $"Tetap (penetapan ke-{ReleasesOf(chosen.Month)})");
        yield return Shows("Golongan Kategori", () => Truth.Tone(chosen)?.Name);
        yield return Shows("Tanda Kategori", () => Truth.Tone(chosen)?.Mark);
        yield return Shows("Warna Kategori", () => Truth.Tone(chosen)?.Colour);
        yield return Shows("Warna Huruf Kategori", () => Truth.Tone(chosen)?.Ink);
        yield return Shows("Kategori Bertanda", () => Truth.Tone(chosen) is { } tone ? $"{tone.Mark} {Truth.Category(chosen)}{Star(chosen)}" : null);
        yield return Shows("Rasio Bertanda", () => MarkedRatio(chosen));
        var region = Region(chosen.Region);
        yield return new("Isi Ubin", place, $"{region.Name}\n{(applies ? MarkedRatio(chosen) : "tidak berlaku")}");
        yield return new("Warna Ubin", place, (applies ? Truth.Tone(chosen)?.Colour : null) ?? "#E8EBEE");
        yield return new("Warna Huruf Ubin", place, (applies ? Truth.Tone(chosen)?.Ink : null) ?? "#16242F");
    }

    private static IEnumerable<Expectation> Words()
    {
        yield return new("Bulan Dilihat", [], "Desember 2024");
        yield return new("Bulan Dilihat", At(8), "Agustus 2024");
        yield return new("Bulan Dilihat", [("Kalender.Tahun", 2024)], "Desember 2024");
        yield return new("Kode Wilayah Dilihat", [], Province);
        yield return new("Kode Wilayah Dilihat", At(null, Rote), Rote);
        yield return new("Kode Wilayah Dilihat", [("Wilayah.Tingkat", "Kabupaten")], null);
        yield return new("Nama Wilayah Dilihat", [], Region(Province).FullName);
        yield return new("Nama Wilayah Dilihat", At(null, Rote), Region(Rote).FullName);
        yield return new("Nama Wilayah Dilihat", [("Wilayah.Tingkat", "Kabupaten")], "beberapa wilayah");
        foreach (var chosen in new[] { new Selection(12, Province, ""), new Selection(3, Province, ""), new Selection(12, Rote, "") })
        {
            yield return new("Indikator Mencapai Target", At(chosen.Month, chosen.Region), Truth.OnTarget(chosen));
            yield return new("Indikator di Bawah Target", At(chosen.Month, chosen.Region), Truth.BelowTarget(chosen));
        }

        yield return new("Indikator Mencapai Target", [], Truth.OnTarget(new(12, Province, "")));
        yield return new("Indikator di Bawah Target", [("Kalender.BulanTahun", "Januari 2026")], "Belum ada yang dapat diukur");
    }

    private static IEnumerable<Expectation> Titles()
    {
        yield return new("Judul Ringkasan", At(8), $"Capaian indikator s.d. Agustus 2024, {Region(Province).FullName}: Tetap (penetapan ke-{ReleasesOf(8)})");
        yield return new("Judul Ringkasan", [("Kalender.BulanTahun", "Februari 2025")], $"Capaian indikator s.d. Februari 2025, {Region(Province).FullName}: Sementara");
        yield return new("Judul Wilayah", [], "Capaian kabupaten/kota s.d. Desember 2024");
        yield return new("Judul Peta", At(null, null, "IKU-3"), "Peta: rasio capaian IKU-3");
        yield return new("Judul Peta", [], "Peta: rasio capaian (pilih satu indikator)");
        yield return new("Judul Tren", At(null, Rote, "IKU-2"), $"Perkembangan IKU-2, {Region(Rote).FullName}");
        yield return new("Judul Asal Angka", At(7, Sabu, "IKU-2"), $"Asal angka IKU-2, {Region(Sabu).FullName}, s.d. Juli 2024");
        yield return new("Judul Kepatuhan", [("Kalender.Tahun", 2024)], "Siapa yang sudah melapor, siapa yang terlambat: 2024");
        yield return new("Judul Kepatuhan", [], "Siapa yang sudah melapor, siapa yang terlambat: semua bulan");
        yield return new("Judul Kualitas", [("Kalender.Tahun", 2024)], "Mutu laporan dan perubahan sejak penetapan sebelumnya: 2024");
    }

    private static IEnumerable<Expectation> Compliance()
    {
        // The kabupaten and kota alone: the province's own yearly report is not of the sample year.
        (string Column, object Value)[] year = [("Kalender.Tahun", 2024), ("KepatuhanLaporan.PemegangData", "KAB")];
        string Many(params string[] statuses) => Count(Reports.Count(report => statuses.Contains(report.Status)))!;
        yield return new("Banyak Laporan", year, Count(Reports.Count));
        yield return new("Laporan Jatuh Tempo", year, Many("Sudah", "Terlambat", "Belum", "Dikembalikan"));
        yield return new("Laporan Tepat Waktu", year, Many("Sudah"));
        yield return new("Laporan Terlambat", year, Many("Terlambat"));
        yield return new("Laporan Belum Ada", year, Many("Belum"));
        yield return new("Laporan Dikembalikan", year, Many("Dikembalikan"));
        yield return new("Persen Tepat Waktu", year, DaxValues.Format(Reports.Count(report => report.Status == "Sudah") / (decimal)Reports.Count, "0.0%"));
        yield return new("Hari Terlambat Terlama", At(12, Ende), Count(DaysLate(new(12, Ende, ""))));
        foreach (var month in new[] { 7, 10, 12 })
        {
            (string Column, object Value)[] chosen = [.. At(month), ("KepatuhanLaporan.PemegangData", "KAB")];
            var due = Reports.Where(report => report.Month == month).ToList();
            var open = due.Where(report => report.Status is "Belum" or "Dikembalikan").OrderBy(report => report.Region, StringComparer.Ordinal).ToList();
            yield return new("Kelengkapan Laporan", chosen, $"{due.Count - open.Count} dari {due.Count} laporan");
            yield return new("Daftar Belum Melapor", chosen, string.Join("; ", open.Select(report => Region(report.Region).FullName + (report.Status == "Dikembalikan" ? " (dikembalikan)" : ""))));
            yield return new("Status Pengiriman", chosen, $"{due.Count - open.Count}/{due.Count}");
        }

        foreach (var (report, mark, colour, ink) in new[]
        {
            (ReportOf(12, "53.01"), "✓", "#2E79B5", "#FFFFFF"),
            (ReportOf(12, Ende), $"◷ {DaysLate(new(12, Ende, ""))} hari", "#C08A00", "#16242F"),
            (ReportOf(12, Rote), "✕ belum", "#9C3508", "#FFFFFF"),
            (ReportOf(7, Sabu), "↩ kembali", "#4A2060", "#FFFFFF"),
        })
        {
            yield return new("Status Pengiriman", At(report.Month, report.Region), mark);
            yield return new("Warna Status Pengiriman", At(report.Month, report.Region), colour);
            yield return new("Warna Huruf Status Pengiriman", At(report.Month, report.Region), ink);
        }

        yield return new("Banyak Kiriman", [("Kalender.Tahun", 2024)], Count(Deliveries.Count(sent => sent.At.Year == 2024)));
        yield return new("Kiriman Dikembalikan", [("Kalender.Tahun", 2024)], Count(Deliveries.Count(sent => sent.At.Year == 2024 && !sent.IsAccepted)));
        foreach (var returned in Deliveries.Where(sent => sent.Region is "53.10" or "53.13" && !sent.IsAccepted))
        {
            yield return new("Banyak Kesalahan", At(returned.Month, returned.Region), "1");
            yield return new("Berkas Catatan", [.. At(returned.Month, returned.Region), ("CatatanVerifikasi.TingkatCatatan", "Kesalahan")], returned.File);
        }

        // More placed than registered that month: odd, and no error.
        yield return new("Banyak Peringatan", [.. At(null, Rote, "IKU-2"), ("CatatanVerifikasi.KodeCatatan", "N04")], Count(Truth.NumeratorsOverDenominators(Rote, "IKU-2")));
    }

    private static IEnumerable<Expectation> Origins()
    {
        var cell = new Selection(10, Rote, "IKU-2");
        (string Column, object Value)[] october = [.. At(12, Rote, "IKU-2"), ("DataRealisasi.Bulan", new DateTime(2024, 10, 1, 0, 0, 0, DateTimeKind.Unspecified)), ("DataRealisasi.Peran", "Pembilang"), ("DataRealisasi.NamaWilayah", Region(Rote).FullName)];
        yield return new("Jumlah Asal", october, Count(Truth.Reported(cell)!.Value.Numerator));
        yield return new("Jumlah Asal", [.. october[..3], ("DataRealisasi.Bulan", new DateTime(2024, 11, 1, 0, 0, 0, DateTimeKind.Unspecified)), ("DataRealisasi.Peran", "Pembilang")], null);
        yield return new("Dipakai dalam Angka", october, "Dipakai");
        yield return new("Nomor Tanda Terima Asal", october, $"TT-{Deliveries.Single(sent => sent.Region == Rote && sent.Month == 10).At:yyMMdd}", BeginsWith: true);

        // A stock is carried over the turn of the year, with the cell that it came from; what months add up to begins anew.
        foreach (var (indicator, carried) in new[] { ("IKU-3", true), ("IKU-2", false) })
        {
            yield return new(
                "Jumlah Asal",
                [("Kalender.BulanTahun", "Januari 2025"), .. At(null, Mabar, indicator), ("DataRealisasi.Bulan", new DateTime(2024, 12, 1, 0, 0, 0, DateTimeKind.Unspecified)), ("DataRealisasi.Peran", "Pembilang"), ("DataRealisasi.NamaWilayah", Region(Mabar).FullName)],
                carried ? Count(Truth.Reported(new(12, Mabar, indicator))!.Value.Numerator) : null);
        }

        // Of several cells together nothing can be said.
        yield return new("Dipakai dalam Angka", october[..^1], null);

        // Sent twice before the month was closed: the first file's cells are no longer what the figure rests on.
        foreach (var (sent, used) in Deliveries.Where(sent => sent is { Region: "53.71", Month: 7, IsAccepted: true }).OrderBy(sent => sent.At).Zip(new[] { "Tidak dipakai", "Dipakai" }))
        {
            yield return new("Dipakai dalam Angka", [.. At(7, "53.71", "IKU-2"), ("DataRealisasi.NamaBerkas", sent.File), ("DataRealisasi.Peran", "Penyebut"), ("DataRealisasi.NamaWilayah", Region("53.71").FullName)], used);
        }

        // A report that came after its month had closed: every figure of that region changes, and of the province every indicator that it has.
        yield return new("Banyak Perubahan", At(12, Ende), Count(Testing.Truth.Indicators.Count(indicator => Truth.Applies(new(12, Ende, indicator)))));
        yield return new("Banyak Perubahan", At(12, Mabar), null);
    }

    private static IEnumerable<Expectation> Periods()
    {
        foreach (var (quarter, indicator) in new[] { (3, "IKU-2"), (4, "IKU-4"), (1, "IKU-6") })
        {
            var last = new Selection(quarter * 3, Province, indicator);
            (string Column, object Value)[] chosen = [("KinerjaPeriode.NamaPeriode", $"Triwulan {new[] { "I", "II", "III", "IV" }[quarter - 1]} 2024"), ("Indikator.KodeIndikator", indicator)];
            yield return new("Realisasi Periode Itu", chosen, Number(Truth.OfQuarter(last)));
            yield return new("Realisasi Akhir Periode", chosen, Number(Truth.At(last).Realisation));
            yield return new("Target Periode", chosen, Number(Truth.At(last).Target));
            yield return new("Kategori Periode", chosen, Truth.Category(last));
            yield return new("Kelengkapan Periode", chosen, Truth.IsQuarterComplete(last) ? "Lengkap" : "Belum lengkap");
        }
    }

    private static IEnumerable<Expectation> Freshness()
    {
        var latest = Deliveries.Max(sent => sent.At);
        yield return new("Umur Data (hari)", [], "0");
        yield return new("Kemutakhiran", [], "Data dimuat ", BeginsWith: true);
        yield return new("Warna Kemutakhiran", [], "#51616D");
        yield return new("Kiriman Terakhir", [], Day(latest), BeginsWith: true);
        yield return new("Penetapan Terakhir", [], $"{Day(latest.AddDays(1))} 06:00");
        yield return new("Rujukan yang Dipakai", [], ReferenceData.Shipped.Version);
        yield return new("Kiriman Ditarik", [], "0");
    }

    /// <summary>A month of 2024, a region and an indicator as the slicers choose them.</summary>
    public static (string Column, object Value)[] At(int? month = null, string? region = null, string? indicator = null) =>
    [
        .. month is { } number ? [("Kalender.BulanTahun", (object)$"{ReportingMonth.NameOf(number)} 2024")] : Array.Empty<(string, object)>(),
        .. region is null ? Array.Empty<(string, object)>() : [("Wilayah.NamaWilayah", (object)Region(region).FullName)],
        .. indicator is null ? Array.Empty<(string, object)>() : [("Indikator.KodeIndikator", (object)indicator)],
    ];

    private static string MarkedRatio(Selection chosen) =>
        Truth.At(chosen).Ratio is { } ratio ? $"{Truth.Tone(chosen)!.Mark} {Number(ratio)}{Star(chosen)}" : Truth.IsReported(chosen) ? "tanpa rasio" : "belum lapor";

    private static string Star(Selection chosen) => Truth.IsComplete(chosen) ? "" : " *";

    private static string? Number(decimal? value) => value is null ? null : DaxValues.Format(value, "#,0.00");

    private static string? Signed(decimal? value) => value is null ? null : DaxValues.Format(value, "+#,0.00;-#,0.00;0.00");

    private static string? Count(decimal? value) => value is null ? null : DaxValues.Format(value, "#,0.##");

    private static string Day(DateTimeOffset moment) => $"{moment.Day} {ReportingMonth.NameOf(moment.Month)} {moment.Year}";
}

/// <summary>How measures are asked and their answers written, for people and for the engine alike.</summary>
internal static class MeasureAnswers
{
    /// <summary>What a measure shows: by its format string where it has one.</summary>
    public static string? Shown(Field measure, object? value) =>
        value is null ? null : measure.Definition["formatString"] is { } format ? DaxValues.Format(value, format) : DaxValues.Text(value);

    /// <summary>One query for Desktop's DAX query view: every measure, what it should show, what it shows, and whether that is the same.</summary>
    public static string Query(IEnumerable<Expectation> expectations, SemanticModel model) =>
        $"""
        // Setiap ukuran pada data contoh LocalHost: apa yang seharusnya ditampilkan, dan apa yang ditampilkan model ini.
        // Power BI Desktop: buka tampilan kueri DAX, tempelkan seluruh berkas ini, lalu Jalankan. Yang tidak cocok ada di atas.
        // Ditulis oleh MeasureResultsTests dari sample-data/*.csv; jangan diubah dengan tangan.
        DEFINE
            VAR Hasil =
                UNION (
                    {string.Join(",\n            ", expectations.Select(each => Row(each, model)))}
                )
        EVALUATE
        ADDCOLUMNS ( Hasil, "Cocok", IF ( EXACT ( [Seharusnya], [Ditampilkan] ), "ya", "TIDAK" ) )
        ORDER BY [Cocok], [Ukuran]

        """.ReplaceLineEndings("\n");

    private static string Row(Expectation expectation, SemanticModel model)
    {
        var asked = expectation.Chosen.Count == 0 ? $"[{expectation.Measure}]" : $"CALCULATE ( [{expectation.Measure}], {expectation.Filters} )";
        // Of a whole number "#,0.##" may leave a comma behind.
        var format = model.Measures[expectation.Measure].Definition["formatString"]?.Replace("#,0.##", expectation.Shows?.Contains(',') == true ? "#,0.##" : "#,0", StringComparison.Ordinal);
        var shown = format is null ? $"{asked} & \"\"" : $"FORMAT ( {asked}, {Quoted(format)}, \"id-ID\" )";
        var compared = expectation.BeginsWith ? $"LEFT ( {shown}, {expectation.Shows!.Length} )" : shown;
        return $"ROW ( \"Ukuran\", {Quoted(expectation.Measure)}, \"Pilihan\", {Quoted(expectation.Filters)}, \"Seharusnya\", {Quoted(expectation.Shows ?? "").Replace("\n", "\" & UNICHAR ( 10 ) & \"", StringComparison.Ordinal)}, \"Ditampilkan\", {compared} )";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
