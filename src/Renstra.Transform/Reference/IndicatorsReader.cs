using Renstra.Transform.Indicators;

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
