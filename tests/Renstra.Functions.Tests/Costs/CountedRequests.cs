using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Renstra.Functions.Tests.Costs;

/// <summary>Counts the requests of the app's storage clients by what they are for and what they do, such as <c>GET LaporanMasuk</c>.</summary>
internal sealed class CountedRequests : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<(string Purpose, string Kind), int> _counts = new();
    private volatile string _purpose = "";

    /// <summary>How many there were.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>Puts this into an app's clients.</summary>
    public void Install(WebApplicationBuilder builder)
    {
        builder.Services.PostConfigureAll<BlobClientOptions>(options => options.AddPolicy(this, HttpPipelinePosition.PerCall));
        builder.Services.PostConfigureAll<TableClientOptions>(options => options.AddPolicy(this, HttpPipelinePosition.PerCall));
    }

    /// <summary>Does something, and counts the requests of it under a purpose.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CountAsync(string purpose, Func<Task> work)
    {
        var before = Total;
        _purpose = purpose;
        await work();
        _purpose = "";
        return Total - before;
    }

    /// <summary>What was counted under a purpose, in order.</summary>
    public IEnumerable<string> Of(string purpose) => _counts
        .Where(count => count.Key.Purpose == purpose)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Kind, StringComparer.Ordinal)
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value,6} {count.Key.Kind}"));

    public override void OnSendingRequest(HttpMessage message) =>
        _counts.AddOrUpdate((_purpose, KindOf(message.Request)), 1, static (_, count) => count + 1);

    private static string KindOf(Request request)
    {
        var uri = request.Uri.ToUri();

        // Azurite's addresses begin with the account.
        var path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        var first = path.Length == 0 ? "" : path[0].Split('(')[0];
        return uri.Query.Contains("comp=list", StringComparison.Ordinal) ? $"LIST {first}"
            : uri.Query.Contains("comp=metadata", StringComparison.Ordinal) ? $"METADATA {first}"
            : $"{request.Method} {first}";
    }
}
