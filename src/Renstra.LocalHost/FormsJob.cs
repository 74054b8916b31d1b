using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Reference;
using Spectre.Console;

namespace Renstra.LocalHost;

/// <summary>Makes the folder tree and the pre-filled forms of a month, one for each region and data holder.</summary>
internal sealed class FormsJob(IAnsiConsole console)
{
    /// <summary>Writes what is not there yet; a form that someone has begun to fill in stays as it is.</summary>
    /// <returns>The exit code.</returns>
    public int Run(ReportingMonth month, string folder)
    {
        var reference = ReferenceData.Shipped;
        var writer = new MonthlyFormWriter(reference);
        var written = 0;
        var kept = 0;
        foreach (var region in reference.Regions.All)
        {
            var regionFolder = Directory.CreateDirectory(Path.Combine(folder, region.FolderName)).FullName;
            foreach (var holder in reference.Indicators.ApplyingTo(region.Code, month.Year).Select(indicator => indicator.Holder).Distinct().Order())
            {
                var path = Path.Combine(regionFolder, FormFileName.Of(region, month, holder));
                if (File.Exists(path))
                {
                    kept++;
                    continue;
                }

                using var file = new FileStream(path, FileMode.CreateNew);
                writer.Write(file, new FormRequest(region.Code, month, holder));
                written++;
            }
        }

        console.MarkupLineInterpolated($"{written} forms of {month} written below [bold]{Path.GetFullPath(folder)}[/], {kept} kept as they were.");
        return 0;
    }
}
