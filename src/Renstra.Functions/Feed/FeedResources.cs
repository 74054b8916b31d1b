using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Renstra.Functions.Feed.OData;
using Renstra.Functions.Feed.OData.Answer;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed;

/// <summary>Finds what an address names and answers with it.</summary>
internal sealed class FeedResources(
    FeedModel model, MetadataDocument metadata, RowQuery query, PublicAddress address, KeptAnswers kept, AnswerSlots slots, IOptions<FeedOptions> options)
{
    private const string PlainText = "text/plain;charset=utf-8";
    private static readonly string[] RowOptions = ["$top", "$skip", "$orderby", "$select", "$count"];

    /// <exception cref="RefusedRequest">There is nothing to answer with.</exception>
    public async Task AnswerAsync(HttpContext context)
    {
        var root = address.RootFor(context.Request);
        var question = KeptAnswers.KeyOf(context.Request, root);
        if (await kept.FindAsync(question, context.RequestAborted) is { } known)
        {
            await known.SendAsync(context);
            return;
        }

        var isNewer = VersionOf(context.Request) >= 4.01m;
        context.Response.Headers["OData-Version"] = isNewer ? "4.01" : "4.0";
        var path = Parse(context.Request.Path);
        if (path.FirstSegment is MetadataSegment)
        {
            await SendMetadataAsync(context, isNewer);
            return;
        }

        // A count and a plain value are text to whoever asks, and nothing that shapes rows means anything to them.
        var isPlain = path.LastSegment is CountSegment or ValueSegment;
        var asked = QueryOptions.Parse(context.Request.Query, model, path, options.Value.Limits, isNewer, isPlain ? RowOptions : []);
        var (offered, wanted) = isPlain
            ? (AnswerFormat.Json, new MediaTypeHeaderValue(AnswerFormat.Json))
            : AnswerFormat.Of(asked[QueryOptions.Format], context.Request, path is [EntitySetSegment] ? [AnswerFormat.Json, AnswerFormat.Csv] : [AnswerFormat.Json]);
        var format = JsonFormat.Of(wanted);
        var preferences = Preferences.Of(context.Request);
        var answer = new JsonAnswer(root, format, preferences.OmitsNulls);
        if (path.Count == 0)
        {
            RefuseOptions(asked);
            await SendAsync(context, format.ContentType, output => answer.WriteService(output, model));
            return;
        }

        var set = path.FirstSegment is EntitySetSegment segment ? model[segment.EntitySet.Name] : throw NotOffered(path);
        switch (path.Skip(1).ToList())
        {
            case []:
                await SendPageAsync(context, question, root, set, asked, preferences, offered == AnswerFormat.Csv
                    ? (CsvAnswer.ContentType, (output, page, next) => WriteCsv(output, page, asked, CsvAnswer.Of(wanted)))
                    : (format.ContentType, (output, page, next) => answer.WritePage(output, set, page, asked.Selected, next)));
                break;
            case [CountSegment]:
                await SendCountAsync(context, set, asked);
                break;
            case [KeySegment key]:
                RefuseOptions(asked, "$select", "$expand");
                var (row, expansions) = await FindAsync(context, set, key, asked.Expanded);
                Acknowledge(context, preferences.Applied(pageSize: null));
                await SendAsync(context, format.ContentType, output => answer.WriteEntity(output, set, RowShape.Of(set, asked.Aliases), row, expansions, asked.Selected));
                break;
            case [KeySegment key, NavigationPropertySegment navigation]:
                RefuseOptions(asked, "$select");
                await SendLinkedAsync(context, set, key, navigation, (output, target, linked) =>
                    answer.WriteEntity(output, target, RowShape.Of(target, asked.Aliases), linked, [], asked.Selected), format.ContentType);
                break;
            case [KeySegment key, PropertySegment property]:
                RefuseOptions(asked);
                await SendValueAsync(context, (await FindAsync(context, set, key, [])).Row, set, property, format.ContentType, (output, owner, value) =>
                    answer.WriteProperty(output, set, owner, property.Property.Name, value));
                break;
            case [KeySegment key, PropertySegment property, ValueSegment]:
                RefuseOptions(asked);
                await SendValueAsync(context, (await FindAsync(context, set, key, [])).Row, set, property, PlainText, (output, _, value) =>
                    output.Write(Encoding.UTF8.GetBytes(JsonValues.Text(value))));
                break;
            default:
                throw NotOffered(path);
        }
    }

    private async Task SendMetadataAsync(HttpContext context, bool isNewer)
    {
        // As JSON they came with 4.01. Power Query says for everything that it likes JSON best, and reads metadata as XML alone.
        var format = context.Request.Query[QueryOptions.Format].ToString();
        var offered = !isNewer && format.Length == 0 && AnswerFormat.Accepts(context.Request, AnswerFormat.Xml)
            ? AnswerFormat.Xml
            : AnswerFormat.Of(format.Length == 0 ? null : format, context.Request, AnswerFormat.Xml, AnswerFormat.Json).Offered;
        await SendAsync(context, $"{offered};charset=utf-8", output => output.Write(offered == AnswerFormat.Json ? metadata.Json : metadata.Xml));
    }

    private async Task SendPageAsync(
        HttpContext context,
        string question,
        string root,
        FeedSet set,
        QueryOptions asked,
        Preferences preferences,
        (string ContentType, Action<AnswerBuffer, RowPage, string?> Write) answer)
    {
        using var slot = await EnterAsync(set, context.RequestAborted);

        // Somebody with the same question may have been answered while this one waited.
        if (slot is { HasWaited: true } && await kept.FindAsync(question, context.RequestAborted) is { } known)
        {
            slot.Made(0);
            await known.SendAsync(context);
            return;
        }

        var pageSize = Math.Min(preferences.PageSize ?? int.MaxValue, options.Value.PageSize);
        var page = await query.PageAsync(set, asked, pageSize, options.Value.Limits, context.RequestAborted);
        var nextLink = page.Next is { } next
            ? NextLink.To(root, set, context.Request.Query, next.Write(RowQuery.Identity(set, asked)), OfferedKeys.Parameter)
            : null;
        using var body = new AnswerBuffer();
        answer.Write(body, page, nextLink);
        using var ready = kept.Keep(question, set, page, new ReadyAnswer(answer.ContentType, body.Written, [.. HeadersOf(context.Response, preferences.Applied(pageSize), answer.ContentType == CsvAnswer.ContentType ? nextLink : null)]));
        ready.Compress(context.Request);
        if (ready.IsKept)
        {
            body.Dispose();
        }

        slot?.Made(ready.IsKept ? 0 : body.Length);
        await ready.SendAsync(context);
    }

    private static IEnumerable<(string Name, string Value)> HeadersOf(HttpResponse response, string applied, string? nextInHeader)
    {
        yield return ("OData-Version", response.Headers["OData-Version"].ToString());
        if (applied.Length > 0)
        {
            yield return ("Preference-Applied", applied);
        }

        // CSV has no place for a link to the next page; a header has (RFC 8288).
        if (nextInHeader is not null)
        {
            yield return ("Link", $"<{nextInHeader}>; rel=\"next\"");
        }
    }

    private static void WriteCsv(AnswerBuffer output, RowPage page, QueryOptions asked, CsvAnswer answer)
    {
        if (page.Expansions.Count > 0)
        {
            throw RefusedRequest.NotOffered("$expand dalam CSV");
        }

        answer.Write(output, page, asked.Selected);
    }

    /// <summary>One's turn; none is needed for what is at hand.</summary>
    private async Task<AnswerSlots.Slot?> EnterAsync(FeedSet set, CancellationToken cancellation) => set.IsAtHand ? null : await slots.EnterAsync(cancellation);

    private async Task SendCountAsync(HttpContext context, FeedSet set, QueryOptions asked)
    {
        RefuseOptions(asked, "$filter", "$apply");
        using var slot = await EnterAsync(set, context.RequestAborted);
        var count = await query.CountAsync(set, asked, options.Value.Limits, context.RequestAborted);
        await SendAsync(context, PlainText, output => output.Write(Encoding.UTF8.GetBytes(JsonValues.Text(count))));
    }

    private async Task<(object Row, IReadOnlyList<Expansion> Expansions)> FindAsync(HttpContext context, FeedSet set, KeySegment segment, IReadOnlyList<ExpandedLink> expanded)
    {
        var key = segment.Keys.ToDictionary(
            part => part.Key,
            part => LibraryValue.ToRowValue(part.Value)!,
            StringComparer.Ordinal);
        using var slot = await EnterAsync(set, context.RequestAborted);
        return await query.FindAsync(set, key, expanded, context.RequestAborted)
            ?? throw RefusedRequest.NotFound($"Tidak ada baris dengan kunci itu di {set.Name}.");
    }

    /// <summary>The row that a row leads to: what Power Query asks for when someone opens a single record.</summary>
    private async Task SendLinkedAsync(
        HttpContext context, FeedSet set, KeySegment key, NavigationPropertySegment navigation, Action<AnswerBuffer, FeedSet, object> write, string contentType)
    {
        var link = model.LinksOf(set).Single(each => each.Name == navigation.NavigationProperty.Name);
        var (row, expansions) = await FindAsync(context, set, key, [new ExpandedLink(link, Selected: null)]);
        if (expansions[0].Of(row) is { } linked)
        {
            await SendAsync(context, contentType, output => write(output, link.Target, linked));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task SendValueAsync(
        HttpContext context,
        object row,
        FeedSet set,
        PropertySegment property,
        string contentType,
        Action<AnswerBuffer, object, object> write)
    {
        if (set.Columns.Single(column => column.Name == property.Property.Name).Read(row) is { } value)
        {
            await SendAsync(context, contentType, output => write(output, row, value));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task SendAsync(HttpContext context, string contentType, Action<AnswerBuffer> write)
    {
        using var body = new AnswerBuffer();
        write(body);
        using var ready = new ReadyAnswer(contentType, body.Written, []);
        await ready.SendAsync(context);
    }

    private static void Acknowledge(HttpContext context, string applied)
    {
        if (applied.Length > 0)
        {
            context.Response.Headers["Preference-Applied"] = applied;
        }
    }

    private ODataPath Parse(PathString path)
    {
        var relative = path.StartsWithSegments(PublicAddress.Path, out var rest)
            ? rest.ToUriComponent().Trim('/')
            : throw RefusedRequest.NotFound("Alamat ini tidak ada di umpan data.");
        if (relative.StartsWith('$') && !relative.Equals("$metadata", StringComparison.OrdinalIgnoreCase))
        {
            throw RefusedRequest.NotOffered(relative.Split('(', '/')[0]);
        }

        var parser = new ODataUriParser(model.Parsed, new Uri(relative, UriKind.Relative))
        {
            Resolver = model.Resolver,
            UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
        };
        try
        {
            return relative.Length == 0 ? new ODataPath() : parser.ParsePath();
        }
        catch (ODataException unknown)
        {
            throw RefusedRequest.NotFound("Alamat ini tidak ada di umpan data.", unknown);
        }
    }

    /// <summary>The version of OData that the client understands at most; 4.0 for one that does not say.</summary>
    private static decimal VersionOf(HttpRequest request)
    {
        if (!decimal.TryParse(request.Headers["OData-MaxVersion"], CultureInfo.InvariantCulture, out var version))
        {
            return 4;
        }

        return version >= 4 ? version : throw RefusedRequest.Mistaken("Umpan data ini memakai OData 4.0 dan 4.01; klien meminta versi yang lebih lama.");
    }

    private static void RefuseOptions(QueryOptions asked, params IEnumerable<string> but)
    {
        if (asked.HasOtherThan([QueryOptions.Format, .. but]))
        {
            throw RefusedRequest.Mistaken("Pilihan itu tidak berlaku untuk alamat ini.");
        }
    }

    private static RefusedRequest NotOffered(ODataPath path) => RefusedRequest.NotOffered($"alamat dengan {path.LastSegment.Identifier}");
}
