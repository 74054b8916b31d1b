using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;

namespace Renstra.Transform.Reference;

/// <summary>Reads the settings that belong to the reference data.</summary>
internal sealed class SettingsReader(ReferenceTables tables, ScalesReader scales)
{
    public const string File = "pengaturan.csv";

    private const string FirstMonth = "BulanPertama";
    private const string Scale = "Skala";

    public (ReportingMonth FirstMonth, CategoryScale? Scale) Read()
    {
        var table = tables.Open(File, "Pengaturan", "Nilai", "Keterangan");
        var rows = table.SelectRows(
            row =>
            {
                var name = row.Required("Pengaturan");
                if (name.Length > 0 && name is not (FirstMonth or Scale))
                {
                    row.Report($"Pengaturan {name} is unknown; there are {FirstMonth} and {Scale}");
                }

                return (Name: name, Value: row.Required("Nilai"));
            },
            setting => setting.Name).ToDictionary(entry => entry.Value.Name, entry => entry.Row);
        var known = new KnownKeys<string>(table, row => row.Optional("Pengaturan"));
        foreach (var missing in new[] { FirstMonth, Scale }.Where(name => !known.Contains(name)))
        {
            table.Report($"the setting {missing} is missing");
        }

        return (rows.GetValueOrDefault(FirstMonth)?.Month("Nilai") ?? default, rows.TryGetValue(Scale, out var scale) ? ScaleOf(scale) : null);
    }

    private CategoryScale? ScaleOf(ReferenceRow row)
    {
        var name = row.Required("Nilai");
        if (!scales.Names.Contains(name))
        {
            row.Report($"Skala is '{name}'; {ScalesReader.File} has {string.Join(", ", scales.Scales.Select(scale => scale.Name))}");
        }

        return scales.Scales.FirstOrDefault(scale => scale.Name == name);
    }
}

/// <summary>Reads the scales of categories.</summary>
internal sealed class ScalesReader
{
    public const string File = "skala.csv";

    public ScalesReader(ReferenceTables tables)
    {
        var table = tables.Open(File, "Skala", "Urutan", "Label", "BatasBawah", "Catatan");
        var scales = table.SelectRows(
            row => new Category(row.Required("Skala"), row.Whole("Urutan", 1, 20), row.Required("Label"), row.Number("BatasBawah"), row.Optional("Catatan")),
            category => (category.Scale, category.Order))
            .GroupBy(entry => entry.Value.Scale, StringComparer.Ordinal)
            .Select(scale => scale.OrderBy(entry => entry.Value.Order).ToList())
            .ToList();
        scales.ForEach(Check);
        Scales = [.. scales.Select(scale => new CategoryScale(scale[0].Value.Scale, [.. scale.Select(entry => entry.Value)]))];
        Names = new KnownKeys<string>(table, row => row.Optional("Skala"));
    }

    /// <summary>Every scale, the categories of each from the best to the worst.</summary>
    public IReadOnlyList<CategoryScale> Scales { get; }

    public KnownKeys<string> Names { get; }

    private static void Check(List<(Category Value, ReferenceRow Row)> scale)
    {
        foreach (var (better, worse) in scale.Zip(scale.Skip(1)))
        {
            if (better.Value.LowerBound <= worse.Value.LowerBound)
            {
                worse.Row.Report($"BatasBawah must fall from each Urutan to the next: {worse.Value.Label} needs less than {better.Value.Label}");
            }
        }

        if (scale[^1].Value.LowerBound != 0)
        {
            scale[^1].Row.Report($"BatasBawah of {scale[^1].Value.Label} must be 0: the worst label of a scale has no lower bound");
        }

        foreach (var twice in scale.GroupBy(entry => entry.Value.Label, StringComparer.Ordinal).SelectMany(label => label.Skip(1)))
        {
            twice.Row.Report($"the scale {twice.Value.Scale} has the Label {twice.Value.Label} already");
        }
    }
}
