using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>One of everything that a cell can be, as an office would send it.</summary>
internal static class ReferenceWorkbook
{
    /// <summary>1 July 2024, 31 July 2024 13:45:30 and noon as day numbers.</summary>
    private const double July2024 = 45474;
    private const double EndOfJuly2024 = 45504 + (49530 / 86400.0);
    private const double Noon = 0.5;

    public static WorkbookSpec Spec { get; } = new(
        new SheetSpec(
            "Laporan",
            new("A1", "LAPORAN BULANAN KETENAGAKERJAAN"),
            new("A2", "Kabupaten"),
            new("B2", "Timor Tengah Selatan"),
            new("A3", "Bulan"),
            new("B3", July2024, "mmmm\\ yyyy"),
            new("A5", "Kode"),
            new("B5", "Uraian"),
            new("C5", "Jumlah"),
            new("D5", "Persen"),
            new("A6", "IKU-1"),
            new("B6", "Pencari kerja\nyang ditempatkan"),
            new("C6", 3517d, "#,##0"),
            new("D6", 0.8774, "0.00%"),
            new("E6", "nihil"),
            new("G6", "kolom tersembunyi"),
            new("A7", "IKU-2"),
            new("B7", " spasi di tepi "),
            new("C7", 0d),
            new("D7", -12.5),
            new("E7", "1.234"),
            new("F7", "gabungan"),
            new("A8", "007"),
            new("B8", "Né – “kutip”\u00A0akhir"),
            new("C8", 3517d, Formula: "C6+C7"),
            new("D8", 0.1 + 0.2, Formula: "0.1+0.2"),
            new("E8", "ada", Formula: "\"a\"&\"da\""),
            new("A9", true),
            new("B9", new ErrorLiteral("#DIV/0!"), Formula: "1/0"),
            new("C9", 123456789012345d),
            new("D9", 0.29),
            new("E9", EndOfJuly2024, "dd/mm/yyyy\\ hh:mm:ss"),
            new("A10", Noon, "hh:mm"),
            new("B10", "", Formula: "\"\""),
            new("C10", 1.5, "[h]:mm"),
            new("D10", null, "0.00"),
            new("A11", "baris tersembunyi"),
            new("A12", "=SUM(C6:C7)"))
        {
            HiddenRows = [11],
            HiddenColumns = [6],
            Merged = ["A1:E1", "F7:G8"],
        },
        new SheetSpec("Referensi", new("A1", "rahasia"), new("B7", 42d)) { IsHidden = true },
        new SheetSpec("Kosong"));
}
