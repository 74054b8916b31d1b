namespace Renstra.Functions.Ingestion;

/// <summary>Registers what Ingestion needs.</summary>
internal static class IngestionServices
{
    public static void AddRenstraIngestion(this WebApplicationBuilder builder)
    {
    }
}
