using Renstra.Transform.Indicators;
using Renstra.Transform.Wordings;

namespace Renstra.Transform.Reference;

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
