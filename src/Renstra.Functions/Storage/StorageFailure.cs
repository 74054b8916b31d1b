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
}
