using System.Globalization;
using System.IO.Compression;
using Renstra.SampleData.Anchors;
using Renstra.SampleData.Writing;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Forms;

/// <summary>
/// That the committed sample data are what the generator makes, and that the truth beside them is one. None of this asks the
/// product what it reads.
/// </summary>
public sealed class SampleDataTests
{
    [Fact]
    public void Regenerating_gives_exactly_the_committed_files()
    {
        var generated = SampleDataSet.Generate(ReferenceData.Shipped).ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);

        string[] tables = ["pengiriman.csv", "kebenaran.csv", "kebenaran-rincian.csv", "kebenaran-status.csv"];
        Assert.Equal(generated.Keys.Order(StringComparer.Ordinal), SampleFolder.Workbooks.Concat(tables).Order(StringComparer.Ordinal));
        Assert.Empty(generated
            .Where(file => !Parts(file.Key, file.Value).SequenceEqual(Parts(file.Key, SampleFolder.Read(file.Key))))
            .Select(file => file.Key));
    }

    [Fact]
    public void Every_workbook_was_sent_once_and_everything_sent_is_there()
    {
        var sent = SampleFolder.Table("pengiriman.csv").Select(row => $"berkas/{row["Folder"]}/{row["Berkas"]}");

        Assert.Equal(SampleFolder.Workbooks.Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_are_listed_in_the_order_in_which_they_were_sent()
    {
        var moments = SampleFolder.Table("pengiriman.csv")
            .Select(row => DateTimeOffset.ParseExact(row["DikirimPada"], "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
            .ToList();

        Assert.Equal(moments.Order(), moments);
        Assert.All(moments, moment => Assert.Equal(TimeSpan.FromHours(8), moment.Offset));
    }

    [Fact]
    public void What_stands_is_what_the_last_accepted_file_says()
    {
        var standing = SampleFolder.Table("pengiriman.csv")
            .Where(row => row["Putusan"] == "DITERIMA")
            .GroupBy(row => (row["Bulan"], row["KodeWilayah"]))
            .ToDictionary(sent => sent.Key, sent => sent.Last());
        var truth = SampleFolder.Table("kebenaran.csv").GroupBy(row => (row["Bulan"], row["KodeWilayah"])).ToDictionary(rows => rows.Key, rows => rows.ToList());
        var wrong = new List<string>();

        // Only the official form has places of its own; other styles are read back by the product.
        var offices = Office.ReadAll(ReferenceData.Shipped.Regions).Where(office => office.Style == "formulir resmi").Select(office => office.Region.Code.Value).ToHashSet();
        foreach (var (key, file) in standing.Where(sent => offices.Contains(sent.Key.Item2)))
        {
            var cells = FormFixture.Cells(SampleFolder.Read($"berkas/{file["Folder"]}/{file["Berkas"]}"), "Laporan");
            var written = cells
                .Where(cell => cell.Value is string text && text.StartsWith("IKU-", StringComparison.Ordinal))
                .Select(cell => (Code: cell.Value, Numerator: cells.GetValueOrDefault($"E{cell.Key[1..]}"), Denominator: cells.GetValueOrDefault($"H{cell.Key[1..]}")))
                .Where(row => row.Numerator is not null)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Code},{row.Numerator},{row.Denominator},{file["Berkas"]}"));
            if (!written.SequenceEqual(truth[key].Select(row => $"{row["Indikator"]},{row["Pembilang"]},{row["Penyebut"]},{row["Berkas"]}")))
            {
                wrong.Add($"{key}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(truth.Keys.Order(), standing.Keys.Order());
    }

    [Fact]
    public void Offices_have_styles_of_their_own_in_several_formats_and_keep_to_them()
    {
        var offices = Office.ReadAll(ReferenceData.Shipped.Regions);
        var endings = SampleFolder.Table("pengiriman.csv").GroupBy(row => row["KodeWilayah"], row => Path.GetExtension(row["Berkas"])).ToList();

        Assert.True(offices.Select(office => office.Style).Distinct().Count() > 8);
        Assert.Equal([".csv", ".txt", ".xls", ".xlsx"], endings.SelectMany(sent => sent).Distinct().Order(StringComparer.Ordinal));
        Assert.All(endings, sent => Assert.Single(sent.Distinct()));
    }

    [Fact]
    public void What_accumulates_within_the_year_never_falls_once_everything_is_revised()
    {
        var series = SampleFolder.Table("kebenaran.csv")
            .Where(row => row["Indikator"] is "IKU-4" or "IKU-7")
            .GroupBy(row => (row["KodeWilayah"], row["Indikator"]), row => Count(row["Pembilang"]));

        Assert.All(series, months => Assert.Equal(months.Order(), months));
    }

    [Fact]
    public void A_numerator_is_over_its_denominator_only_where_that_is_a_remark()
    {
        var over = SampleFolder.Table("kebenaran.csv").Where(row => Count(row["Pembilang"]) > Count(row["Penyebut"])).Select(row => row["Indikator"]).Distinct();

        Assert.Equal(["IKU-1", "IKU-2", "IKU-6", "IKU-7"], over.Order(StringComparer.Ordinal));
    }

    // Counted by hand in Tables 2.7 (lines 852-869), 2.9 (left half, lines 1316-1339) and 2.10 (left half, lines 1367-1389).
    [Theory]
    [InlineData("IKU-5", "53.01=1 53.02=1 53.03=1 53.04=1 53.05=1 53.06=1 53.08=1 53.09=1 53.11=2 53.12=1 53.14=1 53.15=1 53.16=1 53.18=1 53.19=1 53.20=1 53.21=1")]
    [InlineData("IKU-6", "53.01=1 53.02=1 53.03=1 53.04=1 53.05=2 53.06=0 53.08=1 53.09=0 53.11=2 53.12=1 53.14=2 53.15=0 53.16=2 53.18=1 53.20=1 53.21=2")]
    [InlineData("IKU-7", "53.02=0 53.03=0 53.04=2 53.05=2 53.11=6 53.12=2 53.14=1 53.15=1 53.16=1 53.21=3")]
    public void Denominators_of_transmigration_are_those_of_the_plans_tables(string indicator, string expected)
    {
        var denominators = SampleFolder.Table("kebenaran.csv")
            .Where(row => row["Indikator"] == indicator)
            .Select(row => $"{row["KodeWilayah"]}={row["Penyebut"]}")
            .Distinct();

        Assert.Equal(expected, string.Join(' ', denominators.Order(StringComparer.Ordinal)));
    }

    // Line 727: 3,517 registered and 3,086 placed in 2023; lines 614-616: 256 participants and 72 certified; line 817: 1,210
    // of 6,428 companies (cumulative, so only December counts, where two offices are missing or late).
    [Theory]
    [InlineData("IKU-1", "Penyebut", 256)]
    [InlineData("IKU-1", "Pembilang", 72)]
    [InlineData("IKU-2", "Penyebut", 3517)]
    [InlineData("IKU-2", "Pembilang", 3086)]
    [InlineData("IKU-4", "Penyebut", 6428)]
    [InlineData("IKU-4", "Pembilang", 1210)]
    public void The_provinces_year_is_near_the_plans_last_one(string indicator, string column, int of2023)
    {
        var rows = SampleFolder.Table("kebenaran.csv").Where(row => row["Indikator"] == indicator && (indicator != "IKU-4" || row["Bulan"] == "2024-12"));

        var sum = rows.Sum(row => Count(row[column]));

        Assert.InRange(sum, of2023 * 0.75m, of2023 * 1.25m);
    }

    [Fact]
    public void The_year_holds_every_kind_of_trouble()
    {
        var sent = SampleFolder.Table("pengiriman.csv").GroupBy(row => (row["Bulan"], row["KodeWilayah"])).ToList();
        var status = SampleFolder.Table("kebenaran-status.csv");

        Assert.Equal(22 * 12, status.Count);
        Assert.Equal(["Tepat waktu", "Terlambat", "Tidak melapor"], status.Select(row => row["Status"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["I04", "I05", "I06", "N01", "N02", "N03", "N04", "N06", "T02"],
            sent.SelectMany(each => each).SelectMany(row => row["KodeKesalahan"].Split(';', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(sent, each => Verdicts(each) is ["DIKEMBALIKAN"]);
        Assert.Contains(sent, each => Verdicts(each) is ["DIKEMBALIKAN", "DITERIMA"]);
        Assert.Contains(sent, each => Verdicts(each) is ["DITERIMA", "DIKEMBALIKAN"]);
        Assert.Contains(sent, each => Verdicts(each) is ["DITERIMA", "DITERIMA"]);
    }

    private static string[] Verdicts(IEnumerable<IReadOnlyDictionary<string, string>> sent) => [.. sent.Select(row => row["Putusan"])];

    private static int Count(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>
    /// A file's content apart from how it is compressed: another release of the runtime may pack the same parts into other bytes.
    /// </summary>
    private static IEnumerable<string> Parts(string path, byte[] content)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            return [Convert.ToHexString(content)];
        }

        using var archive = new ZipArchive(new MemoryStream(content));
        return
        [
            .. archive.Entries.Select(part =>
            {
                using var stream = part.Open();
                using var buffer = new MemoryStream();
                stream.CopyTo(buffer);
                return string.Create(CultureInfo.InvariantCulture, $"{part.FullName} {part.LastWriteTime:O} {Convert.ToHexString(buffer.ToArray())}");
            }),
        ];
    }
}
