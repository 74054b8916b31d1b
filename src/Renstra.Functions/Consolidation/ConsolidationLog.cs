using Renstra.Transform.Calendar;

namespace Renstra.Functions.Consolidation;

/// <summary>What closing months logs.</summary>
internal static partial class ConsolidationLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Released {Month}, release {Number} ({Fingerprint}): {Received} of {Due} reports")]
    public static partial void Released(this ILogger logger, ReportingMonth month, int number, string fingerprint, int received, int due);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "{Month} belongs to a closed year: release {Number} stays although what it depends on has changed")]
    public static partial void YearIsClosed(this ILogger logger, ReportingMonth month, int number);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "It is no longer known which reports {Month}, release {Number}, rests on")]
    public static partial void SourcesLost(this ILogger logger, ReportingMonth month, int number);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "Swept {Count} rows and files of {Year} that were prepared for releases which never came into force")]
    public static partial void Swept(this ILogger logger, int year, int count);
}
