namespace Renstra.Functions.Intake;

/// <summary>Registers what Intake needs.</summary>
internal static class IntakeServices
{
    public static void AddRenstraIntake(this WebApplicationBuilder builder)
    {
    }
}
