using Azure.Core;
using Microsoft.Extensions.Azure;

namespace Renstra.Functions.Storage;

/// <summary>Registers the storage clients and stores.</summary>
internal static class StorageServices
{
    // The host's own five attempts are over within a second, so storage trouble is waited out in here: about 25 seconds in all.
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public static void AddRenstraStorage(this WebApplicationBuilder builder)
    {
        // Every request and response at Information would bury what the app itself says.
        builder.Logging.AddFilter("Azure", LogLevel.Warning);
        builder.Services.AddAzureClients(clients =>
        {
            var connection = builder.Configuration.GetSection(StorageNames.Connection);
            clients.AddBlobServiceClient(connection).ConfigureOptions(options => Patient(options.Retry));
            clients.AddTableServiceClient(connection).ConfigureOptions(options => Patient(options.Retry));
        });
        builder.Services.AddSingleton<Reference.CurrentReference>();
        builder.Services.AddSingleton<StorageClients>();
        builder.Services.AddSingleton<ReportStore>();
        builder.Services.AddSingleton<SubmissionStore>();
        builder.Services.AddSingleton<ReleaseStore>();
    }

    private static void Patient(RetryOptions retry)
    {
        retry.Mode = RetryMode.Exponential;
        retry.MaxRetries = Retries;
        retry.Delay = FirstDelay;
        retry.MaxDelay = LongestDelay;
    }
}
