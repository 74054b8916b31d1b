using System.Globalization;
using System.Text.Json;
using Renstra.Testing.Azurite;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Feed.Sets;

/// <summary>Breakdowns in the feed: each part with its cell, beside the totals and never among them.</summary>
public sealed class BreakdownTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_part_is_a_row_with_the_cell_that_it_was_read_from()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var submission = await feed.Data.ReportAsync("53.01", "2024-03", Figures("53.01", "2024-03", akan: 11, men: 12));

        var rows = await feed.RowsAsync("DataRincian?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53.01' and KodeIndikator eq 'IKU-2'");

        Assert.Equal(
            ["Jenis kelamin LakiLaki 12", "Jenis kelamin Perempuan 19", "Penempatan AKAD 20", "Penempatan AKAN 11"],
            rows.Select(row => $"{Text(row, "Dimensi")} {Text(row, "Bagian")} {row.GetProperty("Jumlah").GetDecimal().ToString(CultureInfo.InvariantCulture)}"));
        var akan = rows[3];
        Assert.Equal(("Rincian", "D11", "11 orang"), (Text(akan, "Lembar"), Text(akan, "Sel"), Text(akan, "IsiSel")));
        Assert.Equal(("Pembilang", "orang", "Antar Kerja Antar Negara (AKAN)"), (Text(akan, "Peran"), Text(akan, "Satuan"), Text(akan, "NamaBagian")));
        Assert.Equal((submission.ToString(), "Laporan 53.01 2024-03.xlsx", true), (Text(akan, "LaporanMasuk")!, Text(akan, "NamaBerkas")!, akan.GetProperty("Berlaku").GetBoolean()));
    }

    [Fact]
    public async Task The_totals_are_the_same_with_and_without_breakdowns()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", Figures("53.01", "2024-03", akan: 11, men: 12));
        await feed.Data.ReportAsync("53.02", "2024-03", 30);

        var cells = await feed.RowsAsync("DataRealisasi?$filter=Bulan eq 2024-03-01 and KodeIndikator eq 'IKU-2'");
        var province = Assert.Single(await feed.RowsAsync("Kinerja?$filter=Bulan eq 2024-03-01 and KodeWilayah eq '53' and KodeIndikator eq 'IKU-2'"));

        Assert.Equal(4, cells.Count);
        Assert.Equal(62m, province.GetProperty("Pembilang").GetDecimal());
    }

    [Fact]
    public async Task Parts_of_reports_that_were_replaced_or_returned_do_not_count()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", Figures("53.01", "2024-03", akan: 11, men: 12));
        await feed.Data.ReportAsync("53.01", "2024-03", Figures("53.01", "2024-03", akan: 13, men: 12), Wita.At(new DateOnly(2024, 4, 20), new TimeOnly(10, 0)));
        await feed.Data.ReportAsync("53.02", "2024-03", Figures("53.02", "2024-03", akan: 99, men: 12), isAccepted: false);

        var rows = await feed.RowsAsync("DataRincian?$filter=Bagian eq 'AKAN'");

        Assert.Equal([(11m, false), (13m, true)], rows.Select(row => (row.GetProperty("Jumlah").GetDecimal(), row.GetProperty("Berlaku").GetBoolean())));
    }

    [Fact]
    public async Task The_province_is_added_up_by_the_query_that_the_page_shows()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportAsync("53.01", "2024-03", Figures("53.01", "2024-03", akan: 11, men: 12));
        await feed.Data.ReportAsync("53.02", "2024-03", Figures("53.02", "2024-03", akan: 5, men: 31));
        await feed.Data.ReportAsync("53.03", "2024-03", 30);

        var rows = await feed.RowsAsync(
            "DataRincian?$apply=filter(Berlaku eq true and Bulan ge 2024-01-01 and Bulan le 2024-07-01 and KodeIndikator eq 'IKU-2' and Peran eq 'Pembilang')"
            + "/groupby((Dimensi,Bagian),aggregate(Jumlah with sum as Jumlah,KodeWilayah with countdistinct as WilayahMerinci))");

        Assert.Equal(
            ["Jenis kelamin LakiLaki 43 2", "Jenis kelamin Perempuan 19 2", "Penempatan AKAD 46 2", "Penempatan AKAN 16 2"],
            rows.Select(row => $"{Text(row, "Dimensi")} {Text(row, "Bagian")} {row.GetProperty("Jumlah")} {row.GetProperty("WilayahMerinci")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_catalogue_lists_the_parts_in_the_order_of_the_form()
    {
        await using var feed = await FeedApp.StartAsync(azurite);

        var rows = await feed.RowsAsync("Rincian?$filter=KodeIndikator eq 'IKU-2' and Peran eq 'Pembilang'&$orderby=Urutan");

        Assert.Equal(
            ["AKL Bagian", "AKAD Bagian", "AKAN Bagian", "Pelatihan Bagian", "LakiLaki Bagian", "Perempuan Bagian", "Disabilitas DiAntaranya", "BukanDisabilitas Sisanya"],
            rows.Select(row => $"{Text(row, "Bagian")} {Text(row, "Sifat")}"));
        Assert.Equal(ReferenceData.Shipped.Indicators.All.SelectMany(indicator => indicator.Components).Sum(component => component.Breakdown.Count), (await feed.RowsAsync("Rincian")).Count);
    }

    /// <summary>The figures of a report with 31 placed, by way and by sex.</summary>
    private static IReadOnlyList<Figure> Figures(string region, string month, int akan, int men) =>
    [
        .. FeedData.Figures(region, month, 30).Select(figure => figure.Indicator.Value != "IKU-2" ? figure : figure with
        {
            Parts =
            [
                Part("Penempatan", "AKAD", 31 - akan, "D10"), Part("Penempatan", "AKAN", akan, "D11"),
                Part("Jenis kelamin", "LakiLaki", men, "D13"), Part("Jenis kelamin", "Perempuan", 31 - men, "D14"),
            ],
        }),
    ];

    private static PartAmount Part(string dimension, string part, int amount, string cell) =>
        new(ComponentRole.Pembilang, dimension, part, new ComponentAmount(amount, new CellLocation("Rincian", cell), string.Create(CultureInfo.InvariantCulture, $"{amount} orang")));

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();
}
