namespace Renstra.Functions.Intake;

/// <summary>Registers what collecting the shared folder needs.</summary>
internal static class IntakeServices
{
    public static void AddRenstraIntake(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<ComparisonOptions>().BindConfiguration(ComparisonOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Collector>();
        builder.Services.AddSingleton<ReceiptComparison>();
        builder.Services.AddSingleton<ReceiptDelivery>();
        builder.Services.AddSingleton<ReminderDelivery>();
        builder.Services.AddSingleton<Sweep>();
        builder.Services.AddSingleton<CollectSharedFolder>();
    }
}
