using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.Access;
using Renstra.Functions.Feed.Model;
using Renstra.Functions.Feed.Performance;
using Renstra.Functions.Feed.Protocol;
using Renstra.Functions.Feed.Query;
using Renstra.Functions.Feed.Reference;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed;

/// <summary>Registers what Feed needs.</summary>
internal static class FeedServices
{
    public static void AddRenstraFeed(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FeedOptions>, FeedOptionsValidator>();
        builder.Services.TryAddSingleton(_ => ReferenceData.Shipped);

        // It writes whole addresses at level Information, and in an address there can be a key.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // Only the feed's own pipeline uses this. Its answers hold nothing secret beside what a client sent, so compressing them
        // over https gives nothing away.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "application/xml"];
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
        builder.Services.AddSingleton<ReleasedRows>();

        // In the order of the service document.
        builder.Services.AddSingleton<FeedSet, KinerjaSet>();
        builder.Services.AddSingleton<FeedSet, WilayahSet>();
        builder.Services.AddSingleton<FeedSet, IndikatorSet>();
    }
}
