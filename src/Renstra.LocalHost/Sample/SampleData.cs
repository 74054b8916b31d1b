using System.Globalization;
using CsvHelper;

namespace Renstra.LocalHost.Sample;

/// <summary>The sample year: 22 offices, 2024, every file in the order in which it was sent.</summary>
internal static class SampleData
{
    private const string FolderName = "sample-data";
    private const string Timeline = "pengiriman.csv";

    /// <summary>Reads the timeline of the sample data in the repository that this program was built in.</summary>
    /// <exception cref="CannotStartException">There is none.</exception>
    public static IReadOnlyList<SampleDelivery> Read()
    {
        var folder = Find();
        using var csv = CsvReader.FromFile(Path.Combine(folder, Timeline), new CsvReaderOptions { Separator = ',' });
        var deliveries = new List<SampleDelivery>();
        while (csv.Read())
        {
            var senderFolder = csv.GetString("Folder");
            var file = csv.GetString("Berkas");
            deliveries.Add(new SampleDelivery(
                DateTimeOffset.Parse(csv.GetString("DikirimPada"), CultureInfo.InvariantCulture),
                senderFolder,
                file,
                Path.Combine(folder, "berkas", senderFolder, file)));
        }

        return deliveries;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (File.Exists(Path.Combine(candidate, Timeline)))
            {
                return candidate;
            }
        }

        throw new CannotStartException($"There is no folder {FolderName} with {Timeline} above {AppContext.BaseDirectory}: run this from a checkout of the repository.");
    }
}

/// <summary>One file of the sample year: who dropped what into which folder, and when.</summary>
/// <param name="SentAt">When it was dropped.</param>
/// <param name="Folder">The region's folder in the shared folder.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Path">Where the sample data has it.</param>
internal sealed record SampleDelivery(DateTimeOffset SentAt, string Folder, string FileName, string Path);
