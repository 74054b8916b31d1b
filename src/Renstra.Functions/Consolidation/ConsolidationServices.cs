namespace Renstra.Functions.Consolidation;

/// <summary>Registers what Consolidation needs.</summary>
internal static class ConsolidationServices
{
    public static void AddRenstraConsolidation(this WebApplicationBuilder builder)
    {
    }
}
