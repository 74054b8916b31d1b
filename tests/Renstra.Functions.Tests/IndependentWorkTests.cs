using Microsoft.Extensions.Logging.Abstractions;

namespace Renstra.Functions.Tests;

public sealed class IndependentWorkTests
{
    public static TheoryData<Exception> Failures =>
    [
        new IOException("Disk."),
        new Azure.RequestFailedException("Storage."),
        new AggregateException(new IOException("Each try.")),
        new InvalidDataException("A row."),
        new KeyNotFoundException("A word."),
        new InvalidOperationException("A bug."),
        new OperationCanceledException("A try that took too long."),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_fails_the_rest_is_done_and_all_failures_are_thrown_at_the_end(Exception failure)
    {
        var work = new IndependentWork(NullLogger.Instance);
        var done = new List<string>();

        Assert.False(await work.TryAsync("first", () => throw failure, TestContext.Current.CancellationToken));
        Assert.True(await work.TryAsync("second", () => Do("second"), TestContext.Current.CancellationToken));
        Assert.False(await work.TryAsync("third", () => Task.FromException(failure), TestContext.Current.CancellationToken));
        Assert.True(await work.TryAsync("fourth", () => Do("fourth"), TestContext.Current.CancellationToken));

        Assert.Equal(["second", "fourth"], done);
        Assert.Equal([failure, failure], Assert.Throws<AggregateException>(work.ThrowIfAnyFailed).InnerExceptions);

        Task Do(string what)
        {
            done.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Once_it_is_cancelled_nothing_more_is_tried()
    {
        using var cancellation = new CancellationTokenSource();
        var work = new IndependentWork(NullLogger.Instance);
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => work.TryAsync("first", () => Task.FromException(new OperationCanceledException(cancellation.Token)), cancellation.Token));
    }
}
