using System.Text.Json;
using Renstra.Testing.PowerBi;

namespace Renstra.PowerBi.Tests.Dax;

/// <summary>The engine knows as much of DAX as the model uses; what it says has to be what Microsoft's reference says.</summary>
public sealed class DaxEngineTests
{
    private static readonly DateTime Now = new(2025, 2, 6, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("( 1 + 2 ) * 3", "9")]
    [InlineData("1 & 2 + 3", "15")]
    [InlineData("NOT 1 = 2 && TRUE ()", "True")]
    [InlineData("BLANK () = 0", "True")]
    [InlineData("BLANK () = \"\"", "True")]
    [InlineData("BLANK () IN { 0 }", "False")]
    [InlineData("BLANK () + 1", "1")]
    [InlineData("BLANK () & \"a\"", "a")]
    [InlineData("ISBLANK ( BLANK () - BLANK () )", "True")]
    [InlineData("VAR A = 1 VAR B = A + 1 RETURN B * 2", "4")]
    [InlineData("SWITCH ( 2, 1, \"satu\", 2, \"dua\", \"lain\" )", "dua")]
    [InlineData("SWITCH ( TRUE (), 1 > 2, \"satu\", \"lain\" )", "lain")]
    [InlineData("COALESCE ( BLANK (), 0 )", "0")]
    [InlineData("DIVIDE ( 1, 0 )", "")]
    [InlineData("FORMAT ( 1234.5, \"#,0.00\", \"id-ID\" )", "1.234,50")]
    [InlineData("FORMAT ( DATE ( 2024, 8, 1 ), \"d mmmm yyyy HH:nn\", \"id-ID\" )", "1 Agustus 2024 00:00")]
    [InlineData("MONTH ( EDATE ( DATE ( 2024, 1, 1 ), -1 ) )", "12")]
    [InlineData("INT ( UTCNOW () + TIME ( 8, 0, 0 ) - DATE ( 2025, 2, 4 ) )", "2")]
    public void Values_are_what_the_reference_says(string expression, string value) => Assert.Equal(value, Asked(expression));

    [Theory]
    [InlineData("COUNTROWS ( Kinerja )", "3")]
    [InlineData("CALCULATE ( COUNTROWS ( Kinerja ), Wilayah[KodeWilayah] = \"53.02\" )", "1")]
    [InlineData("CALCULATE ( COUNTROWS ( Wilayah ), Kinerja[KodeWilayah] = \"53.02\" )", "2")]
    [InlineData("CALCULATE ( CALCULATE ( COUNTROWS ( Kinerja ), Wilayah[KodeWilayah] = \"53.01\" ), Wilayah[KodeWilayah] = \"53.02\" )", "1")]
    [InlineData("CALCULATE ( CALCULATE ( COUNTROWS ( Kinerja ), KEEPFILTERS ( Wilayah[KodeWilayah] = \"53.01\" ) ), Wilayah[KodeWilayah] = \"53.02\" )", "")]
    [InlineData("CALCULATE ( CALCULATE ( COUNTROWS ( Kinerja ), REMOVEFILTERS ( Wilayah ) ), Wilayah[KodeWilayah] = \"53.02\" )", "3")]
    [InlineData("CALCULATE ( SELECTEDVALUE ( Wilayah[NamaSingkat] ), Wilayah[KodeWilayah] = \"53.02\" )", "B")]
    [InlineData("SELECTEDVALUE ( Wilayah[NamaSingkat], \"beberapa\" )", "beberapa")]
    [InlineData("CONCATENATEX ( VALUES ( Wilayah[NamaSingkat] ), Wilayah[NamaSingkat], \"+\", Wilayah[NamaSingkat], ASC )", "+A+B")]
    [InlineData("COUNTROWS ( FILTER ( ADDCOLUMNS ( VALUES ( Wilayah[KodeWilayah] ), \"@Banyak\", CALCULATE ( COUNTROWS ( Kinerja ) ) ), [@Banyak] = 1 ) )", "3")]
    [InlineData("CALCULATE ( ISFILTERED ( Wilayah ), Wilayah[KodeWilayah] = \"53.02\" )", "True")]
    [InlineData("ISFILTERED ( Wilayah )", "False")]
    [InlineData("LOOKUPVALUE ( Wilayah[NamaSingkat], Wilayah[KodeWilayah], \"53.01\" )", "A")]
    public void Filters_reach_facts_from_dimensions_and_take_one_anothers_place(string expression, string value) => Assert.Equal(value, Asked(expression));

    [Theory]
    [InlineData("SUM ( Kinerja[Realisasi] )")]
    [InlineData("1 +")]
    [InlineData("CONCATENATEX ( VALUES ( Wilayah[NamaSingkat] ), Wilayah[NamaSingkat], \"+\", Wilayah[NamaSingkat] )")]
    public void What_it_does_not_know_it_refuses(string expression) => Assert.ThrowsAny<Exception>(() => Asked(expression));

