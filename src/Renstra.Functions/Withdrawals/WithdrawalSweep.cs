using Renstra.Functions.Reference;
using Renstra.Functions.Storage;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Withdrawals;

/// <summary>
/// Lets the list of withdrawals take effect. What is to hold is recorded first, with the submissions concerned; then their views are
/// written; then nothing is pending any more. Stopped anywhere, the next run finishes it; several at once end in the same state.
/// </summary>
internal sealed class WithdrawalSweep(
    CurrentReference reference, WithdrawalRecord record, SubmissionStore submissions, HistoryStore history, ReportStore reports, ILogger<WithdrawalSweep> logger)
{
    /// <summary>A listing leaves out the quotation marks that an answer's header has.</summary>
    private const string Quoted = "H";

    /// <summary>The record as it was last seen or written; stale is no harm, its ETag tells. Two functions sweep, at the same time at 06.00 WITA.</summary>
    private volatile Seen? _record;

    /// <summary>
    /// The submissions that were withdrawn when this was last looked up, which is at most one run ago: enough for what is only shown, never
    /// for the writing of a view.
    /// </summary>
    public async Task<IReadOnlySet<SubmissionId>> LastSeenAsync(CancellationToken cancellation) =>
        _record?.State.Withdrawn ?? await record.WithdrawnAsync(cancellation);

    /// <summary>Runs once.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!await TryRunAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <returns>False when someone else changed the record meanwhile, perhaps by a newer list.</returns>
    private async Task<bool> TryRunAsync(CancellationToken cancellation)
    {
        // The record is known as of the look at the list, or read before another one: whoever has recorded a newer list since has changed
        // the record, and ours is refused. A look that finds neither changed is one request.
        var look = await reference.LookAsync(cancellation);
        if (_record is not { } known || known.ETag?.ToString(Quoted) != look.WithdrawalRecord?.ToString(Quoted))
        {
            var read = await record.ReadAsync(cancellation);
            known = new Seen(read.State, read.ETag);
            look = await reference.LookAsync(cancellation);
        }

        var (state, etag) = known;
        var listed = look.Data.Withdrawals;
        var changed = state.Changed(listed.Keys, await UnknownAsync(state, listed.Keys, cancellation));
        if (!changed.IsSameAs(state))
        {
            if (await record.TryReplaceAsync(etag, changed, cancellation) is not { } written)
            {
                return false;
            }

            etag = written;
            Report(state, changed);
        }

        _record = new Seen(changed, etag);
        return changed.Pending.IsEmpty || await TryFinishAsync(changed, etag!.Value, cancellation);
    }

    private async Task<bool> TryFinishAsync(WithdrawalState state, Azure.ETag etag, CancellationToken cancellation)
    {
        var keys = await history.KeysOfAsync(state.Pending, cancellation);
        await reports.RewriteViewsAsync(keys, record.WithdrawnAsync, cancellation);
        var done = state with { Pending = [] };
        if (await record.TryReplaceAsync(etag, done, cancellation) is not { } written)
        {
            return false;
        }

        _record = new Seen(done, written);
        logger.Applied(state.Pending, keys.Count);
        return true;
    }

    private async Task<IReadOnlyList<SubmissionId>> UnknownAsync(WithdrawalState state, IEnumerable<SubmissionId> listed, CancellationToken cancellation)
    {
        var unknown = new List<SubmissionId>();
        foreach (var submission in listed.Where(submission => !state.Withdrawn.Contains(submission) || state.Unknown.Contains(submission)))
        {
            if (await submissions.FindAsync(submission, cancellation) is null)
            {
                unknown.Add(submission);
            }
        }

        return unknown;
    }

    private void Report(WithdrawalState before, WithdrawalState after)
    {
        if (after.Unknown.Except(before.Unknown) is { IsEmpty: false } unknown)
        {
            logger.Unknown(unknown);
        }
    }

    private sealed record Seen(WithdrawalState State, Azure.ETag? ETag);
}

/// <summary>What withdrawing logs.</summary>
internal static partial class WithdrawalLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "Withdrawn, or no longer withdrawn: {Submissions}; {Keys} views were written again")]
    public static partial void Applied(this ILogger logger, IReadOnlyCollection<SubmissionId> submissions, int keys);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Warning, Message = "penarikan.csv names submissions that were never received: {Submissions}")]
    public static partial void Unknown(this ILogger logger, IReadOnlyCollection<SubmissionId> submissions);
}
