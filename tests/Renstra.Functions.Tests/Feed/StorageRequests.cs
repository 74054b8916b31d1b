using Azure.Core;
using Azure.Core.Pipeline;

namespace Renstra.Functions.Tests.Feed;

/// <summary>Counts the requests that reach Table Storage.</summary>
internal sealed class StorageRequests : HttpPipelineSynchronousPolicy
{
    private int _count;

    /// <summary>How many requests an action makes.</summary>
    public async Task<int> CountAsync(Func<Task> action)
    {
        var before = Volatile.Read(ref _count);
        await action();
        return Volatile.Read(ref _count) - before;
    }

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
