namespace Renstra.Testing;

/// <summary>What the Azure Functions host was recorded to send to a custom handler (host 4.1037), kept as files.</summary>
public static class Contract
{
    /// <summary>The text of <paramref name="file"/>, such as <c>blob-trigger.RECORDED.json</c>.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", file));
}
