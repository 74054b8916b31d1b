using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>
/// Random queries, each answered by the feed and by <see cref="SpecificationQuery"/> over the set's own rows. 1,000 with fixed seeds;
/// more, or others, by <c>RENSTRA_QUERIES</c> and <c>RENSTRA_SEED</c>.
/// </summary>
public sealed class RandomQueryTests(AzuriteFixture azurite)
{
    private static readonly QueriedSet[] Sets =
    [
        new(
            "ProgramKegiatan", ["KodeProgram", "Periode"], ["Tahun"], ["Target", "Rupiah"],
            ["KodeProgram", "Periode", "JenisBaris", "KodeInduk", "Kinerja", "Satuan", "UnitKerja", "Catatan"], [], [], []),
        new(
            "Kinerja", ["Bulan", "KodeWilayah", "KodeIndikator"], ["PenetapanKe", "UrutanKategori", "WilayahMelapor", "BulanAngka", "Triwulan"],
            ["PembilangBulan", "Pembilang", "Penyebut", "Realisasi", "Target", "RasioCapaian"], ["KodeWilayah", "NamaWilayah", "Tingkat", "KodeIndikator", "Kategori", "LaporanMasuk", "StatusBulan"],
            ["Bulan", "DataBulan"], ["DitetapkanPada", "DiubahPada"], ["Berjalan", "Lengkap"]),
        new(
            "KinerjaTahunan", ["Nomor", "Tahun"], ["Nomor", "Tahun"], ["Target", "Realisasi", "RasioCapaian", "Pembilang", "Penyebut"],
            ["NamaIndikator", "Satuan", "Jenis", "Bidang", "Catatan"], [], [], []),
        new(
            "Target", ["KodeIndikator", "Tahun", "KodeWilayahTarget", "PeriodeTarget", "BerlakuMulai"], ["Tahun"], ["Target", "TargetSampai"],
            ["KodeIndikator", "KodeWilayahTarget", "PeriodeTarget", "Catatan"], ["BerlakuMulai"], [], []),
    ];

    [Fact]
    public async Task Random_queries_are_answered_as_the_specification_says()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.ReportAsync("53.01", "2024-02", 21);
        await feed.Data.CloseAsync("2024-01");
        await feed.Data.CloseAsync("2024-02");
        await feed.Data.CloseAsync("2024-03");
        await feed.Data.CloseAsync("2024-04");
        var truth = new List<IReadOnlyList<IReadOnlyDictionary<string, object?>>>();
        foreach (var set in Sets)
        {
            truth.Add([.. (await feed.RowsAsync(set.Name)).Select(row => RowOf(set, row))]);
        }

