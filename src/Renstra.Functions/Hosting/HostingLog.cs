namespace Renstra.Functions.Hosting;

/// <summary>What answering the host logs.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "A stranger asked for the trigger {Function} and was told that it does not exist")]
    public static partial void StrangerTurnedAway(this ILogger logger, string function);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "{Function} was not finished within {Limit} and was stopped")]
    public static partial void TimeLimitReached(this ILogger logger, string function, TimeSpan limit);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Error, Message = "{Function} was called with a body that no Functions host sends")]
    public static partial void NotAnInvocation(this ILogger logger, string function, Exception exception);
}
