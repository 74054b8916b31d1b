using System.ComponentModel.DataAnnotations;
using Renstra.Transform.Workbooks;

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
    public long MaxFileBytes { get; init; } = WorkbookLimits.Default.MaxFileBytes;

    /// <summary>Bytes that a zipped workbook may expand to. Default 100 MiB.</summary>
    [Range(1, 1L << 30)]
    public long MaxUncompressedBytes { get; init; } = WorkbookLimits.Default.MaxUncompressedBytes;

    /// <summary>Sheets in a workbook. Default 50.</summary>
    [Range(1, 1_000)]
    public int MaxSheets { get; init; } = WorkbookLimits.Default.MaxSheets;

    /// <summary>The last row of a sheet that may hold a value. Default 20,000.</summary>
    [Range(1, 1_048_576)]
    public int MaxRows { get; init; } = WorkbookLimits.Default.MaxRows;

    /// <summary>The last column of a sheet that may hold a value. Default 200.</summary>
    [Range(1, 16_384)]
    public int MaxColumns { get; init; } = WorkbookLimits.Default.MaxColumns;

    /// <summary>Cells with content in all sheets together. Default 1,000,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxCells { get; init; } = WorkbookLimits.Default.MaxCells;

    /// <summary>Characters of text in all cells together. Default 10,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxTextCharacters { get; init; } = WorkbookLimits.Default.MaxTextCharacters;

    /// <summary>The limits of one file.</summary>
    public WorkbookLimits WorkbookLimits => new()
    {
        MaxFileBytes = MaxFileBytes,
        MaxUncompressedBytes = MaxUncompressedBytes,
        MaxSheets = MaxSheets,
        MaxRows = MaxRows,
        MaxColumns = MaxColumns,
        MaxCells = MaxCells,
        MaxTextCharacters = MaxTextCharacters,
    };
}
