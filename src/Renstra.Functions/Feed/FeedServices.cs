using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Feed.Sets;

namespace Renstra.Functions.Feed;

/// <summary>Registers what Feed needs.</summary>
internal static class FeedServices
{
    public static void AddRenstraFeed(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<FeedOptions, FeedOptionsValidator>().BindConfiguration(FeedOptions.Section);

        // It writes whole addresses at level Information, and in an address there can be a key.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // Only the feed's own pipeline uses this. Its answers hold nothing secret beside what a client sent, so compressing them
        // over https gives nothing away.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "application/xml", "text/csv"];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

        builder.Services.AddSingleton<FeedHandler>();
        builder.Services.AddSingleton<FeedResources>();
        builder.Services.AddSingleton<KeyCheck>();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<RowQuery>();
        builder.Services.AddSingleton<FeedModel>();
        builder.Services.AddSingleton<MetadataDocument>();
        builder.Services.AddSingleton<PerformanceReader>();
        builder.Services.AddSingleton<SharedReads>();
        builder.Services.AddSingleton<ReleasedRows>();
        builder.Services.AddSingleton<KnownReports>();

        // In the order of the service document: what is asked for most comes first.
        builder.Services.AddSingleton<FeedSet, KinerjaSet>();
        builder.Services.AddSingleton<FeedSet, KinerjaPeriodeSet>();
        builder.Services.AddSingleton<FeedSet, KalenderSet>();
        builder.Services.AddSingleton<FeedSet, WilayahSet>();
        builder.Services.AddSingleton<FeedSet, IndikatorSet>();
        builder.Services.AddSingleton<FeedSet, KomponenSet>();
        builder.Services.AddSingleton<FeedSet, RincianSet>();
        builder.Services.AddSingleton<FeedSet, TargetSet>();
        builder.Services.AddSingleton<FeedSet, SkalaKategoriSet>();
        builder.Services.AddSingleton<FeedSet, DataRealisasiSet>();
        builder.Services.AddSingleton<FeedSet, DataRincianSet>();
        builder.Services.AddSingleton<FeedSet, LaporanSet>();
        builder.Services.AddSingleton<FeedSet, LaporanMasukSet>();
        builder.Services.AddSingleton<FeedSet, CatatanVerifikasiSet>();
        builder.Services.AddSingleton<FeedSet, KepatuhanLaporanSet>();
        builder.Services.AddSingleton<FeedSet, PengingatSet>();
        builder.Services.AddSingleton<FeedSet, PenetapanSet>();
        builder.Services.AddSingleton<FeedSet, KinerjaTetapSet>();
        builder.Services.AddSingleton<FeedSet, PerubahanPenetapanSet>();
        builder.Services.AddSingleton<FeedSet, PerubahanSusulanSet>();
        builder.Services.AddSingleton<FeedSet, KinerjaTahunanSet>();
        builder.Services.AddSingleton<FeedSet, ProgramKegiatanSet>();
        builder.Services.AddSingleton<FeedSet, AnggaranSet>();
        builder.Services.AddSingleton<FeedSet, StatusDataSet>();
    }
}
