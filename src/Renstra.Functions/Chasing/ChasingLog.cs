using Renstra.Transform.Calendar;
using Renstra.Transform.Regions;

namespace Renstra.Functions.Chasing;

/// <summary>What chasing logs.</summary>
internal static partial class ChasingLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "Reminded {Offices} offices of their reports for {Month}, as of {Day:yyyy-MM-dd}")]
    public static partial void Reminded(this ILogger logger, int offices, ReportingMonth month, DateOnly day);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Information, Message = "Put the reminder for {Month} of {Day:yyyy-MM-dd} into the folder of {Region}")]
    public static partial void Delivered(this ILogger logger, ReportingMonth month, DateOnly day, RegionCode region);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Warning, Message = "The reminder for {Month} of {Day:yyyy-MM-dd} to {Region} waits: {Reason}")]
    public static partial void Waits(this ILogger logger, ReportingMonth month, DateOnly day, RegionCode region, string reason);

    [LoggerMessage(EventId = 7004, Level = LogLevel.Warning, Message = "The reminder for {Month} of {Day:yyyy-MM-dd} reaches nobody: there is no folder of {Region}")]
    public static partial void NoFolder(this ILogger logger, ReportingMonth month, DateOnly day, RegionCode region);
}
