namespace Renstra.Functions.Auditing;

/// <summary>Registers what audits need.</summary>
internal static class AuditingServices
{
    public static void AddRenstraAuditing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddTransient<RereadReleases>();
        builder.Services.AddTransient<ReleaseAudit>();
    }
}
