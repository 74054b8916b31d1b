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

    /// <summary>The value of Content-Type.</summary>
    public string ContentType => $"{AnswerFormat.Json};odata.metadata={Information.ToString().ToLowerInvariant()}"
        + (NumbersAsText ? ";IEEE754Compatible=true" : "")
        + ";charset=utf-8";

    public static JsonFormat Of(MediaTypeHeaderValue asked) => new(
        (AnswerFormat.Parameter(asked, "odata.metadata") ?? AnswerFormat.Parameter(asked, "metadata")) switch
        {
            "none" => ControlInformation.None,
            "full" => ControlInformation.Full,
            _ => ControlInformation.Minimal,
        },
        AnswerFormat.Parameter(asked, "IEEE754Compatible") == "true");
}

/// <summary>Finds the format that a client wants among those that there are (OData 4.01 Protocol, 8.2.1; RFC 9110, 12.5.1).</summary>
internal static class AnswerFormat
{
    public const string Json = "application/json";
    public const string Xml = "application/xml";
    public const string Csv = "text/csv";

    /// <summary>The parameter of <see cref="Csv"/> that says whose spreadsheet it is for: <c>id</c>.</summary>
    public const string CsvLanguage = "bahasa";

    /// <summary>The short names that <c>$format</c> knows.</summary>
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase) { ["json"] = Json, ["xml"] = Xml, ["csv"] = Csv, ["csv-id"] = $"{Csv};{CsvLanguage}=id" };

    /// <summary>What the client wants most, as it said it, and which of the formats that is.</summary>
    /// <param name="format">The option <c>$format</c>, which goes before the header; null when it was not given.</param>
    /// <param name="request">The request.</param>
    /// <param name="offered">The formats there are; the first one goes to a client that does not say.</param>
    /// <exception cref="RefusedRequest">It wants none of them.</exception>
    public static (string Offered, MediaTypeHeaderValue Asked) Of(string? format, HttpRequest request, params IReadOnlyList<string> offered)
    {
        List<string> accepted = format is null
            ? [.. request.Headers.Accept.OfType<string>()]
            : [ShortNames.GetValueOrDefault(format, format)];
        if (accepted.Count == 0 || !MediaTypeHeaderValue.TryParseList(accepted, out var types))
        {
            return format is null ? (offered[0], new MediaTypeHeaderValue(offered[0])) : throw RefusedRequest.NotAcceptable(offered);
        }

        return types
            .Where(type => type.Quality is not 0)
            .OrderByDescending(type => type.Quality ?? 1)
            .SelectMany(type => offered
                .Where(each => new MediaTypeHeaderValue(each).IsSubsetOf(new MediaTypeHeaderValue(type.MediaType)))
                .Select(each => ((string, MediaTypeHeaderValue)?)(each, type)))
            .FirstOrDefault() ?? throw RefusedRequest.NotAcceptable(offered);
    }

    /// <summary>Whether a client takes a format at all.</summary>
    public static bool Accepts(HttpRequest request, string format) =>
        MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var types)
        && types.Any(type => type.Quality is not 0 && new MediaTypeHeaderValue(format).IsSubsetOf(new MediaTypeHeaderValue(type.MediaType)));

    /// <summary>A parameter of a media type, in lower case; null when it has none of that name.</summary>
    public static string? Parameter(MediaTypeHeaderValue type, string name) => type.Parameters
        .FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value?.ToLowerInvariant();
}
