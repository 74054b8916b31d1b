using System.Globalization;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>Where the app listens: on loopback alone, at the port that the Functions host assigns to its handler.</summary>
internal static class HostPort
{
    /// <summary>The environment variable by which the host assigns a port, a new one at each start.</summary>
    public const string Variable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Whether a Functions host has started this app, and restarts it when it ends with an error.</summary>
    public static bool IsAssigned(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Variable]);

    /// <summary>
    /// Makes this the only address. One that the environment asks for, as <c>ASPNETCORE_URLS</c>, is inherited from the host,
    /// was not meant for its handler, and could open the trigger endpoints to others.
    /// </summary>
    /// <exception cref="InvalidOperationException">The assigned port is no port.</exception>
    public static void ListenOnLoopbackAlone(this WebApplication app)
    {
        app.Urls.Clear();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PortFor(app)}"));
    }

    private static int PortFor(WebApplication app)
    {
        if (!IsAssigned(app.Configuration))
        {
            return app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.Port;
        }

        var assigned = app.Configuration[Variable];
        return ushort.TryParse(assigned, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new InvalidOperationException($"{Variable} is '{assigned}', which is not a port.");
    }
}
