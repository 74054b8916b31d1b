using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Renstra.Functions.Ingestion;

/// <summary>What ingestion measures.</summary>
internal static class IngestionTelemetry
{
    public const string Name = "Renstra.Ingestion";

    private static readonly Meter Meter = new(Name);

    /// <summary>An activity for each file.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Files finished, by <c>verdict</c>.</summary>
    public static Counter<long> Finished { get; } = Meter.CreateCounter<long>("renstra.ingestion.finished", "{file}", "Files whose ingestion is finished.");
}
