namespace Renstra.LocalHost.Host;

/// <summary>How one call of a function ended.</summary>
/// <param name="Function">The function.</param>
/// <param name="Failure">Why a Functions host takes the call for failed; null when it succeeded.</param>
internal sealed record InvocationResult(string Function, string? Failure)
{
    /// <summary>Whether the function did its work.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Whether the worker ended before it answered: the call failed for no fault of its own.</summary>
    public bool WorkerLost { get; init; }
}
