using System.Globalization;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts;

/// <summary>What receipts say, in Indonesian, together so that it can be read and improved as one text.</summary>
internal static class ReceiptTexts
{
    public const string Office = "Dinas Ketenagakerjaan dan Transmigrasi Provinsi Nusa Tenggara Timur";
    public const string Title = "Tanda Terima Laporan Kinerja Bulanan";

    public const string NumberLabel = "Nomor tanda terima";
    public const string ReceivedLabel = "Diterima pada";
    public const string FolderLabel = "Folder asal";
    public const string FileLabel = "Nama berkas";
    public const string AboutLabel = "Isi laporan";
    public const string UnknownFolder = "tidak dikenal";

    public const string ErrorsHeading = "Yang harus diperbaiki";
    public const string WarningsHeading = "Mohon diperiksa kembali";
    public const string WarningsLead = "Hal berikut tidak menghalangi penerimaan laporan. Bila memang sudah benar, tidak perlu diubah.";
    public const string NextHeading = "Langkah selanjutnya";
    public const string NumbersHeading = "Angka yang kami baca";
    public const string NumbersLead =
        "Kolom “Angka” memuat angka yang dipahami sistem; kolom “Tertulis” memuat isi sel sebagaimana adanya di berkas Anda.";
    public const string NothingRead = "Belum ada angka yang dapat dibaca dari berkas ini.";
    public const string NotReported = "tidak dilaporkan";

    public const string PlaceColumn = "Di mana";
    public const string WrittenColumn = "Tertulis";
    public const string MessageColumn = "Penjelasan dan cara memperbaiki";
    public const string CodeColumn = "Kode";
    public const string IndicatorColumn = "Indikator";
    public const string ComponentColumn = "Yang dihitung";
    public const string AmountColumn = "Angka";
    public const string CellColumn = "Sel";

    public const string WholeFile = "Seluruh berkas";
    public const string EmptyCell = "(kosong)";

    public const string ReportAccepted = "diterima";
    public const string ReportReturned = "dikembalikan";

    public static string Headline(Verdict verdict) => verdict switch
    {
        Verdict.Diterima => "Laporan Anda diterima. Terima kasih.",
        Verdict.DiterimaSebagian => "Sebagian laporan Anda diterima; sebagian lagi perlu diperbaiki.",
        _ => "Laporan Anda dikembalikan untuk diperbaiki.",
    };

    public static string Lead(Receipt receipt)
    {
        var accepted = receipt.Reports.Count(report => report.IsAccepted);
        return receipt.Verdict switch
        {
            Verdict.Diterima => "Angka di bawah ini sudah tercatat dan ikut dihitung dalam rekapitulasi provinsi.",
            Verdict.DiterimaSebagian => Invariant(
                $"Berkas ini memuat {receipt.Reports.Count} laporan: {accepted} diterima dan sudah tercatat, {receipt.Reports.Count - accepted} dikembalikan dan belum tercatat."),
            _ => "Belum ada angka dari berkas ini yang tercatat.",
        };
    }

    public static IReadOnlyList<string> NextSteps(Verdict verdict) => verdict switch
    {
        Verdict.Diterima =>
        [
            "Cocokkan angka pada tabel di bawah dengan catatan Anda. Bila semuanya benar, tidak ada lagi yang perlu dikerjakan.",
            "Bila ada angka yang keliru, perbaiki di berkas Anda, lalu taruh berkas itu kembali di folder yang sama. Laporan yang baru menggantikan laporan ini seluruhnya.",
        ],
        Verdict.DiterimaSebagian =>
        [
            "Buka berkas Anda. Bila sudah tidak ada di folder semula, salinannya tersimpan di folder “arsip”.",
            "Perbaiki semua hal pada daftar “Yang harus diperbaiki”. Laporan yang sudah diterima tidak perlu diubah.",
            "Simpan, lalu taruh berkas itu kembali di folder yang sama. Nama berkas boleh tetap.",
            "Tunggu beberapa menit. Tanda terima yang baru akan muncul di folder “hasil”.",
        ],
        _ =>
        [
            "Buka berkas Anda. Bila sudah tidak ada di folder semula, salinannya tersimpan di folder “arsip”.",
            "Perbaiki semua hal pada daftar “Yang harus diperbaiki”.",
            "Simpan, lalu taruh berkas itu kembali di folder yang sama. Nama berkas boleh tetap.",
            "Tunggu beberapa menit. Tanda terima yang baru akan muncul di folder “hasil”.",
        ],
    };

    public static string? NextNote(Verdict verdict) => verdict == Verdict.Diterima
        ? null
        : "Laporan yang sudah diterima sebelumnya untuk bulan yang sama tetap berlaku sampai perbaikannya diterima.";

    public static string About(Receipt receipt) => receipt.Reports switch
    {
        [] => (receipt.KnownRegion, receipt.KnownMonth) switch
        {
            (null, null) => "wilayah dan bulannya belum dapat dipastikan",
            ({ } region, null) => $"{region}; bulannya belum dapat dipastikan",
            (null, { } month) => $"{month.IndonesianName}; wilayahnya belum dapat dipastikan",
            ({ } region, { } month) => $"{region}, {month.IndonesianName}",
        },
        { Count: <= 3 } => string.Join("; ", receipt.Reports.Select(Subject)),
        _ => Invariant($"{receipt.Reports.Count} laporan, dirinci di bawah"),
    };

    public static string Subject(ReceiptReport report) => $"{report.Region}, {report.Key.Month.IndonesianName}";

    public static string Sheet(string sheet) => $"lembar {sheet}";

    public static string Share(decimal percent) => $"Persentase: {IndonesianText.Number(percent)}%";

    public static string Place(CellLocation location) =>
        location.Sheet.Length == 0 ? $"Sel {location.Cell}" : $"Sel {location.Cell}, lembar {location.Sheet}";

    public static string ErrorsLead(int errors) => errors == 1
        ? "Ada satu hal yang harus diperbaiki."
        : Invariant($"Ada {errors} hal yang harus diperbaiki. Perbaiki semuanya sekaligus agar tidak perlu mengirim berulang kali.");

    public static string Omitted(int shown, int total) =>
        Invariant($"Ditampilkan {shown} dari {total} catatan. Catatan lainnya biasanya ikut hilang setelah catatan ini diperbaiki.");

    public static string Footer(string number) =>
        $"Halaman ini dibuat secara otomatis. Bila ada yang kurang jelas, hubungi {Office} dan sebutkan nomor {number}.";

    public static string Reference(string version) => $"Versi data acuan: {version}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a verdict is called to an officer.</summary>
public static class VerdictWords
{
    /// <summary>The word on the receipt and in its file's name, in capitals.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Diterima => "DITERIMA",
        Verdict.DiterimaSebagian => "DITERIMA SEBAGIAN",
        _ => "DIKEMBALIKAN",
    };
}
