namespace Renstra.Functions.Ingestion;

/// <summary>Registers what taking in files needs.</summary>
internal static class IngestionServices
{
    public static void AddRenstraIngestion(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<IngestionOptions, IngestionOptionsValidator>().BindConfiguration(IngestionOptions.Section);
        builder.Services.AddSingleton<SubmissionReaders>();
        builder.Services.AddSingleton<ReadSubmission>(services => services.GetRequiredService<SubmissionReaders>().Read);
        builder.Services.AddSingleton<ReceivedFiles>();
        builder.Services.AddSingleton<ReceiptBlobs>();
        builder.Services.AddSingleton<IngestionPlaces>();
        builder.Services.AddSingleton<IngestSubmission>();
    }
}