    [Theory]
    [InlineData("Belum Berhasil", 4, "kurang")]
    [InlineData("Rendah", 4, "")]
    [InlineData("Berhasil", 2, "baik")]
    public void A_category_of_another_scale_than_the_one_in_use_gets_no_colour(string category, int order, string tone)
    {
        var rows = SemanticModel.Current.Tables.ToDictionary(table => table.Name, IReadOnlyList<JsonElement> (_) => [], StringComparer.Ordinal);
        rows["Kalender"] = Rows("""[{"Bulan":"2024-01-01","BulanTahun":"Januari 2024","StatusKalender":"Lalu"}]""");
        rows["Wilayah"] = Rows("""[{"KodeWilayah":"53","Tingkat":"Provinsi"}]""");
        rows["Indikator"] = Rows("""[{"KodeIndikator":"IKU-1"}]""");
        rows["SkalaKategori"] = Rows("""[{"UrutanKategori":1,"Kategori":"Sangat Berhasil"},{"UrutanKategori":2,"Kategori":"Berhasil"},{"UrutanKategori":3,"Kategori":"Cukup Berhasil"},{"UrutanKategori":4,"Kategori":"Belum Berhasil"}]""");
        rows["Kinerja"] = Rows($$"""[{"Bulan":"2024-01-01","KodeWilayah":"53","KodeIndikator":"IKU-1","Kategori":"{{category}}","UrutanKategori":{{order}}}]""");
        var engine = new DaxEngine(SemanticModel.Current, new LoadedModel(SemanticModel.Current, rows, (_, _) => null), Now);

        Assert.Equal(tone, DaxValues.Text(engine.Measure("Golongan Kategori", FilterContext.None.With("Kalender.BulanTahun", ["Januari 2024"]))));
    }

    [Theory]
    [InlineData("true", "Dipakai")]
    [InlineData("false", "Tidak dipakai")]
    public void A_figure_of_the_province_itself_rests_on_its_report_that_stands(string stands, string used)
    {
        var rows = SemanticModel.Current.Tables.ToDictionary(table => table.Name, IReadOnlyList<JsonElement> (_) => [], StringComparer.Ordinal);
        rows["Kalender"] = Rows("""[{"Bulan":"2024-12-01","BulanTahun":"Desember 2024","StatusKalender":"Lalu"}]""");
        rows["Wilayah"] = Rows("""[{"KodeWilayah":"53","Tingkat":"Provinsi"}]""");
        rows["Indikator"] = Rows("""[{"KodeIndikator":"IKK-1"}]""");
        rows["Kinerja"] = Rows("""[{"Bulan":"2024-12-01","KodeWilayah":"53","KodeIndikator":"IKK-1"}]""");
        rows["DataRealisasi"] = Rows($$"""[{"Bulan":"2024-12-01","KodeWilayah":"53","KodeIndikator":"IKK-1","LaporanMasuk":"a","Jumlah":3.02,"Berlaku":{{stands}}}]""");
        var engine = new DaxEngine(SemanticModel.Current, new LoadedModel(SemanticModel.Current, rows, (_, _) => null), Now);

        Assert.Equal(used, DaxValues.Text(engine.Measure("Dipakai dalam Angka", FilterContext.None.With("Kalender.BulanTahun", ["Desember 2024"]))));
    }

    [Theory]
    [InlineData("2024-12-01", "2024-12-01", "7")]
    [InlineData("2024-12-01", "2024-11-01", "")]
    [InlineData("2025-01-01", "2024-12-01", "")]
    [InlineData(null, "2024-12-01", "")]
    public void A_figure_carried_over_the_turn_of_the_year_shows_the_cell_that_it_was_carried_from(string? from, string cell, string shown)
    {
        var rows = SemanticModel.Current.Tables.ToDictionary(table => table.Name, IReadOnlyList<JsonElement> (_) => [], StringComparer.Ordinal);
        rows["Kalender"] = Rows("""[{"Bulan":"2024-11-01","BulanTahun":"November 2024","StatusKalender":"Lalu"},{"Bulan":"2024-12-01","BulanTahun":"Desember 2024","StatusKalender":"Lalu"},{"Bulan":"2025-01-01","BulanTahun":"Januari 2025","StatusKalender":"Lalu"}]""");
        rows["Wilayah"] = Rows("""[{"KodeWilayah":"53","Tingkat":"Provinsi"},{"KodeWilayah":"53.01","Tingkat":"Kabupaten"}]""");
        rows["Indikator"] = Rows("""[{"KodeIndikator":"IKU-3"}]""");
        rows["Kinerja"] = Rows($$"""[{"Bulan":"2025-01-01","KodeWilayah":"53.01","KodeIndikator":"IKU-3","DataBulan":{{(from is null ? "null" : $"\"{from}\"")}}}]""");
        rows["DataRealisasi"] = Rows($$"""[{"Bulan":"{{cell}}","KodeWilayah":"53.01","KodeIndikator":"IKU-3","LaporanMasuk":"a","Jumlah":7,"Berlaku":true}]""");
        var engine = new DaxEngine(SemanticModel.Current, new LoadedModel(SemanticModel.Current, rows, (_, _) => null), Now);

        Assert.Equal(shown, DaxValues.Text(engine.Measure("Jumlah Asal", FilterContext.None.With("Kalender.BulanTahun", ["Januari 2025"]))));
    }

    private static string Asked(string expression)
    {
        var rows = SemanticModel.Current.Tables.ToDictionary(table => table.Name, IReadOnlyList<JsonElement> (_) => [], StringComparer.Ordinal);
        rows["Wilayah"] = Rows("""[{"KodeWilayah":"53.01","NamaSingkat":"A"},{"KodeWilayah":"53.02","NamaSingkat":"B"}]""");

        // The third is about a region that the dimension does not have.
        rows["Kinerja"] = Rows("""[{"KodeWilayah":"53.01"},{"KodeWilayah":"53.02"},{"KodeWilayah":"53.99"}]""");
        var loaded = new LoadedModel(SemanticModel.Current, rows, (_, _) => null);
        return DaxValues.Text(new DaxEngine(SemanticModel.Current, loaded, Now).Ask(expression));
    }

    private static List<JsonElement> Rows(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
}
