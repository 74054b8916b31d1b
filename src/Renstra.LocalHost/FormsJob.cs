using Renstra.Transform.Calendar;
using Renstra.Transform.Forms;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Spectre.Console;
using Region = Renstra.Transform.Regions.Region;

namespace Renstra.LocalHost;

/// <summary>Makes the folder tree and the pre-filled forms of a month, one for each region and data holder.</summary>
/// <param name="console">Is told what was made.</param>
/// <param name="reference">The indicators to ask for.</param>
internal sealed class FormsJob(IAnsiConsole console, ReferenceData reference)
{
    /// <summary>Writes what is not there yet; a form that someone has begun to fill in stays as it is.</summary>
    /// <param name="month">The month to report about.</param>
    /// <param name="folder">The shared folder.</param>
    /// <returns>The exit code.</returns>
    public int Run(ReportingMonth month, string folder)
    {
        var writer = new MonthlyFormWriter(reference);
        FolderTree.Make(folder, reference.Regions);
        var written = 0;
        var kept = 0;
        foreach (var region in reference.Regions.All)
        {
            foreach (var holder in reference.Indicators.ApplyingTo(region.Code, month.Year).Select(indicator => indicator.Holder).Distinct().Order())
            {
                var path = Path.Combine(folder, SenderOf(region, holder).FolderName, FormFileName.Of(region, month, holder));
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

    /// <summary>From a kabupaten's or kota's own folder only what it holds itself is taken: a unit of the province reports from the province's.</summary>
    private Region SenderOf(Region region, DataHolder holder) => holder == DataHolder.Region ? region : reference.Regions.Province;
}
