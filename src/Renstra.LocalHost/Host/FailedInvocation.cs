namespace Renstra.LocalHost.Host;

/// <summary>A call of a function that failed.</summary>
/// <param name="Function">The function.</param>
/// <param name="Subject">What the call was about: the path of a blob, or the timer's time.</param>
/// <param name="Failure">Why.</param>
/// <param name="GivenUp">Whether it was the last attempt.</param>
internal sealed record FailedInvocation(string Function, string Subject, string Failure, bool GivenUp);
