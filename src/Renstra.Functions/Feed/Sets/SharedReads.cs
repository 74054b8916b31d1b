using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

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
}
