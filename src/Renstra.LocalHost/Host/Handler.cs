using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Renstra.LocalHost.Host;

/// <summary>Calls the app's functions as the Functions host calls a custom handler's, and judges the answers as it does.</summary>
/// <param name="address">Where the app listens, on loopback.</param>
/// <param name="timeout">How long a call may take.</param>
internal sealed class Handler(Uri address, TimeSpan timeout) : IDisposable
{
    /// <summary>The host whose behaviour is played.</summary>
    public const string HostVersion = "4.1037.0.0";

    /// <summary>Identifies a call.</summary>
    public const string InvocationIdHeader = "X-Azure-Functions-InvocationId";

    /// <summary>Names the host's version.</summary>
    public const string HostVersionHeader = "X-Azure-Functions-HostVersion";

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Calls <paramref name="function"/> once.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="envelope">The body.</param>
    /// <param name="cancellation">Gives the call up; that is not a failure of the function.</param>
    public async Task<InvocationResult> InvokeAsync(string function, byte[] envelope, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            using var request = Request(function, envelope);
            using var response = await _client.SendAsync(request, patience.Token);

            return Judge(function, response, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (HttpRequestException exception)
        {
            return Failed(function, $"there was no answer: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(function, string.Create(CultureInfo.InvariantCulture, $"it took longer than {timeout}"));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(string function, byte[] envelope)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, function)) { Content = new ByteArrayContent(envelope) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add(HostVersionHeader, HostVersion);
        request.Headers.Add(InvocationIdHeader, Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/" + HostVersion);

        return request;
    }

    private static InvocationResult Judge(string function, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            return Failed(function, string.Create(CultureInfo.InvariantCulture, $"it answered {status}"));
        }

        // An empty answer would keep a real host waiting until its time limit, when it kills the app.
        if (body.Length == 0)
        {
            return Failed(function, string.Create(CultureInfo.InvariantCulture, $"it answered {status} with an empty body"));
        }

        if (response.Content.Headers.ContentType?.MediaType is not "application/json" and var mediaType)
        {
            return Failed(function, $"it answered with {mediaType ?? "no media type"} instead of application/json");
        }

        try
        {
            using var json = JsonDocument.Parse(body);

            return json.RootElement.ValueKind is JsonValueKind.Object
                ? new InvocationResult(function, Failure: null, LogsIn(json.RootElement))
                : Failed(function, $"it answered with a JSON {json.RootElement.ValueKind} instead of an object");
        }
        catch (JsonException exception)
        {
            return Failed(function, $"its answer is not JSON: {exception.Message}");
        }
    }

    private static string[] LogsIn(JsonElement answer) =>
        answer.TryGetProperty("Logs", out var logs) && logs.ValueKind is JsonValueKind.Array
            ? [.. logs.EnumerateArray().Select(line => line.ToString())]
            : [];

    private static InvocationResult Failed(string function, string failure) => new(function, failure, []);
}
