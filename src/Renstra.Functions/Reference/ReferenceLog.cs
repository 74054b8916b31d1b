using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>What happens to reference data, as logged.</summary>
internal static partial class ReferenceLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Reference data {Version} is in force; overridden: {Overridden}")]
    public static partial void InForce(this ILogger logger, string version, IReadOnlyList<string> overridden);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "The reference data in the container is refused and version {Version} stays in force: {Problems}")]
    public static partial void Refused(this ILogger logger, string version, IReadOnlyList<ReferenceProblem> problems);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "Reference data {Wanted} cannot be had again; version {Version} is used")]
    public static partial void VersionLost(this ILogger logger, string wanted, string version);
}
