using System.Text.Json;

namespace Renstra.LocalHost.Connecting;

/// <summary>A <c>.pbids</c> file: opened, it starts Power BI Desktop with the connection filled in and asks for the key.</summary>
internal static class PowerBiFile
{
    /// <summary>Its name.</summary>
    public const string Name = "renstra.pbids";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes it; the key is never in it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="feed">The feed's address.</param>
    /// <returns>The file's path.</returns>
    public static string Write(string folder, Uri feed)
    {
        var content = new
        {
            version = "0.1",
            connections = new[]
            {
                new
                {
                    details = new { protocol = "odata", address = new { url = feed.ToString() } },
                    options = new { },
                    mode = "Import",
                },
            },
        };
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path, JsonSerializer.Serialize(content, Indented));
        return path;
    }
}
