using Renstra.Transform.Reports;

namespace Renstra.Functions.Withdrawals;

/// <summary>What withdrawing logs.</summary>
internal static partial class WithdrawalLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "Withdrawn, or no longer withdrawn: {Submissions}; {Keys} views were written again")]
    public static partial void Applied(this ILogger logger, IReadOnlyCollection<SubmissionId> submissions, int keys);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Warning, Message = "penarikan.csv names submissions that were never received: {Submissions}")]
    public static partial void Unknown(this ILogger logger, IReadOnlyCollection<SubmissionId> submissions);
}
