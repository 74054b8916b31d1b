using Renstra.Transform.Regions;

namespace Renstra.Functions.Intake;

/// <summary>
/// The directory that offices drop their files into: one subfolder for each region, such as <c>53.02 Timor Tengah Selatan</c>,
/// and one for the province, <c>53 Provinsi</c>. A file that lies elsewhere is collected too, from no region's folder.
/// </summary>
/// <param name="path">The directory.</param>
internal sealed class SharedFolder(string path)
{
    /// <summary>Where collected files go, within the sender's folder.</summary>
    public const string Archive = "arsip";

    /// <summary>Where receipts are put, within the sender's folder.</summary>
    public const string Receipts = "hasil";

    /// <summary>The directory.</summary>
    public string Path => path;

    /// <summary>The senders' folders, the shared folder itself last: a file left directly in it must not lie there unanswered.</summary>
    /// <exception cref="DirectoryNotFoundException">The shared folder has vanished.</exception>
    public IEnumerable<SenderFolder> Senders() =>
        Directory.EnumerateDirectories(path)
            .Select(System.IO.Path.GetFileName)
            .OfType<string>()
            .Where(name => !FileNames.IsOurs(name) && !FileNames.IsHidden(name))
            .Order(StringComparer.Ordinal)
            .Select(Sender)
            .Append(Sender(""));

    /// <summary>A sender's folder by its name; the empty name means the shared folder itself.</summary>
    public SenderFolder Sender(string name) =>
        new(name, System.IO.Path.Combine(path, name), RegionCode.TryParse(name.Split(' ')[0], out var region) ? region : null);

    /// <summary>The folder that belongs to a region; null when it has none.</summary>
    public SenderFolder? SenderOf(RegionCode region) => Senders().FirstOrDefault(sender => sender.Region == region);
}
