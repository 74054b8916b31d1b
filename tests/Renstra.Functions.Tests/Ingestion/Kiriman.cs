using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Storage;
using Renstra.Testing.Azurite;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Tests.Ingestion;

/// <summary>Apps that read plain text, and files put into their <c>kiriman</c>.</summary>
internal static class Kiriman
{
    public static readonly DateTimeOffset Now = new(2024, 8, 5, 1, 30, 0, TimeSpan.Zero);

    public static Task<App> AppAsync(AzuriteFixture azurite, Action<WebApplicationBuilder>? configure = null) =>
        AppAsync(azurite, new FakeTimeProvider(Now), configure);

    public static Task<App> AppAsync(AzuriteFixture azurite, TimeProvider clock, Action<WebApplicationBuilder>? configure = null) =>
        App.CreateAsync(azurite, clock, builder =>
        {
            builder.Services.AddSingleton(PlainText.Reader);
            configure?.Invoke(builder);
        });

    /// <summary>A second instance on the same storage.</summary>
    public static App Another(App app, Action<WebApplicationBuilder>? configure = null) =>
        App.On(app.Account, new FakeTimeProvider(Now.AddHours(1)), builder =>
        {
            builder.Services.AddSingleton(PlainText.Reader);
            configure?.Invoke(builder);
        });

    /// <summary>The name under which a file is collected.</summary>
    /// <param name="folder">Such as <c>53.02</c>.</param>
    /// <param name="submittedAt">UTC, such as <c>2024-08-05T01:00:00.123Z</c>.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="fileName">As the sender named it.</param>
    public static string Name(string folder, string submittedAt, ReadOnlyMemory<byte> bytes, string fileName = "laporan.xlsx") => SubmissionBlobName.For(
        RegionCode.Parse(folder),
        SubmissionId.Of(DateTimeOffset.Parse(submittedAt, CultureInfo.InvariantCulture), Convert.ToHexStringLower(SHA256.HashData(bytes.Span))),
        fileName);

    /// <summary>Puts a file there as the collector does.</summary>
    /// <returns>The blob's name.</returns>
    public static async Task<string> CollectAsync(App app, string folder, string submittedAt, params IEnumerable<string> lines)
    {
        var bytes = PlainText.File(lines);
        var name = Name(folder, submittedAt, bytes);
        await PutAsync(app, name, bytes);
        return name;
    }

    /// <summary>Puts a file there under any name.</summary>
    public static async Task PutAsync(App app, string blobName, ReadOnlyMemory<byte> bytes) => await Container(app)
        .GetBlobClient(blobName)
        .UploadAsync(new BinaryData(bytes), overwrite: true, TestContext.Current.CancellationToken);

    /// <summary>Delivers a file, as the blob trigger does.</summary>
    public static Task<StoredSubmission?> DeliverAsync(App app, string blobName) =>
        app.Services.GetRequiredService<IngestSubmission>().RunAsync(blobName, TestContext.Current.CancellationToken);

    public static BlobContainerClient Container(App app) => app.Account.Blobs().GetBlobContainerClient(StorageNames.SubmissionsContainer);

    /// <summary>The submission whose report stands under a key; null when none does.</summary>
    public static async Task<SubmissionId?> StandingAsync(App app, string region, string month)
    {
        var reports = await app.Services.GetRequiredService<ReportStore>().CurrentAsync(
            Transform.Calendar.ReportingMonth.Parse(month), RegionCode.Parse(region), TestContext.Current.CancellationToken);
        return reports.Count == 0 ? null : reports.Single().Submission;
    }
}
