using System.Globalization;
using Renstra.Functions.Storage;
using Renstra.Transform.Calendar;
using Renstra.Transform.Releases;

namespace Renstra.Functions.Auditing;

/// <summary>What an auditor is told, in Indonesian, together so that it can be read and improved as one text.</summary>
internal static class AuditTexts
{
    public static string NoRelease(ReportingMonth month, int? number) => number is { } wanted
        ? string.Create(CultureInfo.InvariantCulture, $"Tidak ada penetapan ke-{wanted} untuk {month.IndonesianName}.")
        : $"Belum ada penetapan untuk {month.IndonesianName}.";

    public static string NameOf(Release release) => string.Create(CultureInfo.InvariantCulture, $"penetapan ke-{release.Number} {release.Month.IndonesianName}");

    public static string ReferenceLost(Release release) => $"Data acuan versi {release.ReferenceVersion} ({NameOf(release)}) tidak tersimpan lagi atau tidak dapat dibaca.";

    public static string OtherCalculation(Release release, int here) => string.Create(
        CultureInfo.InvariantCulture, $"{NameOf(release)} dihitung dengan cara versi {release.CalculationVersion}; program ini memakai versi {here}. Periksalah dengan program dari masa itu.");

    public static string OtherFiles(Release release, int written, int here) => string.Create(
        CultureInfo.InvariantCulture, $"Berkas {NameOf(release)} disusun menurut tata letak versi {written}; program ini memakai versi {here}, sehingga berkasnya berbeda walaupun angkanya sama. Periksalah berkasnya dengan program dari masa itu.");

    public static string SourcesLost(Release release) => $"Daftar asal {NameOf(release)} ({ReleaseFiles.SourcesName}) tidak ada, sehingga tidak diketahui laporan mana yang mendasarinya.";

    public static string SourcesUnreadable(Release release) => $"Daftar asal {NameOf(release)} ({ReleaseFiles.SourcesName}) tidak dapat dibaca, sehingga tidak diketahui laporan mana yang mendasarinya.";

    public static string FilesRead(Release release, int files) => string.Create(
        CultureInfo.InvariantCulture, $"{files} berkas di kiriman yang mendasari {NameOf(release)} terbaca kembali dan masih seperti saat diserahkan.");

    public static string FileGone(string blobName) => $"Berkas {blobName} tidak ada lagi di kiriman atau terlalu besar untuk dibaca.";

    public static string FileChanged(string blobName) => $"Berkas {blobName} bukan lagi berkas yang diserahkan: isinya sudah berubah.";

    public static string ReadingLost(string blobName) => $"Tidak diketahui dengan data acuan mana berkas {blobName} dulu dibaca.";

    public static string ReportGone(NamedSource source) =>
        $"Berkas {source.BlobName} tidak memuat laporan {source.Key.Region} bulan {source.Key.Month.IndonesianName} yang diterima.";

    public static string Same(string what) => $"{what}: cocok.";

    public static string Differs(string what, string why) => $"{what}: TIDAK COCOK; {why}.";

    public static string StoredAndComputed(object stored, object computed) => string.Create(CultureInfo.InvariantCulture, $"tersimpan {stored}, seharusnya {computed}");

    public static string Parts(IEnumerable<string> names) => $"yang berbeda: {string.Join(", ", names)}";

    public const string Gone = "tidak tersimpan";
    public const string Repacked = "isinya sama, hanya pemampatannya berbeda";
    public const string OtherBytes = "isinya berbeda";
}
