using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Renstra.Benchmarks.Feed;

/// <summary>Storage whose answers are known beforehand, so that no server and no network is measured.</summary>
/// <param name="tables">The answers of table queries: of an address that holds the first part, the bytes.</param>
internal sealed class ReplayedStorage(params IReadOnlyList<(string Part, byte[] Body)> tables) : HttpPipelineTransport
{
    private static readonly byte[] NoBlobs = Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ServiceEndpoint=\"http://127.0.0.1/\" ContainerName=\"referensi\"><Blobs/><NextMarker/></EnumerationResults>");

    private static readonly byte[] NoRows = Encoding.UTF8.GetBytes("{\"value\":[]}");

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => message.Response = Answer(message.Request);

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        message.Response = Answer(message.Request);
        return ValueTask.CompletedTask;
    }

    private ReplayedResponse Answer(Request request)
    {
        var address = Uri.UnescapeDataString(request.Uri.ToString());
        if (request.Method == RequestMethod.Put)
        {
            return new ReplayedResponse(201, "application/xml", []);
        }

        if (address.Contains("comp=list", StringComparison.Ordinal))
        {
            return new ReplayedResponse(200, "application/xml", NoBlobs);
        }

        var known = tables.FirstOrDefault(table => address.Contains(table.Part, StringComparison.Ordinal)).Body;
        return new ReplayedResponse(200, "application/json", known ?? NoRows);
    }

    private sealed class ReplayedResponse(int status, string type, byte[] body) : Azure.Response
    {
        private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = type,
            ["ETag"] = "\"0x1\"",
            ["Last-Modified"] = "Tue, 24 Nov 2026 00:00:00 GMT",
        };

        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

        protected override bool TryGetHeader(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

        protected override bool TryGetHeaderValues(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = _headers.TryGetValue(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
