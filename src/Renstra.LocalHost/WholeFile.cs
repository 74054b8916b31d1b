namespace Renstra.LocalHost;

/// <summary>A small file that is there whole or as it was before, whenever its writer is killed.</summary>
internal static class WholeFile
{
    /// <summary>Replaces it.</summary>
    public static void Write(string path, string content)
    {
        var fresh = path + ".baru";
        File.WriteAllText(fresh, content);
        File.Move(fresh, path, overwrite: true);
    }
}
