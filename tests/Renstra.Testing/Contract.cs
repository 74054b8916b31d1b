namespace Renstra.Testing;

/// <summary>What the Azure Functions host (4.1037) and a worker were recorded to say to each other, kept as files.</summary>
public static class Contract
{
    /// <summary>The text of <paramref name="file"/>, such as <c>rpc-fields.md</c>.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", file));
}
