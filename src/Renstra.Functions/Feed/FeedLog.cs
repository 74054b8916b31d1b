namespace Renstra.Functions.Feed;

/// <summary>What the feed logs. Never an address or a header: both can hold a key.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(5001, LogLevel.Error, "Storage failed while the feed was read")]
    public static partial void StorageTrouble(this ILogger logger, Exception exception);

    [LoggerMessage(5002, LogLevel.Error, "The feed could not answer a request")]
    public static partial void AnswerFailed(this ILogger logger, Exception exception);
}
