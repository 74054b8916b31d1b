using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Renstra.Functions.Auditing;
using Renstra.Functions.Chasing;
using Renstra.Functions.Consolidation;
using Renstra.Functions.Dashboard;
using Renstra.Functions.Feed;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Feed.Sets;
using Renstra.Functions.Hosting;
using Renstra.Functions.Ingestion;
using Renstra.Functions.Intake;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Functions.Withdrawals;

namespace Renstra.Functions;

/// <summary>Everything that the app is made of, in one list: settings, then services room by room.</summary>
internal static class RenstraServices
{
    public static void Register(IHostApplicationBuilder builder)
    {
        var services = builder.Services;

        // Settings, all held to their attributes before anything starts.
        services.AddOptionsWithValidateOnStart<StorageOptions, SettingsValidator>()
            .BindConfiguration(StorageNames.Connection)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = configuration[StorageNames.Connection]);
        services.AddOptionsWithValidateOnStart<HostingOptions, SettingsValidator>().BindConfiguration(HostingOptions.Section);
        services.AddOptionsWithValidateOnStart<ReferenceOptions, SettingsValidator>().BindConfiguration(ReferenceOptions.Section);
        services.AddOptionsWithValidateOnStart<IngestionOptions, SettingsValidator>().BindConfiguration(IngestionOptions.Section);
        services.AddOptionsWithValidateOnStart<IntakeOptions, SettingsValidator>().BindConfiguration(IntakeOptions.Section);
        services.AddOptionsWithValidateOnStart<ComparisonOptions, SettingsValidator>().BindConfiguration(ComparisonOptions.Section);
        services.AddOptionsWithValidateOnStart<ConsolidationOptions, SettingsValidator>().BindConfiguration(ConsolidationOptions.Section);
        services.AddOptionsWithValidateOnStart<FeedOptions, SettingsValidator>().BindConfiguration(FeedOptions.Section);

