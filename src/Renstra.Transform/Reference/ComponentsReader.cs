using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reference;

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
