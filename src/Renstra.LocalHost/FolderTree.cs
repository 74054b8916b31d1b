using Renstra.Transform.Regions;

namespace Renstra.LocalHost;

/// <summary>The folders that offices drop their files into: one for each region, the province among them.</summary>
internal static class FolderTree
{
    /// <summary>Makes the folders that are not there yet.</summary>
    /// <param name="sharedFolder">The folder that holds them.</param>
    /// <param name="regions">The regions there are.</param>
    public static void Make(string sharedFolder, RegionRegister regions)
    {
        foreach (var region in regions.All)
        {
            Directory.CreateDirectory(Path.Combine(sharedFolder, region.FolderName));
        }
    }
}
