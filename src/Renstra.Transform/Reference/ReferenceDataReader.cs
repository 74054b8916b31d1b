using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;
using Renstra.Transform.Reports.Wordings;

namespace Renstra.Transform.Reference;

/// <summary>Makes reference data of the files: first each row by itself, then what rows say of one another.</summary>
internal sealed class ReferenceDataReader(ReferenceFiles files)
{
    private const string RegionsFile = "wilayah.csv";
    private const string IndicatorsFile = "indikator.csv";
    private const string ComponentsFile = "komponen.csv";
    private const string ApplicabilityFile = "keberlakuan.csv";
    private const string TargetsFile = "target.csv";
    private const string ScalesFile = "skala.csv";
    private const string RulesFile = "aturan.csv";
    private const string SettingsFile = "pengaturan.csv";
    private const string SynonymsFile = "sinonim.csv";

    private const int FirstPossibleYear = 2018;
    private const int LastPossibleYear = 2100;

    private readonly List<ReferenceProblem> _problems = [];

    public ReferenceData Read()
    {
        var regions = ReadRegions();
        var components = ReadComponents();
        var indicators = ReadIndicators(components);
        var applicability = ReadApplicability(regions, indicators);
        var targets = ReadTargets(indicators);
        var scales = ReadScales();
        var rules = ReadRules(indicators);
        var (firstMonth, scale) = ReadSettings(scales);
        var synonyms = ReadSynonyms(indicators);
        return _problems.Count > 0
            ? throw new ReferenceDataException(_problems)
            : new ReferenceData(
                files.Version,
                new RegionRegister(regions),
                new IndicatorCatalogue(indicators, applicability),
                new TargetTable(targets),
                scales,
                scale!,
                new SeverityRules(rules),
                firstMonth,
                new Vocabulary(synonyms));
    }