        var count = int.Parse(Environment.GetEnvironmentVariable("RENSTRA_QUERIES") ?? "1000", CultureInfo.InvariantCulture);
        var firstSeed = int.Parse(Environment.GetEnvironmentVariable("RENSTRA_SEED") ?? "1", CultureInfo.InvariantCulture);
        var (answered, refused) = (0, 0);
        var wrong = new List<string>();
        var started = Stopwatch.GetTimestamp();
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var random = new Random(seed);
            var index = random.Next(Sets.Length);
            var (query, expected) = random.Next(4) == 0 ? Grouped(random, Sets[index], truth[index]) : Listed(random, Sets[index], truth[index]);
            using var response = await feed.SendAsync(query);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (expected is null)
            {
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"seed {seed}: {query}\n{body}");
                refused += response.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
                continue;
            }

            answered++;
            if (Difference(expected, response.StatusCode, body) is { } difference)
            {
                wrong.Add($"seed {seed}: {Uri.UnescapeDataString(query)}\n{difference}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} queries from seed {firstSeed} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {answered} compared, {wrong.Count} wrong; in {count - answered} a number overflows, {refused} of them refused"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong\n\n{string.Join("\n\n", wrong.Take(10))}");

        // A number that no type can hold is refused, and happens to few.
        Assert.True(answered > count * 9 / 10, $"{answered} of {count}");
    }

    private static string? Difference(IReadOnlyList<string> expected, HttpStatusCode status, string body)
    {
        if (status != HttpStatusCode.OK)
        {
            return body;
        }

        var actual = JsonDocument.Parse(body).RootElement.GetProperty("value").EnumerateArray()
            .Select(row => string.Join(" | ", row.EnumerateObject().Where(value => !value.Name.Contains('@')).Select(value => TextOf(value.Value))))
            .ToList();
        return expected.SequenceEqual(actual)
            ? null
            : $"expected {expected.Count}, answered {actual.Count}, other from {expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count()} on\n- {string.Join("\n- ", expected.Except(actual).Take(3))}\n+ {string.Join("\n+ ", actual.Except(expected).Take(3))}";
    }

    /// <summary>A query for rows, and the keys of those that it must answer with; null where a number in it overflows.</summary>
    private static (string Query, IReadOnlyList<string>? Expected) Listed(Random random, QueriedSet set, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        var query = new SpecificationQuery(random, set, rows);
        var condition = query.Condition();
        var terms = Enumerable.Range(0, random.Next(3)).Select(_ => (Term: query.Term(), IsDescending: random.Next(2) == 0)).ToList();
        var (skip, top) = (random.Next(3) == 0 ? random.Next(5) : 0, random.Next(3) == 0 ? random.Next(1, 9) : (int?)null);
        var options = new List<string> { $"$filter={Escape(condition.Text)}", $"$select={string.Join(',', set.Keys)}" };
        if (terms.Count > 0)
        {
            options.Add($"$orderby={Escape(string.Join(',', terms.Select(each => each.Term.Text + (each.IsDescending ? " desc" : ""))))}");
        }

        if (skip > 0)
        {
            options.Add(string.Create(CultureInfo.InvariantCulture, $"$skip={skip}"));
        }

        if (top is not null)
        {
            options.Add(string.Create(CultureInfo.InvariantCulture, $"$top={top}"));
        }

        options.AddRange(query.Aliases);
        return ($"{set.Name}?{string.Join('&', options)}", UnlessTooLarge(() =>
        {
            var let = rows.Where(row => condition.ValueIn(row) is true).Order(Comparer<IReadOnlyDictionary<string, object?>>.Create((left, right) =>
                terms.Select(each => SpecificationQuery.Order(each.Term.ValueIn(left), each.Term.ValueIn(right)) * (each.IsDescending ? -1 : 1))
                    .Concat(set.Keys.Select(key => SpecificationQuery.Order(left[key], right[key])))
                    .FirstOrDefault(order => order != 0)));
            return let.Skip(skip).Take(top ?? int.MaxValue).Select(row => string.Join(" | ", set.Keys.Select(key => TextOf(row[key])))).ToList();
        }));
    }

    private static (string Query, IReadOnlyList<string>? Expected) Grouped(Random random, QueriedSet set, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        var query = new SpecificationQuery(random, set, rows);
        var condition = query.Condition(1);
        var keys = set.Text.Concat(set.Whole).Concat(set.Day).Concat(set.Flag).OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
        var (sum, least, distinct) = (set.Decimal[random.Next(set.Decimal.Length)], set.Text[random.Next(set.Text.Length)], set.Text[random.Next(set.Text.Length)]);
        var limit = random.Next(1, 4);
        var text = $"filter({condition.Text})/groupby(({string.Join(',', keys)}),aggregate({sum} with sum as A,{least} with min as B,{distinct} with countdistinct as C,$count as D,{sum} with average as E,{sum} with max as F))";
        return ($"{set.Name}?$apply={Escape(text)}&$filter={Escape($"D ge {limit.ToString(CultureInfo.InvariantCulture)} and not (A eq null)")}&$orderby=C%20desc{string.Concat(query.Aliases.Select(alias => $"&{alias}"))}", UnlessTooLarge(() => rows
            .Where(row => condition.ValueIn(row) is true)
            .GroupBy(row => string.Join('\u0001', keys.Select(key => TextOf(row[key]))))
            .Select(group => (
                Keys: keys.Select(key => group.First()[key]).ToList(),
                Sum: group.Select(row => (decimal?)row[sum]).Aggregate((decimal?)null, (total, each) => each is null ? total : (total ?? 0) + each),
                Least: group.Select(row => (string?)row[least]).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
                Distinct: (long)group.Select(row => row[distinct]).OfType<string>().Distinct().Count(),
                Count: (long)group.Count(),
                Average: group.Average(row => (decimal?)row[sum]),
                Most: group.Max(row => (decimal?)row[sum])))
            .Where(group => group.Count >= limit && group.Sum is not null)
            .Order(Comparer<(List<object?> Keys, decimal? Sum, string? Least, long Distinct, long Count, decimal? Average, decimal? Most)>.Create((left, right) =>
                left.Distinct != right.Distinct
                    ? right.Distinct.CompareTo(left.Distinct)
                    : left.Keys.Zip(right.Keys).Select(pair => SpecificationQuery.Order(pair.First, pair.Second)).FirstOrDefault(order => order != 0)))
            .Select(group => string.Join(" | ", group.Keys.Concat([group.Sum, group.Least, group.Distinct, group.Count, group.Average, group.Most]).Select(TextOf)))
            .ToList()));
    }

    private static IReadOnlyDictionary<string, object?> RowOf(QueriedSet set, JsonElement row) => row.EnumerateObject()
        .ToDictionary(value => value.Name, object? (value) => value.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => set.Whole.Contains(value.Name) ? (object)value.Value.GetInt64() : value.Value.GetDecimal(),
            _ when set.Day.Contains(value.Name) => DateOnly.ParseExact(value.Value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ when set.Moment.Contains(value.Name) => value.Value.GetDateTimeOffset(),
            _ => value.Value.GetString(),
        });

    private static string TextOf(object? value) => value switch
    {
        null => "null",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        string text => text,
        _ => SpecificationQuery.Literal(value),
    };

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Number => TextOf(value.GetDecimal()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetString()!,
    };

    private static IReadOnlyList<string>? UnlessTooLarge(Func<IReadOnlyList<string>> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return null;
        }
        catch (InvalidOperationException sorting) when (sorting.InnerException is OverflowException)
        {
            return null;
        }
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
