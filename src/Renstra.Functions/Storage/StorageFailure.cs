using Azure;
using Azure.Storage.Blobs.Models;

namespace Renstra.Functions.Storage;

/// <summary>The one place that knows what it looks like when storage does not do what it is asked.</summary>
internal static class StorageFailure
{
    /// <summary>
    /// Waits for a write on condition: that there is nothing yet, or still what was seen.
    /// </summary>
    /// <returns>False when someone else wrote first (409, 412).</returns>
    public static async Task<bool> WonAsync(this Task write)
    {
        try
        {
            await write;
            return true;
        }
        catch (RequestFailedException lost) when (IsConflict(lost))
        {
            return false;
        }
    }

    /// <summary>Waits for an answer about a blob.</summary>
    /// <returns>Null when there is no such blob. A container that is not there is a failure.</returns>
    public static async Task<T?> FoundAsync<T>(this Task<Response<T>> read)
        where T : class
    {
        try
        {
            return (await read).Value;
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Whether someone else wrote first.</summary>
    public static bool IsConflict(RequestFailedException failure) => failure.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed;

    /// <summary>
    /// Whether storage could not be reached, or refused: an answer that is an error, a connection that broke, a try that took too long,
    /// or, once all tries are spent, the list of what became of each. A call that was given up by whoever made it is none.
    /// </summary>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException => true,
        AggregateException several => several.InnerExceptions.All(each => Is(each) || IsOfOneTry(each)),
        _ => false,
    };

    // The client's own limit on one try shows as a cancellation that nobody asked for.
    private static bool IsOfOneTry(Exception failure) => failure is IOException or OperationCanceledException;
}
