using Microsoft.Azure.Functions.Worker;
using Renstra.Functions.Withdrawals;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Consolidation;

/// <summary>The function that closes months, daily at 06.00 WITA.</summary>
internal sealed class ConsolidateMonth(WithdrawalSweep withdrawals, Consolidator consolidator, OrphanSweep orphans, ILogger<ConsolidateMonth> logger)
{
    /// <summary>The timer's call; 22:00 UTC is 06.00 WITA.</summary>
    [Function(nameof(ConsolidateMonth))]
    public Task OnTimerAsync([TimerTrigger("0 0 22 * * *")] TimerInfo timer, CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>
    /// Releases every month that is due and has no release of its present fingerprint. Nothing is released before withdrawals have taken
    /// effect: a month that closes later does less harm than one that closes with what was withdrawn.
    /// </summary>
    /// <exception cref="Azure.RequestFailedException">Storage fails, all retries included, before anything is released.</exception>
    /// <exception cref="AggregateException">A month could not be released, or the sweep failed; everything else is done.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await withdrawals.RunAsync(cancellation);
        var work = new IndependentWork(logger);
        await work.TryAsync("closing", () => consolidator.CloseDueMonthsAsync(work, cancellation), cancellation);
        await work.TryAsync("what was prepared for releases that never came into force", () => orphans.RunAsync(cancellation), cancellation);
        work.ThrowIfAnyFailed();
    }
}

/// <summary>What closing months logs.</summary>
internal static partial class ConsolidationLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Released {Month}, release {Number} ({Fingerprint}): {Received} of {Due} reports")]
    public static partial void Released(this ILogger logger, ReportingMonth month, int number, string fingerprint, int received, int due);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "{Month} belongs to a closed year: release {Number} stays although what it depends on has changed")]
    public static partial void YearIsClosed(this ILogger logger, ReportingMonth month, int number);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "It is no longer known which reports {Month}, release {Number}, rests on")]
    public static partial void SourcesLost(this ILogger logger, ReportingMonth month, int number);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "Swept {Count} rows and files of {Year} that were prepared for releases which never came into force")]
    public static partial void Swept(this ILogger logger, int year, int count);
}
