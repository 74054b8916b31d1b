using Renstra.Transform.Workbooks;
using static Renstra.Transform.Reports.IndonesianText;

namespace Renstra.Transform.Reports;

/// <content>B: the file (<i>berkas</i>).</content>
public static partial class FindingCodes
{
    /// <summary>The file is empty.</summary>
    public const string FileEmpty = "B01";

    /// <summary>The file has more bytes than are read.</summary>
    public const string FileTooLarge = "B02";

    /// <summary>The file opens only with a password.</summary>
    public const string FilePasswordProtected = "B03";

    /// <summary>The file is damaged or cut short.</summary>
    public const string FileCorrupt = "B04";

    /// <summary>The file expands to more bytes than are read.</summary>
    public const string FileTooLargeUncompressed = "B05";

    /// <summary>The file has more sheets than are read.</summary>
    public const string FileTooManySheets = "B06";

    /// <summary>A sheet has more rows than are read.</summary>
    public const string FileTooManyRows = "B07";

    /// <summary>A sheet has more columns than are read.</summary>
    public const string FileTooManyColumns = "B08";

    /// <summary>The file has more filled cells than are read.</summary>
    public const string FileTooManyCells = "B09";

    /// <summary>The file has more text than is read.</summary>
    public const string FileTooMuchText = "B10";

    /// <summary>A PDF, often a scan.</summary>
    public const string FilePdf = "B11";

    /// <summary>A picture.</summary>
    public const string FileImage = "B12";

    /// <summary>A text document.</summary>
    public const string FileWordDocument = "B13";

    /// <summary>A presentation.</summary>
    public const string FilePresentation = "B14";

    /// <summary>An OpenDocument file that is no spreadsheet: a drawing, a chart, a database.</summary>
    public const string FileOpenDocument = "B15";

    /// <summary>A web page whose table cannot be read.</summary>
    public const string FileHtml = "B16";

    /// <summary>An archive.</summary>
    public const string FileArchive = "B17";

    /// <summary>Content of no known kind.</summary>
    public const string FileUnknown = "B18";

    /// <summary>The owner file that Office keeps beside an open document.</summary>
    public const string FileOfficeLock = "B19";
}

/// <summary>What findings about whole files say, in Indonesian: why the file cannot be read, and how to make one that can.</summary>
internal static class FileTexts
{
    private const string SaveAsWorkbook = "simpan dengan File > Save As (Simpan Sebagai) sebagai Excel Workbook (.xlsx), lalu kirim kembali";

