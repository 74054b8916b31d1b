using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reference;

/// <summary>Reads the indicators, in the order of the file.</summary>
internal sealed class IndicatorsReader
{
    public const string File = "indikator.csv";

    private readonly ComponentsReader _components;

    public IndicatorsReader(ReferenceTables tables)
    {
        _components = new ComponentsReader(tables);
        var table = tables.Open(
            File, "Kode", "Nama", "Satuan", "Jenis", "Polaritas", "Desimal", "PemegangData", "Bidang", "TahunAwal", "TahunAkhir", "Sumber");
        Indicators = table.Select(Make, indicator => indicator.Code);
        Codes = new KnownKeys<IndicatorCode>(table, row => row.Indicator("Kode"));
        _components.CheckIndicators(Codes);
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    public KnownKeys<IndicatorCode> Codes { get; }

    /// <summary>The parts that components may be broken down into.</summary>
    public BreakdownsReader Breakdowns => _components.Breakdowns;

    /// <summary>An indicator that a row of another file speaks of.</summary>
    public IndicatorCode Known(ReferenceRow row, IndicatorCode code)
    {
        if (code.Value.Length > 0 && !Codes.Contains(code))
        {
            row.Report($"Indikator {code} has no line in {File}");
        }

        return code;
    }

    /// <summary>The indicator of a code; null when there is none, or only a faulty line.</summary>
    public Indicator? Find(IndicatorCode code) => Indicators.FirstOrDefault(indicator => indicator.Code == code);

    private Indicator Make(ReferenceRow row)
    {
        var code = row.Indicator("Kode");
        var kind = row.OneOf<IndicatorKind>("Jenis");
        var (firstYear, lastYear) = row.Years();
        var numerator = Numerator(row, code);
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
            Denominator(row, code, kind, numerator));
    }

    private Component? Numerator(ReferenceRow row, IndicatorCode code)
    {
        var numerator = _components.Find(row, code, ComponentRole.Pembilang);
        if (numerator is null && !row.IsFaulty)
        {
            row.Report($"{code} has no Pembilang in {ComponentsReader.File}");
        }

        return numerator;
    }

    private Component? Denominator(ReferenceRow row, IndicatorCode code, IndicatorKind kind, Component? numerator)
    {
        var denominator = _components.Find(row, code, ComponentRole.Penyebut);
        if (row.IsFaulty)
        {
            return denominator;
        }

        if (kind == IndicatorKind.Proporsi && denominator is null)
        {
            row.Report($"{code} has no Penyebut in {ComponentsReader.File}");
        }

        if (kind != IndicatorKind.Proporsi && denominator is not null)
        {
            row.Report($"{code} has a Penyebut in {ComponentsReader.File}, which a {kind} has not");
        }

        if (denominator is not null && (denominator.Accumulation == Accumulation.Tahunan) != (numerator?.Accumulation == Accumulation.Tahunan))
        {
            row.Report($"{code} must have Akumulasi Tahunan for both its components or for neither");
        }

        return denominator;
    }
}

/// <summary>Reads what indicators count.</summary>
internal sealed class ComponentsReader
{
    public const string File = "komponen.csv";

    private readonly ReferenceTable _table;
    private readonly BreakdownsReader _breakdowns;
    private readonly ILookup<IndicatorCode, Component> _components;
    private readonly KnownKeys<(IndicatorCode, string)> _keys;

    public ComponentsReader(ReferenceTables tables)
    {
        _table = tables.Open(File, "Indikator", "Peran", "Nama", "Satuan", "Akumulasi", "Desimal", "Sumber");
        _components = _table.Select(
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
        _keys = new KnownKeys<(IndicatorCode, string)>(_table, row => (row.Indicator("Indikator"), row.Optional("Peran")));
        _breakdowns = new BreakdownsReader(tables, _keys);
    }

    /// <summary>The parts that components may be broken down into.</summary>
    public BreakdownsReader Breakdowns => _breakdowns;

    /// <summary>Finds an indicator's component. Where there is a line for it and the line is faulty, the indicator's row is discarded.</summary>
    public Component? Find(ReferenceRow indicatorRow, IndicatorCode code, ComponentRole role)
    {
        var component = _components[code].SingleOrDefault(component => component.Role == role);
        if (component is null && _keys.Contains((code, role.ToString())))
        {
            indicatorRow.Discard();
        }

        return component is null ? null : component with { Breakdown = _breakdowns.Of(code, role) };
    }

    /// <summary>Reports components of indicators that do not exist.</summary>
    public void CheckIndicators(KnownKeys<IndicatorCode> indicators)
    {
        foreach (var row in _table.Rows.Where(row => !row.IsFaulty))
        {
            var code = row.Indicator("Indikator");
            if (!indicators.Contains(code))
            {
                row.Report($"Indikator {code} has no line in {IndicatorsReader.File}");
            }
        }
    }
}

/// <summary>Reads the parts that components may be broken down into, in the order of the file.</summary>
internal sealed class BreakdownsReader
{
    public const string File = "rincian.csv";

    private const int LongestCode = 20;

    private readonly ILookup<(IndicatorCode, ComponentRole), BreakdownPart> _parts;
    private readonly KnownKeys<string> _codes;

