using System.Net.Http.Headers;
using System.Text;

namespace Renstra.Functions.Tests.Feed;

/// <summary>
/// Requests with the headers that Power Query sends (Power BI Desktop and Excel, as a server has logged them:
/// github.com/NLstn/go-odata/issues/874; the same Accept in learn.microsoft.com/power-query/querydiagnosticsfolding).
/// </summary>
internal static class PowerQueryRequest
{
    /// <summary>What it accepts, for everything alike: version 2 and 3 services answer in Atom.</summary>
    private const string Accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

    /// <summary>A request with Power Query's headers; with the key as the password of its plain dialog, unless it comes without.</summary>
    public static HttpRequestMessage Of(string address, bool withKey = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate");
        request.Headers.TryAddWithoutValidation("MaxDataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("OData-MaxVersion", "4.0");
        request.Headers.TryAddWithoutValidation("User-Agent", "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)");
        if (withKey)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"analis:{FeedApp.Key}")));
        }

        return request;
    }
}
