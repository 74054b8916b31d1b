namespace Renstra.Functions.Consolidation;

/// <summary>Registers what closing months needs.</summary>
internal static class ConsolidationServices
{
    public static void AddRenstraConsolidation(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReleaseBlobs>();
        builder.Services.AddSingleton<PastReleases>();
        builder.Services.AddOptions<ConsolidationOptions>().BindConfiguration(ConsolidationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Consolidator>();
        builder.Services.AddSingleton<OrphanSweep>();
        builder.Services.AddSingleton<ConsolidateMonth>();
    }
}
