using Renstra.Transform.Regions;

namespace Renstra.Functions.Intake;

/// <summary>One sender's part of the shared folder.</summary>
/// <param name="Name">Its name; empty for the shared folder itself.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Region">The region that its name begins with; null when it begins with none.</param>
internal sealed record SenderFolder(string Name, string Path, RegionCode? Region)
{
    /// <summary>The files in it, at any depth, that are neither archived, nor receipts, nor unfinished by their name.</summary>
    public IEnumerable<FileInfo> Files()
    {
        // Other senders' folders lie below the shared folder itself and are theirs.
        var depth = Name.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories;
        return new DirectoryInfo(Path)
            .EnumerateFiles("*", depth)
            .Where(file => !FileNames.IsUnfinished(file.Name) && !IsInOurs(file));
    }

    private bool IsInOurs(FileInfo file) =>
        System.IO.Path.GetRelativePath(Path, file.DirectoryName!).Split(System.IO.Path.DirectorySeparatorChar) is [var first, ..] && FileNames.IsOurs(first);
}
