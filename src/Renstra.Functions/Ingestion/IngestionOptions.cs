using System.ComponentModel.DataAnnotations;

namespace Renstra.Functions.Ingestion;

/// <summary>How much is read of a file, and of how many at once; section <c>Renstra:Ingestion</c>.</summary>
internal sealed record IngestionOptions
{
    public const string Section = "Renstra:Ingestion";

    /// <summary>
    /// How many files are ingested at once. The host sends up to 28 together, and each may take hundreds of megabytes to read; the
    /// others wait. Default 4.
    /// </summary>
    [Range(1, 64)]
    public int Concurrency { get; init; } = 4;

    /// <summary>Bytes of the longest file that is read; a longer one is returned to its sender. Default 10 MiB.</summary>
    [Range(1, 100L << 20)]
    public long MaxFileBytes { get; init; } = 10L << 20;
}