        // Lines for every request would bury what the app itself says; those of ASP.NET Core write whole addresses, and in an address
        // there can be a key. Answers of storage that are expected (404, 409, 412) would be warnings; what is not ends in an exception.
        builder.Logging.AddFilter("Azure", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<StorageConnection>();
        services.AddAzureClients(clients =>
        {
            clients
                .AddClient<BlobServiceClient, BlobClientOptions>((options, provider) => provider.GetRequiredService<StorageConnection>().Blobs(options))
                .ConfigureOptions(options => StorageConnection.BePatient(options.Retry));
            clients
                .AddClient<TableServiceClient, TableClientOptions>((options, provider) => provider.GetRequiredService<StorageConnection>().Tables(options))
                .ConfigureOptions(options => StorageConnection.BePatient(options.Retry));
        });
        StorageClients.AddTo(services);

        services.AddSingleton<ReferenceBlobs>();
        services.AddSingleton<CurrentReference>();
        services.AddSingleton<WithdrawalRecord>();
        services.AddSingleton<WithdrawalSweep>();

        services.AddSingleton<SubmissionReaders>();
        services.AddSingleton<ReadSubmission>(provider => provider.GetRequiredService<SubmissionReaders>().Read);
        services.AddSingleton<ReceivedFiles>();
        services.AddSingleton<ReceiptBlobs>();
        services.AddSingleton<IngestionPlaces>();
        services.AddSingleton<IngestSubmission>();

        services.AddSingleton<Waiting>();
        services.AddSingleton<Collector>();
        services.AddSingleton<ReceiptComparison>();
        services.AddSingleton<ReceiptDelivery>();
        services.AddSingleton<ReminderDelivery>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<CollectSharedFolder>();

        services.AddSingleton<ReleaseBlobs>();
        services.AddSingleton<PastReleases>();
        services.AddSingleton<Consolidator>();
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton<ConsolidateMonth>();

        services.AddSingleton<DueReports>();
        services.AddSingleton<ReminderBlobs>();
        services.AddSingleton<RemindOffices>();

        services.AddTransient<RereadReleases>();
        services.AddTransient<ReleaseAudit>();

        AddFeed(services);
        services.AddSingleton<DashboardFiles>();
        services.AddSingleton<DashboardHandler>();

        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // What Kestrel itself refuses, the function never sees, and its call would wait in vain.
            kestrel.Limits.MaxRequestLineSize = 2 * FeedOptions.MostAddress;
        });
        services.AddSingleton<StorageHealthCheck>();
        services.AddSingleton<HealthFunction>();
        services.AddHealthChecks().AddCheck<StorageHealthCheck>(StorageHealthCheck.Name).AddCheck<ReferenceHealthCheck>("reference");
        services.AddOptions<HealthCheckServiceOptions>().PostConfigure<IOptions<HostingOptions>>((health, hosting) =>
        {
            // Storage clients retry for longer than anyone waits for an answer about health. The check of storage keeps to it by itself.
            foreach (var check in health.Registrations.Where(check => check.Name != StorageHealthCheck.Name))
            {
                check.Timeout = hosting.Value.HealthPatience;
            }
        });
    }

    private static void AddFeed(IServiceCollection services)
    {
        services.AddSingleton<FeedHandler>();
        services.AddSingleton<FeedResources>();
        services.AddSingleton<KeyCheck>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<RowQuery>();
        services.AddSingleton<FeedModel>();
        services.AddSingleton<MetadataDocument>();
        services.AddSingleton<PerformanceReader>();
        services.AddSingleton<ReleasedRows>();
        services.AddSingleton<StandingReports>();
        services.AddSingleton<KnownReports>();
        services.AddSingleton<SharedReads>();
        services.AddSingleton<KeptInMemory>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<AnswerSlots>();

        // In the order of the service document: what is asked for most comes first.
        services.AddSingleton<FeedSet, KinerjaSet>();
        services.AddSingleton<FeedSet, KinerjaPeriodeSet>();
        services.AddSingleton<FeedSet, KalenderSet>();
        services.AddSingleton<FeedSet, WilayahSet>();
        services.AddSingleton<FeedSet, IndikatorSet>();
        services.AddSingleton<FeedSet, KomponenSet>();
        services.AddSingleton<FeedSet, RincianSet>();
        services.AddSingleton<FeedSet, TargetSet>();
        services.AddSingleton<FeedSet, SkalaKategoriSet>();
        AddStored<DataRealisasiSet>(services);
        AddStored<DataRincianSet>(services);
        AddStored<LaporanSet>(services);
        AddStored<LaporanMasukSet>(services);
        AddStored<CatatanVerifikasiSet>(services);
        AddStored<KepatuhanLaporanSet>(services);
        AddStored<PengingatSet>(services);
        AddStored<PenetapanSet>(services);
        AddStored<KinerjaTetapSet>(services);
        AddStored<PerubahanPenetapanSet>(services);
        AddStored<PerubahanSusulanSet>(services);
        services.AddSingleton<FeedSet, KinerjaTahunanSet>();
        services.AddSingleton<FeedSet, ProgramKegiatanSet>();
        services.AddSingleton<FeedSet, AnggaranSet>();
        AddStored<StatusDataSet>(services);
    }

    /// <summary>A set that is read from storage.</summary>
    private static void AddStored<TSet>(IServiceCollection services)
        where TSet : FeedSet => services.AddSingleton<FeedSet>(provider =>
            new SharedSet(ActivatorUtilities.CreateInstance<TSet>(provider), provider.GetRequiredService<SharedReads>()));
}

/// <summary>Holds every setting to its attributes, and to what it says of itself.</summary>
[OptionsValidator]
internal sealed partial class SettingsValidator :
    IValidateOptions<StorageOptions>,
    IValidateOptions<HostingOptions>,
    IValidateOptions<ReferenceOptions>,
    IValidateOptions<IngestionOptions>,
    IValidateOptions<IntakeOptions>,
    IValidateOptions<ComparisonOptions>,
    IValidateOptions<ConsolidationOptions>,
    IValidateOptions<FeedOptions>;
