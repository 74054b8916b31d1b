using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>Requests as bytes on a connection, so that nothing tidies up what a test sends: paths, hosts, chunks.</summary>
internal static class RawHttp
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Sends a request with these headers and no others that matter.</summary>
    /// <param name="port">On 127.0.0.1.</param>
    /// <param name="method">The method; a POST has a body, sent in chunks.</param>
    /// <param name="target">Path and query, as they go on the line.</param>
    /// <param name="headers">As <c>Name: value</c>.</param>
    /// <param name="body">The body, in parts.</param>
    /// <param name="cancellation">Breaks the connection off.</param>
    public static async Task<RawReply> SendAsync(
        int port, string method, string target, IEnumerable<string> headers, IEnumerable<ReadOnlyMemory<byte>> body, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
        await using var stream = client.GetStream();
        var hasBody = method == "POST";
        string[] allHeaders =
        [
            .. headers,
            "User-Agent: Azure-Functions-Host/4.1037.0.0",
            "Connection: close",
            .. hasBody ? ["Content-Type: application/json; charset=utf-8", "Transfer-Encoding: chunked"] : Array.Empty<string>(),
        ];
        // Through a buffer, so that a small request is one write: a server that turns it away early has then been sent all of it.
        await using (var request = new BufferedStream(new NetworkStream(client.Client, ownsSocket: false), ChunkLength * 2))
        {
            await WriteAsync(request, $"{method} {target} HTTP/1.1\r\n{string.Concat(allHeaders.Select(header => header + "\r\n"))}\r\n", cancellation);
            foreach (var part in hasBody ? body : [])
            {
                await WriteChunksAsync(request, part, cancellation);
            }

            if (hasBody)
            {
                await WriteAsync(request, "0\r\n\r\n", cancellation);
            }
        }

        return RawReply.Parse(await ReadToEndAsync(stream, cancellation));
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var reply = new MemoryStream();
        try
        {
            await stream.CopyToAsync(reply, cancellation);
        }
        catch (IOException) when (reply.Length > 0)
        {
            // A server that has answered without reading all of a request resets the connection.
        }

        return Encoding.UTF8.GetString(reply.ToArray());
    }

    private static async Task WriteChunksAsync(Stream stream, ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        for (var offset = 0; offset < part.Length; offset += ChunkLength)
        {
            var chunk = part.Slice(offset, Math.Min(ChunkLength, part.Length - offset));
            await WriteAsync(stream, chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n", cancellation);
            await stream.WriteAsync(chunk, cancellation);
            await WriteAsync(stream, "\r\n", cancellation);
        }
    }

    private static ValueTask WriteAsync(Stream stream, string text, CancellationToken cancellation) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
}

/// <summary>What came back.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The status line and the headers as they stand.</param>
/// <param name="Body">The body; chunks put together.</param>
internal sealed record RawReply(int Status, string Headers, string Body)
{
    public static RawReply Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = text[..end];
        var body = text[(end + 4)..];
        var isChunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return new RawReply(int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture), head, isChunked ? Unchunk(body) : body);
    }

    private static string Unchunk(string body)
    {
        var whole = new StringBuilder();
        while (body.Length > 0)
        {
            // Lengths count bytes; the replies that tests look into are ASCII.
            var line = body.IndexOf("\r\n", StringComparison.Ordinal);
            var length = int.Parse(body[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.Append(body, line + 2, length);
            body = body[(line + 2 + length + 2)..];
        }

        return whole.ToString();
    }
}
