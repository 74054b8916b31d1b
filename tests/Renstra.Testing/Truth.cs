using System.Globalization;
using CsvHelper;

namespace Renstra.Testing;

/// <summary>
/// What the sample year should come to, computed from its truth alone and by none of the product's code: the rules of the plan are
/// written here a second time, plainly.
/// </summary>
internal sealed class Truth
{
    private const string Province = "53";

    // Flows add up; of numerators to date and of stocks the latest stands. Kumulatif and Posisi differ only across January.
    private static readonly string[] Flows = ["IKU-1", "IKU-2"];

    private static readonly Dictionary<string, decimal> Targets2024 = new(StringComparer.Ordinal)
    {
        ["IKU-1"] = 90,
        ["IKU-2"] = 75,
        ["IKU-3"] = 12.40m,
        ["IKU-4"] = 65,
        ["IKU-5"] = 89,
        ["IKU-6"] = 89,
        ["IKU-7"] = 89,
    };

    private readonly Dictionary<(int Month, string Region, string Indicator), (decimal Numerator, decimal Denominator)> _reported = [];
    private readonly List<(string Indicator, string Region)> _applies = [];

    private Truth()
    {
    }

    public static IReadOnlyList<string> Indicators => [.. Targets2024.Keys];

    /// <summary>The regions that an indicator applies to.</summary>
    public IReadOnlyList<string> RegionsOf(string indicator) => [.. _applies.Where(entry => entry.Indicator == indicator).Select(entry => entry.Region)];

    public static Truth Read()
    {
        var truth = new Truth();
        foreach (var row in Rows("sample-data/kebenaran.csv"))
        {
            var month = int.Parse(row("Bulan").AsSpan(5), CultureInfo.InvariantCulture);
            truth._reported.Add((month, row("KodeWilayah"), row("Indikator")), (Amount(row("Pembilang")), Amount(row("Penyebut"))));
        }

        foreach (var row in Rows("src/Renstra.Transform/Reference/keberlakuan.csv"))
        {
            if (row("KodeWilayah") != Province)
            {
                truth._applies.Add((row("Indikator"), row("KodeWilayah")));
            }
        }

        return truth;
    }

    /// <summary>The rows of a CSV file in the repository, each as a look-up by column.</summary>
    public static IReadOnlyList<Func<string, string>> Rows(string path)
    {
        using var csv = CsvReader.FromFile(RepositoryRoot.PathOf(path), new CsvReaderOptions { Separator = ',' });
        var rows = new List<Func<string, string>>();
        while (csv.Read())
        {
            var fields = csv.Headers.ToDictionary(column => column, csv.GetString, StringComparer.Ordinal);
            rows.Add(column => fields[column]);
        }

        return rows;
    }

    /// <summary>What a row of the feed should say, as <c>month figures | year to date | target ratio category | reported</c>.</summary>
    public string Line(int month, string region, string indicator)
    {
        var regions = region == Province ? RegionsOf(indicator) : [region];
        var own = Sum(regions.Select(each => Own(month, each, indicator)));
        var toDate = Sum(regions.Select(each => ToDate(month, each, indicator)));
        var realisation = Share(toDate);
        var target = Targets2024[indicator];
        var ratio = realisation is { } value ? Round(value / target * 100) : (decimal?)null;
        return Write(
            own?.Numerator, own?.Denominator, Share(own), toDate?.Numerator, toDate?.Denominator, realisation, target, ratio, Label(ratio),
            regions.All(each => Own(month, each, indicator) is not null) ? "Sudah" : "Belum",
            region == Province ? regions.Count(each => Own(month, each, indicator) is not null) : null);
    }

    public static string Write(params IEnumerable<object?> values) => string.Join(" | ", values.Select(value => value switch
    {
        null => "-",
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));

    private (decimal Numerator, decimal Denominator)? Own(int month, string region, string indicator) =>
        _reported.TryGetValue((month, region, indicator), out var amounts) ? amounts : null;

    private (decimal Numerator, decimal Denominator)? ToDate(int month, string region, string indicator)
    {
        var months = Enumerable.Range(1, month).Select(each => Own(each, region, indicator)).Where(each => each is not null).ToList();
        return months.Count == 0 ? null : Flows.Contains(indicator) ? Sum(months) : months[^1];
    }

    private static (decimal Numerator, decimal Denominator)? Sum(IEnumerable<(decimal Numerator, decimal Denominator)?> amounts)
    {
        var known = amounts.Where(each => each is not null).Select(each => each!.Value).ToList();
        return known.Count == 0 ? null : (known.Sum(each => each.Numerator), known.Sum(each => each.Denominator));
    }

    private static decimal? Share((decimal Numerator, decimal Denominator)? amounts) =>
        amounts is { Denominator: not 0 } known ? Round(known.Numerator / known.Denominator * 100) : null;

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static string? Label(decimal? ratio) => ratio switch
    {
        null => null,
        >= 80 => "Sangat Berhasil",
        >= 70 => "Berhasil",
        >= 55 => "Cukup Berhasil",
        _ => "Belum Berhasil",
    };

    private static decimal Amount(string text) => decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
