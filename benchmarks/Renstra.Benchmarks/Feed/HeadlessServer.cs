using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Renstra.Benchmarks.Feed;

/// <summary>A server without a network: hands requests to the app and drops what it answers, so that only the app's own work is measured.</summary>
internal sealed class HeadlessServer : IServer
{
    private Func<IFeatureCollection, Task>? _process;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>An answer: its length, and how it ended.</summary>
    internal sealed record Answer(int Status, long Length, string Tail);

    public async Task<Answer> GetAsync(string path, string query, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var request = new HttpRequestFeature { Method = "GET", Scheme = "http", Protocol = "HTTP/1.1", Path = path, QueryString = query, RawTarget = path + query };
        request.Headers.Host = "localhost";
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        var response = new HttpResponseFeature();
        var body = new DroppedBody();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await _process!(features);
        await features.Get<IHttpResponseBodyFeature>()!.CompleteAsync();
        return new Answer(response.StatusCode, body.Length, body.Tail());
    }

    /// <summary>The same, which must be 200.</summary>
    public async Task<Answer> OkAsync(string path, string query, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var answer = await GetAsync(path, query, headers);
        return answer.Status == 200 ? answer : throw new InvalidOperationException($"{path}{query} answered {answer.Status}: {answer.Tail}");
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = async features =>
        {
            var context = application.CreateContext(features);
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private sealed class DroppedBody : Stream
    {
        private readonly byte[] _tail = new byte[4096];
        private int _tailLength;
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        /// <summary>The end of what was written, where the next page's address stands.</summary>
        public string Tail() => Encoding.UTF8.GetString(_tail, 0, _tailLength);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            var last = buffer.Length > _tail.Length ? buffer[^_tail.Length..] : buffer;
            var keep = Math.Min(_tailLength, _tail.Length - last.Length);
            _tail.AsSpan(_tailLength - keep, keep).CopyTo(_tail);
            last.CopyTo(_tail.AsSpan(keep));
            _tailLength = keep + last.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
