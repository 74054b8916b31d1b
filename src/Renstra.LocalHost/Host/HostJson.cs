namespace Renstra.LocalHost.Host;

/// <summary>What is read of <c>host.json</c>, with the defaults that Azure documents.</summary>
internal sealed record HostJson
{
    /// <summary>The longest an invocation may take.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Settings of triggers and bindings.</summary>
    public ExtensionSettings Extensions { get; init; } = new();

    /// <summary>Settings of the app's process.</summary>
    public CustomHandlerSettings CustomHandler { get; init; } = new();

    internal sealed record ExtensionSettings
    {
        public HttpSettings Http { get; init; } = new();
    }

    internal sealed record HttpSettings
    {
        public string RoutePrefix { get; init; } = "api";
    }

    internal sealed record CustomHandlerSettings
    {
        public bool EnableProxyingHttpRequest { get; init; }
    }
}
