using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData.Model;

namespace Renstra.Functions.Feed.Sets;

/// <summary>
/// Reads that several requests need at one moment. The first one makes the read and the others wait for it, and for as long as
/// answers may be old (<see cref="FeedOptions.Freshness"/>) whoever comes later is given what it gave. A reader who leaves takes
/// nothing from the others.
/// </summary>
internal sealed class SharedReads(TimeProvider clock, IOptions<FeedOptions> options)
{
    private readonly ConcurrentDictionary<object, Read> _reads = new();

    /// <summary>What a read gives, made by this request or by another.</summary>
    /// <param name="key">Tells what is read; compared by value.</param>
    /// <param name="read">Reads it. It must not depend on the request that asks.</param>
    /// <param name="cancellation">Stops waiting; the read goes on for the others.</param>
    public Task<T> GetAsync<T>(object key, Func<Task<T>> read, CancellationToken cancellation)
    {
        while (true)
        {
            var own = new Read(clock.GetTimestamp(), new Lazy<Task>(() => Task.Run(read)));
            var current = _reads.GetOrAdd(key, own);
            if (current == own)
            {
                _ = ForgetAsync(key, own);
            }
            else if (!IsUsable(current))
            {
                _reads.TryRemove(KeyValuePair.Create(key, current));
                continue;
            }

            return ((Task<T>)current.Result.Value).WaitAsync(cancellation);
        }
    }

    /// <summary>What a read gave that was made within the time that answers may be old.</summary>
    public bool TryGet<T>(object key, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = _reads.TryGetValue(key, out var read) && read.Result is { IsValueCreated: true, Value: Task<T> { IsCompletedSuccessfully: true } known } && IsUsable(read) ? known.Result : null;
        return value is not null;
    }

    /// <summary>The portions of a read, of which no more are made than somebody has asked for.</summary>
    /// <param name="key">Tells what is read; compared by value.</param>
    /// <param name="read">Reads it. It must not depend on the request that asks.</param>
    /// <param name="cancellation">Stops waiting; the read goes on for the others.</param>
    public async IAsyncEnumerable<IReadOnlyList<object>> PortionsAsync(
        object key, Func<IAsyncEnumerable<IReadOnlyList<object>>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var portion = await GetAsync(key, () => Portion.FirstAsync(read()), cancellation);
        while (portion is not null)
        {
            yield return portion.Rows;
            portion = await NextAsync(portion);
        }

        async Task<Portion?> NextAsync(Portion current)
        {
            var next = current.NextAsync();
            try
            {
                return await next.WaitAsync(cancellation);
            }
            catch (Exception) when (next.IsFaulted)
            {
                // Who comes now begins anew.
                _reads.TryRemove(key, out _);
                throw;
            }
        }
    }

    private bool IsUsable(Read read) => !read.Result.Value.IsCompleted
        || (read.Result.Value.IsCompletedSuccessfully && clock.GetElapsedTime(read.Since) < options.Value.Freshness);

    /// <summary>Lets go of a read once it is too old for anybody, so that memory holds no more than was read of late.</summary>
    private async Task ForgetAsync(object key, Read read)
    {
        await read.Result.Value.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var rest = options.Value.Freshness - clock.GetElapsedTime(read.Since);
        if (rest > TimeSpan.Zero && read.Result.Value.IsCompletedSuccessfully)
        {
            await Task.Delay(rest, clock);
        }

        _reads.TryRemove(KeyValuePair.Create(key, read));
    }

    private sealed record Read(long Since, Lazy<Task> Result);

    /// <summary>A portion, which knows how to get the one behind it; the last reader to hold it keeps it in memory.</summary>
    private sealed class Portion(IReadOnlyList<object> rows, IAsyncEnumerator<IReadOnlyList<object>> source)
    {
        private readonly Lock _reading = new();
        private Task<Portion?>? _next;

        public IReadOnlyList<object> Rows { get; } = rows;

        public static Task<Portion?> FirstAsync(IAsyncEnumerable<IReadOnlyList<object>> portions) => AfterAsync(portions.GetAsyncEnumerator(CancellationToken.None));

        public Task<Portion?> NextAsync()
        {
            lock (_reading)
            {
                return _next ??= Task.Run(() => AfterAsync(source));
            }
        }

        private static async Task<Portion?> AfterAsync(IAsyncEnumerator<IReadOnlyList<object>> source)
        {
            if (await source.MoveNextAsync())
            {
                return new Portion(source.Current, source);
            }

            await source.DisposeAsync();
            return null;
        }
    }
}

/// <summary>A set that is read from storage, for as many readers as come within the time that answers may be old at once.</summary>
internal sealed class SharedSet : FeedSet
{
    private readonly FeedSet _set;
    private readonly SharedReads _shared;

    /// <param name="set">The set.</param>
    /// <param name="shared">Shares its reads.</param>
    public SharedSet(FeedSet set, SharedReads shared)
        : base(set)
    {
        _set = set;
        _shared = shared;
    }

    public override string? LinkName => _set.LinkName;

    public override IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(FeedReading reading, CancellationToken cancellation) => _shared.PortionsAsync(
        (Name, reading.Scope.ToString(), reading.Reference, reading.CurrentMonth),
        () => _set.ReadAsync(new FeedReading(reading.Scope, reading.Reference, reading.Now, reading.Releases), CancellationToken.None),
        cancellation);
}
