using System.Text.Json;
using Renstra.Transform.Calendar;
using Renstra.Transform.Indicators;
using Renstra.Transform.Regions;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Releases;

/// <summary>
/// The list of all that a release rests on, as JSON: the reports with their files, the reference data, the calculation. With it and
/// the files in <c>kiriman</c> a release can be computed again, whatever has arrived since.
/// </summary>
public static class ReleaseSourcesJson
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the list; the same release gives the same bytes.</summary>
    public static ReadOnlyMemory<byte> Write(ReleaseContent content) => JsonSerializer.SerializeToUtf8Bytes(
        new Document(
            content.Month.ToString(),
            content.Number,
            content.Fingerprint,
            content.FiguresVersion,
            content.CalculationVersion,
            ReleaseFiles.Version,
            [.. (content.Sources ?? []).Select(source => new Line(
                source.Report.Key.Month.ToString(),
                source.Report.Key.Region.Value,
                source.Report.Key.Holder.Value,
                source.Report.Submission.ToString(),
                source.BlobName))]),
        Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not of that form.</exception>
    /// <exception cref="FormatException">A code in it is none.</exception>
    public static IReadOnlyList<NamedSource> Read(ReadOnlySpan<byte> json) =>
    [
        .. Deserialize(json).Laporan.Select(line => new NamedSource(
            new ReportKey(RegionCode.Parse(line.KodeWilayah), ReportingMonth.Parse(line.Bulan), DataHolder.Parse(line.PemegangData)),
            SubmissionId.Parse(line.LaporanMasuk),
            line.NamaBlob)),
    ];

    /// <summary>The <see cref="ReleaseFiles.Version"/> that wrote the list, and the release's other files with it.</summary>
    /// <exception cref="JsonException">It is not of that form.</exception>
    public static int FilesVersionOf(ReadOnlySpan<byte> json) => Deserialize(json).VersiBerkas;

    // What is missing in a damaged list is null here, whatever the types say.
    private static Document Deserialize(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Document>(json, Json) is { } document
        && (document.Laporan as IReadOnlyList<Line?>)?.All(line => line is { Bulan: not null, KodeWilayah: not null, PemegangData: not null, LaporanMasuk: not null, NamaBlob: not null }) == true
            ? document
            : throw new JsonException("It is no list of the reports that a release rests on.");

    private sealed record Document(
        string Bulan,
        int PenetapanKe,
        string SidikJari,
        string VersiAcuanAngka,
        int VersiPerhitungan,
        int VersiBerkas,
        IReadOnlyList<Line> Laporan);

    private sealed record Line(string Bulan, string KodeWilayah, string PemegangData, string LaporanMasuk, string NamaBlob);
}

/// <summary>A report that a release rests on, and the file it came in.</summary>
/// <param name="Report">The report as it stood when the month was closed.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
public sealed record ReleaseSource(CurrentReport Report, string BlobName);

/// <summary>Which report a release rests on, without what it says.</summary>
/// <param name="Key">What it speaks about.</param>
/// <param name="Submission">The submission it came in.</param>
/// <param name="BlobName">Where the file lies in <c>kiriman</c>.</param>
public sealed record NamedSource(ReportKey Key, SubmissionId Submission, string BlobName);
