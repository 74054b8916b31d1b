using System.Text.Json.Serialization;

namespace Renstra.LocalHost.Summary;

/// <summary>Reads the feed over HTTP, as a dashboard does.</summary>
internal sealed class FeedClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="feed">The feed's address, such as <c>http://localhost:7071/odata</c>.</param>
    /// <param name="key">The key that opens it.</param>
    public FeedClient(Uri feed, string key)
    {
        _http = new HttpClient { BaseAddress = new Uri(feed + "/") };
        _http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    /// <summary>All rows that a query gives, page after page.</summary>
    /// <param name="query">An entity set and its options, such as <c>Kinerja?$filter=…</c>.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string query, CancellationToken cancellation)
    {
        var rows = new List<T>();
        for (var next = new Uri(query, UriKind.Relative); next is not null;)
        {
            var page = (await _http.GetFromJsonAsync<Page<T>>(next, cancellation))!;
            rows.AddRange(page.Value);
            next = page.NextLink;
        }

        return rows;
    }

    public void Dispose() => _http.Dispose();

    private sealed record Page<T>(IReadOnlyList<T> Value, [property: JsonPropertyName("@odata.nextLink")] Uri? NextLink);
}
