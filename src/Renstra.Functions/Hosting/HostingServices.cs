namespace Renstra.Functions.Hosting;

/// <summary>Registers what Hosting needs.</summary>
internal static class HostingServices
{
    public static void AddRenstraHosting(this WebApplicationBuilder builder)
    {
    }
}