    private IReadOnlyList<Region> ReadRegions()
    {
        var table = Open(RegionsFile, "KodeKemendagri", "KodeBps", "Tingkat", "Nama", "Alias");
        var regions = table.Select(
            row => new Region(row.Region("KodeKemendagri"), row.Required("KodeBps"), row.OneOf<RegionLevel>("Tingkat"), row.Required("Nama"), row.List("Alias")),
            region => region.Code);
        foreach (var twice in regions.GroupBy(region => region.BpsCode, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Report(RegionsFile, $"the BPS code {twice.Key} belongs to {string.Join(" and ", twice.Select(region => region.Code))}");
        }

        foreach (var twice in regions
            .SelectMany(region => region.Aliases.Select(RegionName.Normalise).Distinct().Select(alias => (Alias: alias, Region: region)))
            .GroupBy(claim => claim.Alias, StringComparer.Ordinal)
            .Where(claims => claims.Count() > 1))
        {
            Report(RegionsFile, $"the alias {twice.Key} belongs to {string.Join(" and ", twice.Select(claim => claim.Region.Code))}");
        }

        if (regions.Count(region => region.Level == RegionLevel.Provinsi) != 1)
        {
            Report(RegionsFile, "exactly one region must have the Tingkat Provinsi");
        }

        return regions;
    }

    private ILookup<IndicatorCode, Component> ReadComponents()
    {
        var table = Open(ComponentsFile, "Indikator", "Peran", "Nama", "Satuan", "Akumulasi", "Desimal", "Sumber");
        return table.Select(
            row => (
                Indicator: row.Indicator("Indikator"),
                Component: new Component(
                    row.OneOf<ComponentRole>("Peran"),
                    row.Required("Nama"),
                    row.Required("Satuan"),
                    row.OneOf<Accumulation>("Akumulasi"),
                    row.Whole("Desimal", 0, 4),
                    row.Required("Sumber"))),
            entry => (entry.Indicator, entry.Component.Role)).ToLookup(entry => entry.Indicator, entry => entry.Component);
    }

    private IReadOnlyList<Indicator> ReadIndicators(ILookup<IndicatorCode, Component> components)
    {
        var table = Open(
            IndicatorsFile, "Kode", "Nama", "Satuan", "Jenis", "Polaritas", "Desimal", "PemegangData", "Bidang", "TahunAwal", "TahunAkhir", "Sumber");
        var indicators = table.Select(
            row =>
            {
                var code = row.Indicator("Kode");
                var kind = row.OneOf<IndicatorKind>("Jenis");
                var (firstYear, lastYear) = ReadYears(row);
                var numerator = components[code].SingleOrDefault(component => component.Role == ComponentRole.Pembilang);
                var denominator = components[code].SingleOrDefault(component => component.Role == ComponentRole.Penyebut);
                if (numerator is null)
                {
                    row.Report($"{code} has no Pembilang in {ComponentsFile}");
                }

                if (denominator is null == (kind == IndicatorKind.Proporsi))
                {
                    row.Report(kind == IndicatorKind.Proporsi ? $"{code} has no Penyebut in {ComponentsFile}" : $"{code} has a Penyebut, which a {kind} has not");
                }

                return new Indicator(
                    code,
                    row.Required("Nama"),
                    row.Required("Satuan"),
                    kind,
                    row.OneOf<Polarity>("Polaritas"),
                    row.Whole("Desimal", 0, 4),
                    row.Holder("PemegangData"),
                    row.Required("Bidang"),
                    firstYear,
                    lastYear,
                    row.Required("Sumber"),
                    numerator!,
                    denominator);
            },
            indicator => indicator.Code);
        foreach (var orphan in components.Select(group => group.Key).Except(table.Rows.Select(row => row.Indicator("Kode"))))
        {
            Report(ComponentsFile, $"{orphan} has components and no line in {IndicatorsFile}");
        }

        return indicators;
    }

    private IReadOnlyList<Applicability> ReadApplicability(IReadOnlyList<Region> regions, IReadOnlyList<Indicator> indicators)
    {
        var known = regions.Where(region => region.Level != RegionLevel.Provinsi).Select(region => region.Code).ToHashSet();
        return Open(ApplicabilityFile, "Indikator", "KodeWilayah", "TahunAwal", "TahunAkhir", "Sumber", "Catatan").Select(
            row =>
            {
                var (firstYear, lastYear) = ReadYears(row);
                var region = row.Region("KodeWilayah");
                if (!known.Contains(region))
                {
                    row.Report($"KodeWilayah {region} is no kabupaten or kota of {RegionsFile}");
                }

                return new Applicability(KnownIndicator(row, indicators), region, firstYear, lastYear, row.Required("Sumber"), row.Optional("Catatan"));
            },
            entry => (entry.Indicator, entry.Region, entry.FirstYear));
    }

    private IReadOnlyList<Target> ReadTargets(IReadOnlyList<Indicator> indicators) =>
        Open(TargetsFile, "Indikator", "Tahun", "Target", "Sumber", "Catatan").Select(
            row =>
            {
                var value = row.Number("Target");
                if (value <= 0)
                {
                    row.Report("Target must be over 0: achievements are divided by it");
                }

                return new Target(KnownIndicator(row, indicators), row.Whole("Tahun", FirstPossibleYear, LastPossibleYear), value, row.Required("Sumber"), row.Optional("Catatan"));
            },
            target => (target.Indicator, target.Year));

    private IReadOnlyList<CategoryScale> ReadScales()
    {
        var categories = Open(ScalesFile, "Skala", "Urutan", "Label", "BatasBawah", "Catatan").Select(
            row => new Category(row.Required("Skala"), row.Whole("Urutan", 1, 20), row.Required("Label"), row.Number("BatasBawah"), row.Optional("Catatan")),
            category => (category.Scale, category.Order));
        var scales = categories
            .GroupBy(category => category.Scale, StringComparer.Ordinal)
            .Select(scale => new CategoryScale(scale.Key, [.. scale.OrderBy(category => category.Order)]))
            .ToList();
        foreach (var scale in scales.Where(scale => scale.Categories.Zip(scale.Categories.Skip(1)).Any(pair => pair.First.LowerBound <= pair.Second.LowerBound)))
        {
            Report(ScalesFile, $"the scale {scale.Name}: BatasBawah must fall from each Urutan to the next");
        }

        return scales;
    }

    private Dictionary<(string Code, IndicatorCode? Indicator), Severity> ReadRules(IReadOnlyList<Indicator> indicators)
    {
        var rules = Open(RulesFile, "Kode", "Indikator", "Tingkat", "Catatan").Select(
            row =>
            {
                var code = row.Required("Kode");
                if (!FindingCodes.All.Contains(code))
                {
                    row.Report($"Kode {code} is no finding code");
                }

                IndicatorCode? indicator = row.Optional("Indikator").Length == 0 ? null : KnownIndicator(row, indicators);
                return (Code: code, Indicator: indicator, Severity: row.OneOf<Severity>("Tingkat"));
            },
            rule => (rule.Code, rule.Indicator));
        foreach (var code in FindingCodes.All.Where(code => !rules.Any(rule => rule.Code == code && rule.Indicator is null)))
        {
            Report(RulesFile, $"{code} has no line with an empty Indikator, which says what holds in general");
        }

        return rules.ToDictionary(rule => (rule.Code, rule.Indicator), rule => rule.Severity);
    }

    private IReadOnlyList<Synonym> ReadSynonyms(IReadOnlyList<Indicator> indicators) =>
        Open(SynonymsFile, "Makna", "Sasaran", "Ungkapan").Select(
            row =>
            {
                var meaning = row.OneOf<Meaning>("Makna");
                var target = meaning switch
                {
                    Meaning.NamaBulan => row.Whole("Sasaran", 1, 12).ToString(CultureInfo.InvariantCulture),
                    Meaning.NamaIndikator or Meaning.NamaPembilang or Meaning.NamaPenyebut => KnownIndicator(row, indicators, "Sasaran").Value,
                    _ => row.Optional("Sasaran"),
                };
                return new Synonym(meaning, target, Wording.NormaliseOrSymbols(row.Required("Ungkapan")));
            },
            synonym => (synonym.Meaning, synonym.Phrase));

    private (ReportingMonth FirstMonth, CategoryScale? Scale) ReadSettings(IReadOnlyList<CategoryScale> scales)
    {
        var table = Open(SettingsFile, "Pengaturan", "Nilai", "Keterangan");
        var firstMonth = Setting(table, "BulanPertama")?.Month("Nilai") ?? default;
        var scaleRow = Setting(table, "Skala");
        var scale = scales.FirstOrDefault(candidate => candidate.Name == scaleRow?.Required("Nilai"));
        if (scaleRow is not null && scale is null)
        {
            scaleRow.Report($"Skala is '{scaleRow.Required("Nilai")}'; {ScalesFile} has {string.Join(", ", scales.Select(candidate => candidate.Name))}");
        }

        return (firstMonth, scale);
    }

    private ReferenceRow? Setting(ReferenceTable table, string name)
    {
        var row = table.Rows.FirstOrDefault(row => row.Required("Pengaturan") == name);
        if (row is null)
        {
            Report(table.File, $"the setting {name} is missing");
        }

        return row;
    }

    private static IndicatorCode KnownIndicator(ReferenceRow row, IReadOnlyList<Indicator> indicators, string column = "Indikator")
    {
        var code = row.Indicator(column);
        if (code.Value.Length > 0 && indicators.All(indicator => indicator.Code != code))
        {
            row.Report($"{column} {code} has no valid line in {IndicatorsFile}");
        }

        return code;
    }

    private static (int FirstYear, int LastYear) ReadYears(ReferenceRow row)
    {
        var first = row.Whole("TahunAwal", FirstPossibleYear, LastPossibleYear);
        var last = row.Whole("TahunAkhir", FirstPossibleYear, LastPossibleYear);
        if (last < first)
        {
            row.Report("TahunAkhir is before TahunAwal");
        }

        return (first, last);
    }

    private ReferenceTable Open(string file, params string[] columns) => ReferenceTable.Read(files, file, columns, _problems);

    private void Report(string file, string text) => _problems.Add(new ReferenceProblem(file, 0, text));
}
