using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Renstra.Functions.Storage;

namespace Renstra.Functions.Hosting;

/// <summary>Holds every setting to what the code asks of it, before anything starts.</summary>
internal static class SettingsCheck
{
    /// <summary>What the process ends with when a setting is missing or wrong.</summary>
    public const int ExitCode = 2;

    /// <summary>Looks for a setting with which the app cannot work.</summary>
    /// <returns>One line that names it and says what it should be; null when there is none. No value is repeated in it: it may be a key.</returns>
    public static string? FindTrouble(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception trouble) when (trouble is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            return Line(trouble);
        }

        try
        {
            services.GetRequiredService<BlobServiceClient>();
            services.GetRequiredService<TableServiceClient>();
            return null;
        }
        catch (Exception trouble) when (trouble is FormatException or ArgumentException or InvalidOperationException)
        {
            return Line($"{StorageNames.Connection} is not a connection string: {trouble.Message}");
        }
    }

    private static string Line(Exception trouble) => trouble switch
    {
        AggregateException several => Line(string.Join(" ", several.InnerExceptions.Select(Line))),

        // The binder's message holds the value; its inner one says what is wrong with it, and the setting is named in both.
        OptionsValidationException wrong => Line(string.Join(" ", wrong.Failures)),
        _ => Line(trouble.Message),
    };

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
