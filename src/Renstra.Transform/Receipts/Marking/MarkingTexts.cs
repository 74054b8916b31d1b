using System.Globalization;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>What a returned workbook says, in Indonesian.</summary>
internal static class MarkingTexts
{
    /// <summary>Who has written a note.</summary>
    public const string Author = "Renstra";

    public const string NumberColumn = "No.";
    public const string SeverityColumn = "Tingkat";
    public const string ReportColumn = "Laporan";
    public const string SheetColumn = "Lembar";
    public const string CellColumn = "Sel";

    public const string HowToMarked =
        "Sel yang bermasalah sudah diwarnai dan diberi komentar. Klik alamat pada kolom “Sel” untuk membukanya. Anda boleh memperbaiki langsung di berkas ini.";

    public const string HowToListed = "Perbaiki hal-hal berikut di berkas Anda sendiri; daftar ini hanya menunjukkan tempatnya.";

    public const string HowToSend = "Sesudah diperbaiki, simpan, lalu taruh berkasnya kembali di folder kantor Anda (bukan di folder “hasil”).";

    public static string Severity(Severity severity) =>
        severity == Reports.Severity.Kesalahan ? "Harus diperbaiki" : "Mohon diperiksa";

    public static string Source(Receipt receipt) =>
        $"{ReceiptTexts.NumberLabel}: {receipt.Number} · {ReceiptTexts.FileLabel}: {receipt.FileName}";

    public static string Note(int number, Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"No. {number}: {finding.Message}");
}
