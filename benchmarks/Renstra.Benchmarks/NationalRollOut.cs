using Renstra.Transform.Reference;

namespace Renstra.Benchmarks;

/// <summary>The shipped reference data, grown to the size of a country: 514 regions and 25 main indicators.</summary>
internal static class NationalRollOut
{
    private const int Regions = 514;
    private const int Indicators = 25;
    private const int RegionsPerProvince = 90;

    private static readonly string[] Accumulations = ["Jumlah", "Kumulatif", "Posisi"];

    public static ReferenceData Reference() => ReferenceData.Read(Files());

    public static ReferenceFiles Files()
    {
        var shipped = ReferenceData.Shipped;
        var own = shipped.Regions.Reporting.Select(region => region.Code.Value).ToList();
        var others = Enumerable.Range(0, Regions - own.Count).Select(CodeOf).ToList();
        var monthly = shipped.Indicators.All.Where(indicator => !indicator.IsYearly).Select(indicator => indicator.Code.Value).ToList();
        var added = Enumerable.Range(monthly.Count + 1, Indicators - monthly.Count).ToList();
        return ReferenceFiles.Shipped
            .Adding("wilayah.csv", others.Select((code, index) => FormattableString.Invariant($"{code},{1000 + index},Kabupaten,Contoh {index + 1},")))
            .Adding("indikator.csv", added.Select(number => FormattableString.Invariant($"IKU-{number},% Contoh Indikator {number},%,Proporsi,Naik,2,KAB,Bidang,2024,2026,contoh")))
            .Adding("komponen.csv", added.SelectMany(number => ComponentsOf(number)))
            .Adding("target.csv", added.Select(number => FormattableString.Invariant($"IKU-{number},,2026,,80,,2024-01,contoh,contoh,")))
            .Adding("keberlakuan.csv", others.SelectMany(code => monthly.Select(indicator => $"{indicator},{code},2024,2026,contoh,")))
            .Adding("keberlakuan.csv", own.Concat(others).SelectMany(code => added.Select(number => FormattableString.Invariant($"IKU-{number},{code},2024,2026,contoh,"))));
    }

    private static string CodeOf(int index) => FormattableString.Invariant($"{11 + (index / RegionsPerProvince)}.{(index % RegionsPerProvince) + 1:00}");

    private static IEnumerable<string> ComponentsOf(int number)
    {
        var accumulation = Accumulations[number % Accumulations.Length];
        yield return FormattableString.Invariant($"IKU-{number},Pembilang,Yang dihitung {number},orang,{accumulation},0,contoh");
        yield return FormattableString.Invariant($"IKU-{number},Penyebut,Pembanding {number},orang,{accumulation},0,contoh");
    }

    private static ReferenceFiles Adding(this ReferenceFiles files, string name, IEnumerable<string> lines) =>
        files.With(name, files[name].TrimEnd() + "\n" + string.Join('\n', lines) + "\n");
}