    public BreakdownsReader(ReferenceTables tables, KnownKeys<(IndicatorCode, string)> components)
    {
        var table = tables.Open(File, "Indikator", "Peran", "Dimensi", "Bagian", "Nama", "Sifat", "Sumber");
        var rows = table.SelectRows(
            row => Make(row, components),
            entry => (entry.Indicator, entry.Role, entry.Part.Code));
        CheckSameMeaning(rows);
        if (!table.Rows.Any(row => row.IsFaulty))
        {
            CheckDimensions(rows);
        }

        _parts = rows.ToLookup(entry => (entry.Value.Indicator, entry.Value.Role), entry => entry.Value.Part);
        _codes = new KnownKeys<string>(table, row => row.Optional("Bagian"));
        Names = [.. rows.Select(entry => entry.Value.Part).DistinctBy(part => part.Code).Select(part => new Synonym(Meaning.NamaRincian, part.Code, Wording.Normalise(part.Name)))];
    }

    /// <summary>The parts by their own names.</summary>
    public IReadOnlyList<Synonym> Names { get; }

    public IReadOnlyList<BreakdownPart> Of(IndicatorCode indicator, ComponentRole role) => [.. _parts[(indicator, role)]];

    /// <summary>A part that a row of another file speaks of.</summary>
    public string Known(ReferenceRow row, string code)
    {
        if (code.Length > 0 && !_codes.Contains(code))
        {
            row.Report($"Bagian {code} has no line in {File}");
        }

        return code;
    }

    private static (IndicatorCode Indicator, ComponentRole Role, BreakdownPart Part) Make(ReferenceRow row, KnownKeys<(IndicatorCode, string)> components)
    {
        var (indicator, role, code) = (row.Indicator("Indikator"), row.OneOf<ComponentRole>("Peran"), row.Required("Bagian"));
        if (code.Length > LongestCode || !code.All(char.IsAsciiLetterOrDigit))
        {
            // It is part of the name of a column in storage.
            row.Report($"Bagian is '{code}'; write it in at most {LongestCode} letters and digits");
        }

        if (!row.IsFaulty && !components.Contains((indicator, role.ToString())))
        {
            row.Report($"{indicator} {role} has no line in {ComponentsReader.File}");
        }

        return (indicator, role, new BreakdownPart(row.Required("Dimensi"), code, row.Required("Nama"), row.OneOf<PartKind>("Sifat"), row.Required("Sumber")));
    }

    /// <summary>A part means the same wherever it stands, and no two parts go by one name: sheets call them by their names alone.</summary>
    private static void CheckSameMeaning(IReadOnlyList<((IndicatorCode Indicator, ComponentRole Role, BreakdownPart Part) Value, ReferenceRow Row)> rows)
    {
        var first = new Dictionary<string, BreakdownPart>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((_, _, part), row) in rows)
        {
            if (!first.TryAdd(part.Code, part) && first[part.Code] is var known && (known.Dimension, known.Name, known.Kind) != (part.Dimension, part.Name, part.Kind))
            {
                row.Report($"{part.Code} has another Dimensi, Nama or Sifat further up");
            }

            if (!owners.TryAdd(Wording.Normalise(part.Name), part.Code) && owners[Wording.Normalise(part.Name)] is var owner && owner != part.Code)
            {
                row.Report($"the Nama {part.Name} already belongs to {owner}");
            }
        }
    }

    private static void CheckDimensions(IReadOnlyList<((IndicatorCode Indicator, ComponentRole Role, BreakdownPart Part) Value, ReferenceRow Row)> rows)
    {
        foreach (var dimension in rows.GroupBy(entry => (entry.Value.Indicator, entry.Value.Role, entry.Value.Part.Dimension)).Select(group => group.ToList()))
        {
            var kinds = dimension.ConvertAll(entry => entry.Value.Part.Kind);
            var (wholes, some, rest) = (kinds.Count(kind => kind == PartKind.Bagian), kinds.Count(kind => kind == PartKind.DiAntaranya), kinds.Count(kind => kind == PartKind.Sisanya));
            if (!(wholes >= 2 && some + rest == 0) && !(wholes == 0 && some >= 1 && rest <= 1))
            {
                dimension[0].Row.Report($"the Dimensi {dimension[0].Value.Part.Dimension} is either two or more {PartKind.Bagian}, or {PartKind.DiAntaranya} with at most one {PartKind.Sisanya}");
            }
        }
    }
}

/// <summary>
/// Reads which indicator applies to which region in which years. One that the file does not name applies to every kabupaten and kota as
/// long as it is valid.
/// </summary>
internal sealed class ApplicabilityReader(ReferenceTables tables, RegionsReader regions, IndicatorsReader indicators)
{
    public const string File = "keberlakuan.csv";

    public IReadOnlyList<Applicability> Read()
    {
        var table = tables.Open(File, "Indikator", "KodeWilayah", "TahunAwal", "TahunAkhir", "Sumber", "Catatan");
        var named = table.Select(
            row =>
            {
                var (firstYear, lastYear) = row.Years();
                var region = regions.Known(row, row.Region("KodeWilayah"));
                return new Applicability(indicators.Known(row, row.Indicator("Indikator")), region, firstYear, lastYear, row.Required("Sumber"), row.Optional("Catatan"));
            },
            entry => (entry.Indicator, entry.Region, entry.FirstYear));
        var names = named.Select(entry => entry.Indicator).ToHashSet();
        return
        [
            .. named,
            .. from indicator in indicators.Indicators
               where !names.Contains(indicator.Code)
               from region in regions.Regions
               where region.Level != RegionLevel.Provinsi
               select new Applicability(indicator.Code, region.Code, indicator.FirstYear, indicator.LastYear, indicator.Source, ""),
        ];
    }
}
