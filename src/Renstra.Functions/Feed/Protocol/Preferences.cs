using System.Globalization;

namespace Renstra.Functions.Feed.Protocol;

/// <summary>What a client would rather have (RFC 7240; OData 4.0 Protocol, 8.2.8).</summary>
/// <param name="PageSize">At most so many rows on a page, 1 or more; null without a wish.</param>
/// <param name="OmitsNulls">Whether columns without a value are left out.</param>
internal sealed record Preferences(int? PageSize, bool OmitsNulls)
{
    private const string PageSizeName = "odata.maxpagesize";
    private const string OmitName = "odata.omit-values";

    public static Preferences Of(HttpRequest request)
    {
        int? pageSize = null;
        var omitsNulls = false;
        foreach (var wish in request.Headers["Prefer"].SelectMany(header => header?.Split(',', ';') ?? []))
        {
            var parts = wish.Split('=', 2, StringSplitOptions.TrimEntries);
            var value = parts.Length == 2 ? parts[1].Trim('"') : "";
            switch (parts[0].ToLowerInvariant())
            {
                case PageSizeName or "maxpagesize" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0:
                    pageSize = rows;
                    break;
                case OmitName or "omit-values" when value == "nulls":
                    omitsNulls = true;
                    break;
            }
        }

        return new Preferences(pageSize, omitsNulls);
    }

    /// <summary>The value of Preference-Applied; empty when there is nothing to acknowledge.</summary>
    /// <param name="pageSize">The most rows on a page of the answer; null for an answer without pages.</param>
    public string Applied(int? pageSize)
    {
        var applied = new List<string>();
        if (PageSize is not null && pageSize is { } rows)
        {
            applied.Add(string.Create(CultureInfo.InvariantCulture, $"{PageSizeName}={rows}"));
        }

        if (OmitsNulls)
        {
            applied.Add($"{OmitName}=nulls");
        }

        return string.Join(", ", applied);
    }
}
