using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Withdrawals;

/// <summary>
/// The withdrawals that hold, in one blob beside the list that they come from. Every writer of a view goes by it and not by the list,
/// which instances of the app take notice of at different moments.
/// </summary>
internal sealed class WithdrawalRecord(StorageClients storage)
{
    /// <summary>The blob's name.</summary>
    public const string BlobName = ReferenceBlobs.WithdrawalRecord;

    private BlobClient Blob => storage.ReferenceBlobs.GetBlobClient(BlobName);

    /// <summary>The state, to be replaced by <see cref="TryReplaceAsync"/>.</summary>
    /// <returns>The state and its ETag; no ETag while nothing was ever withdrawn.</returns>
    public async Task<(WithdrawalState State, ETag? ETag)> ReadAsync(CancellationToken cancellation) =>
        await Blob.DownloadContentAsync(cancellation).FoundAsync() is { } found
            ? (found.Content.ToObjectFromJson<Content>()!.ToState(), found.Details.ETag)
            : (WithdrawalState.Empty, null);

    /// <summary>The submissions that are withdrawn as of now.</summary>
    public async Task<IReadOnlySet<SubmissionId>> WithdrawnAsync(CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).State.Withdrawn;

    /// <summary>Replaces the state.</summary>
    /// <param name="seen">The ETag of the state that it replaces.</param>
    /// <param name="state">The new state.</param>
    /// <param name="cancellation">Stops before the write.</param>
    /// <returns>The new ETag; null when someone else wrote first.</returns>
    public async Task<ETag?> TryReplaceAsync(ETag? seen, WithdrawalState state, CancellationToken cancellation)
    {
        ETag? etag = null;
        var won = await WriteAsync().WonAsync();
        return won ? etag : null;

        async Task WriteAsync()
        {
            var written = await Blob.UploadAsync(
                BinaryData.FromObjectAsJson(Content.Of(state)),
                new BlobUploadOptions
                {
                    Conditions = seen is { } before ? new BlobRequestConditions { IfMatch = before } : new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                },
                cancellation);
            etag = written.Value.ETag;
        }
    }

    private sealed record Content(IReadOnlyList<string> Ditarik, IReadOnlyList<string> Tertunda, IReadOnlyList<string> TakDikenal)
    {
        public static Content Of(WithdrawalState state) => new(Write(state.Withdrawn), Write(state.Pending), Write(state.Unknown));

        public WithdrawalState ToState() =>
            new([.. Ditarik.Select(SubmissionId.Parse)], [.. Tertunda.Select(SubmissionId.Parse)], [.. TakDikenal.Select(SubmissionId.Parse)]);

        private static IReadOnlyList<string> Write(IEnumerable<SubmissionId> submissions) => [.. submissions.Select(submission => submission.ToString())];
    }
}

/// <summary>Which withdrawals hold, as storage keeps it.</summary>
/// <param name="Withdrawn">The submissions that are withdrawn.</param>
/// <param name="Pending">Those, withdrawn or no longer so, whose views may still have to be written.</param>
/// <param name="Unknown">Those withdrawn that were never received.</param>
internal sealed record WithdrawalState(
    ImmutableSortedSet<SubmissionId> Withdrawn, ImmutableSortedSet<SubmissionId> Pending, ImmutableSortedSet<SubmissionId> Unknown)
{
    /// <summary>Nothing was ever withdrawn.</summary>
    public static readonly WithdrawalState Empty = new([], [], []);

    /// <summary>The state once a list is to hold: what changes is pending, besides what was.</summary>
    public WithdrawalState Changed(IEnumerable<SubmissionId> listed, IEnumerable<SubmissionId> unknown)
    {
        var withdrawn = listed.ToImmutableSortedSet();
        return new WithdrawalState(withdrawn, Pending.Union(withdrawn.SymmetricExcept(Withdrawn)), [.. unknown]);
    }

    /// <summary>Whether it says the same.</summary>
    public bool IsSameAs(WithdrawalState other) =>
        Withdrawn.SetEquals(other.Withdrawn) && Pending.SetEquals(other.Pending) && Unknown.SetEquals(other.Unknown);
}
