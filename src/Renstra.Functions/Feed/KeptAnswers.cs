using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.OData.Answer;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;
using Renstra.Functions.Reference;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Feed;

/// <summary>
/// Answers that were given lately, kept as bytes. One is given again to the same question while what it was made of is the same: the
/// very portions of rows, in the same order, under the same reference data. Whether they are is asked of the set each time, which
/// looks into storage as often as it would for any reader; nothing is parsed, computed or written a second time. Where answers may
/// not be old at all, none is kept.
/// </summary>
internal sealed class KeptAnswers(KeptInMemory memory, CurrentReference reference, TimeProvider clock, IOptions<FeedOptions> options)
{
    /// <summary>What an entry takes beside its bytes.</summary>
    private const int EntrySize = 2_000;

    private bool IsOn => options.Value.Freshness > TimeSpan.Zero;

    /// <summary>All that an answer depends on but the data. The key that opens the feed is no part of it, and is checked before.</summary>
    /// <param name="request">The request.</param>
    /// <param name="root">The feed's root address as the client knows it.</param>
    public static string KeyOf(HttpRequest request, string root)
    {
        var query = request.QueryString.Value ?? "";
        if (query.Contains(OfferedKeys.Parameter, StringComparison.OrdinalIgnoreCase))
        {
            query = new QueryBuilder(request.Query.Where(option => !option.Key.Equals(OfferedKeys.Parameter, StringComparison.OrdinalIgnoreCase))
                .SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? "")))).ToString();
        }

        return string.Join('\n', root, request.Path.Value, query, request.Headers.Accept, request.Headers["Prefer"], request.Headers["OData-MaxVersion"]);
    }

    /// <summary>The answer to a question that was answered lately, if nothing has changed since.</summary>
    public async Task<ReadyAnswer?> FindAsync(string key, CancellationToken cancellation)
    {
        if (!IsOn || !memory.TryGet<Entry>(key, out var kept))
        {
            return null;
        }

        var reading = new FeedReading(kept.Scope, await reference.GetAsync(cancellation), clock.GetUtcNow(), kept.Pinned);
        if (!ReferenceEquals(reading.Reference, kept.Reference) || reading.CurrentMonth != kept.CurrentMonth)
        {
            return null;
        }

        var seen = 0;
        await using var portions = kept.Set.ReadAsync(reading, cancellation).GetAsyncEnumerator(cancellation);
        for (; seen < kept.Portions.Length || kept.IsWhole; seen++)
        {
            if (!await portions.MoveNextAsync())
            {
                break;
            }

            if (seen == kept.Portions.Length || !kept.Portions[seen].TryGetTarget(out var portion) || !ReferenceEquals(portion, portions.Current))
            {
                return null;
            }
        }

        return seen == kept.Portions.Length && IsSame(reading.Releases, kept.Releases) ? kept.Answer : null;
    }

    /// <summary>Keeps an answer.</summary>
    public ReadyAnswer Keep(string key, FeedSet set, RowPage page, ReadyAnswer answer)
    {
        // What is expanded comes from sets that are not asked again.
        if (!IsOn || page.Expansions.Count > 0 || !memory.HasRoomFor(answer.Size + EntrySize + (2 * key.Length)))
        {
            return answer;
        }

        var kept = answer.Kept();
        var reading = page.Reading;
        memory.Set(
            key,
            new Entry(set, reading.Scope, page.Pinned, reading.Reference, reading.CurrentMonth, [.. reading.Seen.Select(portion => new WeakReference<IReadOnlyList<object>>(portion))], reading.HasSeenAll, reading.Releases, kept),
            kept.Size + EntrySize + (2 * key.Length));
        return kept;
    }

    private static bool IsSame(ReleaseNumbers? one, ReleaseNumbers? other) => one is null || other is null
        ? one is null && other is null
        : one.First == other.First && one.Numbers.SequenceEqual(other.Numbers);

    /// <summary>An answer with what it was made of. Portions that nobody else keeps are let go of.</summary>
    private sealed record Entry(
        FeedSet Set,
        ReadScope Scope,
        ReleaseNumbers? Pinned,
        ReferenceData Reference,
        Transform.Calendar.ReportingMonth CurrentMonth,
        WeakReference<IReadOnlyList<object>>[] Portions,
        bool IsWhole,
        ReleaseNumbers? Releases,
        ReadyAnswer Answer);
}
