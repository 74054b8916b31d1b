using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Azure;

namespace Renstra.Functions.Storage;

/// <summary>Registers the storage clients and stores.</summary>
internal static class StorageServices
{
    // The host's own five attempts are over within a second, so storage trouble is waited out in here: about 25 seconds in all.
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);

    public static void AddRenstraStorage(this IHostApplicationBuilder builder)
    {
        // Every request would bury what the app itself says, and answers that it expects (404, 409, 412) would be warnings. What it
        // does not expect ends in an exception.
        builder.Logging.AddFilter("Azure", LogLevel.Error);
        builder.Services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageNames.Connection)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = configuration[StorageNames.Connection])
            .Validate(
                options => options.IsComplete,
                $"{StorageNames.Connection} must be a connection string, or have blobServiceUri and tableServiceUri, and as credential {StorageOptions.ManagedIdentity} or nothing.")
            .ValidateOnStart();
        builder.Services.AddSingleton<StorageConnection>();
        builder.Services.AddAzureClients(clients =>
        {
            clients
                .AddClient<BlobServiceClient, BlobClientOptions>((options, provider) => provider.GetRequiredService<StorageConnection>().Blobs(options))
                .ConfigureOptions(options => Patient(options.Retry));
            clients
                .AddClient<TableServiceClient, TableClientOptions>((options, provider) => provider.GetRequiredService<StorageConnection>().Tables(options))
                .ConfigureOptions(options => Patient(options.Retry));
        });
        builder.Services.AddSingleton<StorageClients>();
        builder.Services.AddSingleton<SubmissionStore>();
        builder.Services.AddSingleton<FindingStore>();
        builder.Services.AddSingleton<HistoryStore>();
        builder.Services.AddSingleton<ReportStore>();
        builder.Services.AddSingleton<ReleaseStore>();
        builder.Services.AddSingleton<ReleasedRowStore>();
        builder.Services.AddSingleton<ReleaseChangeStore>();
    }

    private static void Patient(RetryOptions retry)
    {
        retry.Mode = RetryMode.Exponential;
        retry.MaxRetries = Retries;
        retry.Delay = FirstDelay;
        retry.MaxDelay = LongestDelay;
        retry.NetworkTimeout = LongestTry;
    }
}
