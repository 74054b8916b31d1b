using System.Globalization;
using Renstra.Transform.Calendar;
using Renstra.Transform.Reference;
using Renstra.Transform.Releases.Files;

namespace Renstra.Transform.Releases;

/// <summary>The files of a release. They depend on the release, the one before it and the reference data alone: no clock, no machine.</summary>
public static class ReleaseFiles
{
    /// <summary>The version of the files' layout: raise it whenever the same release would give other bytes.</summary>
    public const int Version = 2;

    /// <summary>The name of the list of what the release rests on.</summary>
    public const string SourcesName = "asal.json";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The name of the workbook: <c>penetapan-2024-08-ke-2.xlsx</c>.</summary>
    public static string WorkbookName(ReportingMonth month, int number) => $"{BaseName(month, number)}.xlsx";

    /// <summary>The name of the CSV: <c>penetapan-2024-08-ke-2.csv</c>.</summary>
    public static string CsvName(ReportingMonth month, int number) => $"{BaseName(month, number)}.csv";

    /// <summary>The files.</summary>
    /// <param name="reference">The reference data that the release was computed by.</param>
    /// <param name="content">The release.</param>
    /// <param name="difference">What it changed about the one before; null for the first.</param>
    public static IReadOnlyList<ReleaseFile> Write(ReferenceData reference, ReleaseContent content, ReleaseDifference? difference)
    {
        var document = new ReleaseDocument(reference, content, difference);
        return
        [
            new ReleaseFile(SourcesName, "application/json", ReleaseSourcesJson.Write(content)),
            new ReleaseFile(CsvName(content.Month, content.Number), "text/csv; charset=utf-8", ReleaseCsv.Write(document)),
            new ReleaseFile(WorkbookName(content.Month, content.Number), WorkbookType, ReleaseWorkbook.Write(document)),
        ];
    }

    private static string BaseName(ReportingMonth month, int number) => string.Create(CultureInfo.InvariantCulture, $"penetapan-{month}-ke-{number}");
}

/// <summary>A file of a release.</summary>
/// <param name="Name">Its name within the release's folder.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReleaseFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
