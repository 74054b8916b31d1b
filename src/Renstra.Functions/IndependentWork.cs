namespace Renstra.Functions;

/// <summary>
/// Does things that do not depend on each other: one that fails keeps none of the others from being done. What failed is said as it
/// happens, and makes the invocation fail once everything has been tried.
/// </summary>
internal sealed partial class IndependentWork(ILogger logger)
{
    private readonly List<Exception> _failures = [];

    /// <summary>Does one thing.</summary>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="work">The thing; whatever it throws is kept for <see cref="ThrowIfAnyFailed"/>.</param>
    /// <param name="cancellation">When it is asked for, nothing more is tried.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(string what, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Failed(logger, what, failure.Message);
            _failures.Add(failure);
            return false;
        }
    }

    /// <summary>Makes the failures seen.</summary>
    /// <exception cref="AggregateException">Something failed; everything else is done.</exception>
    public void ThrowIfAnyFailed()
    {
        if (_failures.Count > 0)
        {
            throw new AggregateException(FormattableString.Invariant($"{_failures.Count} things failed; everything else is done."), _failures);
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "Failed, and everything else goes on: {What}: {Reason}")]
    private static partial void Failed(ILogger logger, string what, string reason);
}
