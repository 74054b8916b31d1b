using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Host;

/// <summary>A call of a function that failed.</summary>
/// <param name="Function">The function.</param>
/// <param name="Subject">What the call was about: the path of a blob, or the timer's time.</param>
/// <param name="Failure">Why.</param>
/// <param name="GivenUp">Whether it was the last attempt.</param>
internal sealed record FailedInvocation(string Function, string Subject, string Failure, bool GivenUp);

/// <summary>Counts what was called and remembers what failed. Safe for concurrent use.</summary>
internal sealed class InvocationJournal
{
    private const int FailuresKept = 20;

    private readonly Lock _writing = new();
    private readonly Dictionary<string, int> _succeeded = new(StringComparer.Ordinal);
    private readonly Queue<FailedInvocation> _failures = new();
    private int _failedAttempts;
    private int _givenUp;

    /// <summary>How many calls of <paramref name="function"/> have succeeded.</summary>
    public int Succeeded(string function)
    {
        lock (_writing)
        {
            return _succeeded.GetValueOrDefault(function);
        }
    }

    /// <summary>How many calls have failed, those included that succeeded when tried again.</summary>
    public int FailedAttempts
    {
        get
        {
            lock (_writing)
            {
                return _failedAttempts;
            }
        }
    }

    /// <summary>How many blobs and timer runs were given up: work that was not done.</summary>
    public int GivenUp
    {
        get
        {
            lock (_writing)
            {
                return _givenUp;
            }
        }
    }

    /// <summary>The last failed calls, oldest first.</summary>
    public IReadOnlyList<FailedInvocation> LastFailures
    {
        get
        {
            lock (_writing)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>Enters one call.</summary>
    /// <param name="subject">What it was about: the path of a blob, or the timer's time.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="isLastAttempt">Whether it will not be tried again.</param>
    public void Enter(string subject, InvocationResult result, bool isLastAttempt)
    {
        lock (_writing)
        {
            if (result.Failure is null)
            {
                _succeeded[result.Function] = _succeeded.GetValueOrDefault(result.Function) + 1;
                return;
            }

            _failedAttempts++;
            _givenUp += isLastAttempt ? 1 : 0;
            _failures.Enqueue(new FailedInvocation(result.Function, subject, result.Failure, isLastAttempt));
            if (_failures.Count > FailuresKept)
            {
                _failures.Dequeue();
            }
        }
    }
}