    /// <summary>The code and the text of a problem.</summary>
    public static (string Code, string Message) Of(FileProblem problem) => problem.Kind switch
    {
        FileProblemKind.Empty => (FindingCodes.FileEmpty,
            "Berkas ini kosong. Mohon buka berkas aslinya, pastikan laporannya ada dan tersimpan, lalu kirim kembali."),
        FileProblemKind.TooLarge => (FindingCodes.FileTooLarge,
            $"Berkas ini terlalu besar: {Megabytes(problem.Measured)}, paling besar {Megabytes(problem.Limit)}. Mohon salin lembar laporannya saja, tanpa gambar, ke berkas baru (.xlsx), lalu kirim berkas itu."),
        FileProblemKind.PasswordProtected => (FindingCodes.FilePasswordProtected,
            "Berkas ini dikunci dengan kata sandi, sehingga tidak dapat dibaca. Mohon buka di Excel, pilih File > Info > Protect Workbook (Proteksi Buku Kerja) > "
            + "Encrypt with Password (Enkripsi dengan Kata Sandi), kosongkan kata sandinya, simpan, lalu kirim kembali."),
        FileProblemKind.Corrupt => (FindingCodes.FileCorrupt,
            $"Berkas ini rusak atau terpotong, mungkin karena penyalinannya belum selesai. Mohon buka berkas aslinya di Excel, {SaveAsWorkbook}."),
        FileProblemKind.TooLargeUncompressed => (FindingCodes.FileTooLargeUncompressed,
            $"Isi berkas ini terlalu besar: lebih dari {Megabytes(problem.Limit)} setelah dibuka. Mohon salin laporannya ke formulir resmi yang baru, lalu kirim kembali."),
        FileProblemKind.TooManySheets => (FindingCodes.FileTooManySheets,
            $"Berkas ini berisi terlalu banyak lembar: paling banyak {Limit(problem)}{Measured(problem)}. Mohon salin lembar laporannya ke berkas baru, lalu kirim berkas itu."),
        FileProblemKind.TooManyRows => (FindingCodes.FileTooManyRows,
            $"{InSheet(problem)} ada isi di baris {Count(problem.Measured)}, padahal yang dibaca paling banyak {Limit(problem)} baris. Mohon salin laporannya saja ke berkas baru, lalu kirim berkas itu."),
        FileProblemKind.TooManyColumns => (FindingCodes.FileTooManyColumns,
            $"{InSheet(problem)} ada isi di kolom ke-{Count(problem.Measured)}, padahal yang dibaca paling banyak {Limit(problem)} kolom. Mohon salin laporannya saja ke berkas baru, lalu kirim berkas itu."),
        FileProblemKind.TooManyCells => (FindingCodes.FileTooManyCells,
            $"Berkas ini berisi terlalu banyak sel: paling banyak {Limit(problem)}. Mohon salin laporannya ke formulir resmi yang baru, lalu kirim kembali."),
        FileProblemKind.TooMuchText => (FindingCodes.FileTooMuchText,
            $"Berkas ini berisi terlalu banyak tulisan: paling banyak {Limit(problem)} huruf. Mohon salin laporannya ke formulir resmi yang baru, lalu kirim kembali."),
        FileProblemKind.Pdf => (FindingCodes.FilePdf,
            "Berkas ini PDF atau hasil pindai, sehingga angkanya tidak dapat dibaca. Mohon kirim berkas Excel-nya (.xlsx)."),
        FileProblemKind.Image => (FindingCodes.FileImage,
            "Berkas ini gambar atau foto, sehingga angkanya tidak dapat dibaca. Mohon kirim berkas Excel-nya (.xlsx)."),
        FileProblemKind.WordDocument => (FindingCodes.FileWordDocument,
            "Berkas ini dokumen Word. Mohon isi laporannya di formulir Excel, lalu kirim berkas Excel itu (.xlsx)."),
        FileProblemKind.Presentation => (FindingCodes.FilePresentation,
            "Berkas ini presentasi. Mohon isi laporannya di formulir Excel, lalu kirim berkas Excel itu (.xlsx)."),
        FileProblemKind.OpenDocument => (FindingCodes.FileOpenDocument,
            "Berkas ini gambar, diagram, atau basis data OpenDocument (misalnya .odg atau .odb), bukan lembar kerja. Mohon isi laporannya di formulir Excel, lalu kirim berkas itu (.xlsx atau .ods)."),
        FileProblemKind.OpenDocumentPassword => (FindingCodes.FilePasswordProtected,
            "Berkas .ods ini dikunci dengan kata sandi, sehingga tidak dapat dibaca. Mohon buka di LibreOffice, pilih File (Berkas) > Save As (Simpan Sebagai), "
            + "hilangkan centang pada Save with password (Simpan dengan kata sandi), simpan, lalu kirim kembali."),
        FileProblemKind.Html => (FindingCodes.FileHtml,
            $"Berkas ini halaman web yang tabelnya tidak dapat dibaca. Mohon buka di Excel, {SaveAsWorkbook}."),
        FileProblemKind.ZipOfOtherThings => (FindingCodes.FileArchive,
            "Berkas ini arsip (misalnya .zip atau .rar). Mohon buka arsipnya, lalu kirim berkas Excel di dalamnya satu per satu."),
        FileProblemKind.OfficeLockFile => (FindingCodes.FileOfficeLock,
            "Ini berkas sementara yang dibuat Excel selama laporan masih terbuka. Mohon tutup Excel, lalu kirim berkas laporannya sendiri."),
        _ => (FindingCodes.FileUnknown,
            $"Jenis berkas ini tidak dikenal. Mohon buka di Excel, {SaveAsWorkbook}."),
    };

    private static string Megabytes(long? bytes) => $"{Number(decimal.Round((bytes ?? 0) / 1_048_576m, 1))} MB";

    private static string Limit(FileProblem problem) => Count(problem.Limit);

    private static string Measured(FileProblem problem) => problem.Measured is { } measured ? $", berkas ini {Count(measured)}" : "";

    private static string Count(long? count) => Number(count ?? 0);

    private static string InSheet(FileProblem problem) => string.IsNullOrEmpty(problem.Sheet) ? "Dalam berkas ini" : $"Pada lembar {Quote(problem.Sheet)}";
}
