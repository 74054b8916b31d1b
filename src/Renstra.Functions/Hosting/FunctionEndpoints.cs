namespace Renstra.Functions.Hosting;

/// <summary>Maps each function to the path at which the host calls it.</summary>
internal static class FunctionEndpoints
{
    public static void MapRenstraFunctions(this WebApplication app)
    {
    }
}
