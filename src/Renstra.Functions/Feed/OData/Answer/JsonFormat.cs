using Microsoft.Net.Http.Headers;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>How much control information an answer carries (OData JSON Format 4.0, 3.1).</summary>
internal enum ControlInformation
{
    /// <summary>What a client that knows the conventions cannot work out.</summary>
    Minimal,

    /// <summary>None but what paging and counting need.</summary>
    None,

    /// <summary>All.</summary>
    Full,
}

/// <summary>The JSON that a client asked for.</summary>
/// <param name="Information">How much control information.</param>
/// <param name="NumbersAsText">Whether 64-bit integers and decimals are strings (<c>IEEE754Compatible</c>).</param>
internal sealed record JsonFormat(ControlInformation Information, bool NumbersAsText)
{
    public static readonly JsonFormat Default = new(ControlInformation.Minimal, NumbersAsText: false);

    private const string MediaType = "application/json";

    /// <summary>The value of Content-Type.</summary>
    public string ContentType => $"{MediaType};odata.metadata={Information.ToString().ToLowerInvariant()}"
        + (NumbersAsText ? ";IEEE754Compatible=true" : "")
        + ";charset=utf-8";

    /// <param name="format">The option <c>$format</c>, which goes before the header.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="RefusedRequest">It accepts no JSON.</exception>
    public static JsonFormat Of(string? format, HttpRequest request)
    {
        List<string> accepted = format switch
        {
            null => [.. request.Headers.Accept.OfType<string>()],
            "json" => [MediaType],
            _ => [format],
        };
        if (accepted.Count == 0 || !MediaTypeHeaderValue.TryParseList(accepted, out var types))
        {
            return format is null ? Default : throw RefusedRequest.NotAcceptable(MediaType);
        }

        return types
            .Where(type => type.Quality is not 0 && new MediaTypeHeaderValue(MediaType).IsSubsetOf(new MediaTypeHeaderValue(type.MediaType)))
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(Of)
            .FirstOrDefault() ?? throw RefusedRequest.NotAcceptable(MediaType);
    }

    private static JsonFormat Of(MediaTypeHeaderValue type) => new(
        (Parameter(type, "odata.metadata") ?? Parameter(type, "metadata")) switch
        {
            "none" => ControlInformation.None,
            "full" => ControlInformation.Full,
            _ => ControlInformation.Minimal,
        },
        Parameter(type, "IEEE754Compatible") == "true");

    private static string? Parameter(MediaTypeHeaderValue type, string name) => type.Parameters
        .FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value?.ToLowerInvariant();
}
