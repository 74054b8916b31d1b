namespace Renstra.Functions.Chasing;

/// <summary>Registers what chasing late reports needs.</summary>
internal static class ChasingServices
{
    public static void AddRenstraChasing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DueReports>();
        builder.Services.AddSingleton<ReminderBlobs>();
        builder.Services.AddSingleton<RemindOffices>();
    }
}
