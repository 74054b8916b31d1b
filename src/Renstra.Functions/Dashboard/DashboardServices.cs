namespace Renstra.Functions.Dashboard;

/// <summary>Registers what Dashboard needs beside the feed.</summary>
internal static class DashboardServices
{
    public static void AddRenstraDashboard(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DashboardFiles>();
        builder.Services.AddSingleton<DashboardHandler>();
    }
}
