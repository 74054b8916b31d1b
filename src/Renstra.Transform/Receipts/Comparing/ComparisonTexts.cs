using Renstra.Transform.Calendar;

namespace Renstra.Transform.Receipts.Comparing;

/// <summary>What a comparison says, in Indonesian.</summary>
internal static class ComparisonTexts
{
    public const string Heading = "Perbandingan dengan bulan lalu";
    public const string ChangeColumn = "Perubahan";
    public const string RemarkColumn = "Keterangan";
    public const string Unchanged = "tetap";
    public const string ChangesHeading = "Perubahan terhadap laporan yang digantikan";
    public const string NoChanges = "Tidak ada angka yang berubah.";
    public const string FirstMonth = "Ini bulan pertama pelaporan, sehingga belum ada pembanding.";
    public const string NotReported = "tidak dilaporkan";

    public static string NoPrevious(ReportingMonth month) =>
        $"Belum ada laporan {month.IndonesianName} yang diterima, sehingga belum ada pembanding.";

    public static string Repeats(ReportingMonth month) =>
        $"Semua angka sama persis dengan laporan {month.IndonesianName}. Mohon pastikan bukan berkas bulan lalu yang terkirim.";

    public static string Computed(DateTimeOffset at) =>
        $"Dibandingkan pada {Wita.Write(at)} dengan laporan yang berlaku saat itu. Keterangan di sini hanya membantu memeriksa dan tidak memengaruhi penerimaan laporan.";
}
