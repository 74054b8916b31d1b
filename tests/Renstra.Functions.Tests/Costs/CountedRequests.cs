using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Renstra.Functions.Tests.Costs;

/// <summary>Counts the requests of the app's storage clients by what they are for and what they do, such as <c>GET LaporanMasuk</c>.</summary>
internal sealed partial class CountedRequests : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<(string Purpose, string Kind), int> _counts = new();
    private readonly ConcurrentDictionary<(string Purpose, string Kind), int> _listed = new();
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
    public IEnumerable<string> Of(string purpose) => Lines(_counts, purpose);

    /// <summary>How many entities and blobs the answers listed, by kind of request, in order.</summary>
    public IEnumerable<string> ListedOf(string purpose) => Lines(_listed, purpose);

    public override void OnSendingRequest(HttpMessage message) =>
        _counts.AddOrUpdate((_purpose, KindOf(message.Request)), 1, static (_, count) => count + 1);

    public override void OnReceivedResponse(HttpMessage message)
    {
        // A file that is downloaded is none of these, and is not buffered.
        if (message.Response.ContentStream is MemoryStream answer && Listed().Count(Encoding.UTF8.GetString(answer.ToArray())) is > 0 and var listed)
        {
            _listed.AddOrUpdate((_purpose, KindOf(message.Request)), listed, (_, count) => count + listed);
        }
    }

    private static IEnumerable<string> Lines(ConcurrentDictionary<(string Purpose, string Kind), int> counts, string purpose) => counts
        .Where(count => count.Key.Purpose == purpose)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Kind, StringComparer.Ordinal)
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value,6} {count.Key.Kind}"));

    [GeneratedRegex("<Blob>|\"RowKey\":")]
    private static partial Regex Listed();

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
