using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>An answer that is written whole, and sent with its validator or not at all to a client that has it already.</summary>
/// <param name="contentType">The value of Content-Type.</param>
/// <param name="body">The body as it is before compression.</param>
/// <param name="headers">What else is said of it.</param>
/// <param name="tag">Its validator where that is known; worked out of the body otherwise.</param>
internal sealed class ReadyAnswer(
    string contentType, ReadOnlyMemory<byte> body, IReadOnlyList<(string Name, string Value)> headers, EntityTagHeaderValue? tag = null) : IDisposable
{
    private readonly EntityTagHeaderValue _tag = tag ?? EntityTag.Of(body.Span);
    private AnswerBuffer? _lent;
    private ReadOnlyMemory<byte> _compressed;

    /// <summary>What it takes to keep it, in bytes.</summary>
    public int Size => body.Length + (body.Length / 4);

    /// <summary>The same in memory of its own, compressed once for all who can read that.</summary>
    public ReadyAnswer Kept() => new(contentType, body.ToArray(), headers, _tag) { IsKept = true };

    /// <summary>Whether it is sent more than once.</summary>
    public bool IsKept { get; private init; }

    /// <summary>Sends it, or says that the client has it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        var typed = response.GetTypedHeaders();
        typed.ETag = _tag;
        typed.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        response.Headers.Vary = "Accept, Accept-Encoding, Prefer";
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        if (EntityTag.IsKnownTo(context.Request, _tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        if (!IsPacked(context.Request))
        {
            await SendAsync(context, body);
            return;
        }

        Compress(context.Request);
        response.Headers.ContentEncoding = "gzip";
        await SendAsync(context, _compressed);
    }

    /// <summary>Compresses it for a client that reads that and has to be sent it; what is kept is compressed once.</summary>
    public void Compress(HttpRequest request)
    {
        if (_compressed.Length > 0 || !IsPacked(request) || EntityTag.IsKnownTo(request, _tag))
        {
            return;
        }

        var output = new AnswerBuffer();
        using (var gzip = new GZipStream(new BufferStream(output), CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        if (IsKept)
        {
            // Two who come together may both do it; what they get is the same.
            _compressed = output.Written.ToArray();
            output.Dispose();
        }
        else
        {
            (_lent, _compressed) = (output, output.Written);
        }
    }

    public void Dispose() => _lent?.Dispose();

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>Plain text is a number or a name: too little to be worth it.</summary>
    private bool IsPacked(HttpRequest request) => !contentType.StartsWith("text/plain", StringComparison.Ordinal) && ReadsGzip(request);

    private static bool ReadsGzip(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Where(each => each.Value == "*" || each.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        .OrderBy(each => each.Value == "*")
        .FirstOrDefault() is { Quality: not 0 };

    /// <summary>A buffer as something that can be written to.</summary>
    private sealed class BufferStream(AnswerBuffer output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer) => output.Add(buffer);

        public override void Write(byte[] buffer, int offset, int count) => output.Add(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
