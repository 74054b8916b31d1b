using Microsoft.OData;
using Renstra.Functions.Feed.Protocol;

namespace Renstra.Functions.Feed.Query;

/// <summary>
/// Where the library parses and binds what a client wrote, its exceptions are the client's mistakes. It has many: one of its own for
/// bad syntax, and those of .NET for a comparison of a date with a moment or a literal that a decimal cannot hold.
/// </summary>
internal static class RequestMistakes
{
    /// <exception cref="RefusedRequest">What was asked cannot be understood.</exception>
    public static T In<T>(Func<T> understand)
    {
        try
        {
            return understand();
        }
        catch (Exception mistake) when (mistake
            is ODataException or InvalidOperationException or ArgumentException or InvalidCastException or NotSupportedException or ArithmeticException or FormatException)
        {
            throw RefusedRequest.NotUnderstood(mistake);
        }
    }
}
