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
