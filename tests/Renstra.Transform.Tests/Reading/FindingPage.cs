using System.Text;
using Renstra.Transform.Indicators;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading;

/// <summary>Writes <c>docs/catatan-verifikasi.md</c>: every code with its level, its meaning, and what an officer is told.</summary>
internal static class FindingPage
{
    private static readonly (char Family, string Title)[] Families =
    [
        ('B', "Berkas"),
        ('I', "Identitas: wilayah dan bulan"),
        ('T', "Tabel"),
        ('N', "Nilai"),
        ('R', "Rincian"),
    ];

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [FindingCodes.FileEmpty] = "Berkas kosong.",
        [FindingCodes.FileTooLarge] = "Ukuran berkas melebihi batas.",
        [FindingCodes.FilePasswordProtected] = "Berkas terkunci dengan kata sandi.",
        [FindingCodes.FileCorrupt] = "Berkas rusak atau terpotong.",
        [FindingCodes.FileTooLargeUncompressed] = "Isi berkas setelah dimekarkan melebihi batas.",
        [FindingCodes.FileTooManySheets] = "Lembar terlalu banyak.",
        [FindingCodes.FileTooManyRows] = "Baris terlalu banyak.",
        [FindingCodes.FileTooManyColumns] = "Kolom terlalu banyak.",
        [FindingCodes.FileTooManyCells] = "Sel terisi terlalu banyak.",
        [FindingCodes.FileTooMuchText] = "Tulisan terlalu banyak.",
        [FindingCodes.FilePdf] = "Berkas PDF, misalnya hasil pindaian.",
        [FindingCodes.FileImage] = "Berkas gambar.",
        [FindingCodes.FileWordDocument] = "Berkas dokumen tulisan.",
        [FindingCodes.FilePresentation] = "Berkas presentasi.",
        [FindingCodes.FileOpenDocument] = "Berkas OpenDocument yang bukan lembar kerja; .ods dibaca.",
        [FindingCodes.FileHtml] = "Halaman web yang tabelnya tidak terbaca.",
        [FindingCodes.FileArchive] = "Berkas arsip.",
        [FindingCodes.FileUnknown] = "Jenis berkas tidak dikenal.",
        [FindingCodes.FileOfficeLock] = "Berkas pengunci milik Excel, bukan laporan.",
        [FindingCodes.RegionMissing] = "Kabupaten/kota tidak disebut.",
        [FindingCodes.RegionUnknown] = "Kabupaten/kota tidak dikenal.",
        [FindingCodes.MonthMissing] = "Bulan laporan tidak disebut.",
        [FindingCodes.MonthWrong] = "Bulan tidak terbaca, atau di luar masa yang dapat dilaporkan.",
        [FindingCodes.RegionContradiction] = "Folder milik satu wilayah, isi berkas menyebut wilayah lain.",
        [FindingCodes.MonthContradiction] = "Berkas menyebut bulan yang berbeda-beda.",
        [FindingCodes.RegionAmbiguous] = "Nama atau kode wilayah dapat berarti lebih dari satu wilayah.",
        [FindingCodes.RegionsDisagree] = "Berkas menyebut wilayah yang berbeda-beda.",
        [FindingCodes.TableMissing] = "Tabel indikator tidak ditemukan.",
        [FindingCodes.IndicatorMissing] = "Baris indikator yang wajib dilaporkan tidak ada.",
        [FindingCodes.IndicatorTwice] = "Indikator yang sama muncul dua kali.",
        [FindingCodes.IndicatorNotApplicable] = "Indikator yang tidak berlaku bagi wilayah itu terisi.",
        [FindingCodes.IndicatorOfOtherHolder] = "Indikator yang dilaporkan pihak lain terisi.",
        [FindingCodes.RowUnknown] = "Baris berisi angka yang bukan indikator Renstra.",
        [FindingCodes.IndicatorUnclear] = "Nama indikator tidak jelas: mirip dengan satu atau beberapa indikator.",
        [FindingCodes.AmountTwice] = "Dua sel dapat menjadi angka satu komponen.",
        [FindingCodes.CodeAndNameDisagree] = "Kode dan nama indikator tidak cocok.",
        [FindingCodes.WrongPeriod] = "Angka untuk masa yang bukan diminta.",
        [FindingCodes.CumulativeDisagrees] = "Angka bulan ini dan angka s.d. bulan ini bertentangan.",
        [FindingCodes.PositionUnclear] = "Posisi akhir bulan tidak jelas.",
        [FindingCodes.HiddenCellsRead] = "Angka dibaca dari baris atau kolom tersembunyi.",
        [FindingCodes.HiddenSheetIgnored] = "Lembar yang tersembunyi, atau bernama petunjuk, tidak dibaca.",
        [FindingCodes.OtherMonthsNotRead] = "Kolom bulan lain tidak dibaca.",
        [FindingCodes.NameAbbreviated] = "Indikator dikenal dari nama yang disingkat.",
        [FindingCodes.NumbersScaled] = "Angka ditulis dalam ribuan atau jutaan.",
        [FindingCodes.TargetsIgnored] = "Tabel yang judulnya menyebut target atau contoh tidak dibaca.",
        [FindingCodes.NotANumber] = "Sel angka berisi tulisan.",
        [FindingCodes.NotWhole] = "Jumlah berupa bilangan pecahan.",
        [FindingCodes.Negative] = "Jumlah kurang dari 0.",
        [FindingCodes.NumeratorOverDenominator] = "Pembilang lebih besar daripada penyebut.",
        [FindingCodes.DenominatorZero] = "Penyebut 0, sedangkan pembilang tidak 0.",
        [FindingCodes.HalfFilled] = "Hanya satu dari dua angka indikator yang terisi, atau tidak jelas yang mana.",
        [FindingCodes.NotReported] = "Indikator belum diisi: belum dilaporkan, bukan 0.",
        [FindingCodes.NothingReported] = "Tidak satu pun indikator terisi.",
        [FindingCodes.AmbiguousNumber] = "Angka dapat dibaca dengan dua cara.",
        [FindingCodes.DateInsteadOfNumber] = "Sel angka berisi tanggal.",
        [FindingCodes.CellError] = "Sel berisi nilai galat.",
        [FindingCodes.FormulaWithoutValue] = "Rumus tanpa hasil tersimpan.",
        [FindingCodes.MarkedAsMissing] = "Tanda seperti “-” dibaca sebagai belum dilaporkan.",
        [FindingCodes.Percentage] = "Persentase di tempat jumlah.",
        [FindingCodes.TooLarge] = "Angka terlalu besar untuk dipercaya.",
        [FindingCodes.DenominatorsOfHundred] = "Semua penyebut 100: mungkin persentase yang diketik sebagai jumlah.",
        [FindingCodes.PartsDoNotAddUp] = "Rincian tidak sama dengan jumlahnya.",
        [FindingCodes.PartsOverTotal] = "Rincian lebih besar daripada jumlahnya.",
        [FindingCodes.BreakdownIncomplete] = "Rincian belum lengkap.",
        [FindingCodes.BreakdownWithoutTotal] = "Rincian diisi, jumlahnya tidak.",
        [FindingCodes.PartUnplaced] = "Rincian yang tidak jelas milik angka mana.",
    };

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Catatan verifikasi\n\n");
        page.Append("Setiap berkas yang diterima diperiksa; semua yang perlu diperbaiki disampaikan sekaligus dalam tanda terima. **Kesalahan** harus diperbaiki: laporan dikembalikan seutuhnya. **Peringatan** hanya diberitahukan: laporan tetap diterima. ");
        page.Append("Tingkat setiap aturan adalah data rujukan (`aturan.csv`) dan dapat berbeda untuk indikator tertentu.\n\n");
        page.Append("Halaman ini ditulis oleh pengujian dari pesan yang benar-benar dikirim; kode tidak pernah dipakai ulang dengan arti lain.\n");
        foreach (var (family, title) in Families)
        {
            page.Append("\n## ").Append(title).Append("\n\n| Kode | Tingkat | Arti | Contoh pesan kepada petugas |\n|---|---|---|---|\n");
            foreach (var code in FindingCodes.All.Where(code => code[0] == family))
            {
                page.Append("| ").Append(code).Append(" | ").Append(LevelOf(code)).Append(" | ").Append(Meanings[code]).Append(" | ");
                page.Append(FindingCases.FindingOf(code).Message.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string LevelOf(string code)
    {
        var rules = ReferenceData.Shipped.Severities;
        var general = rules.Of(code, null);
        var others = ReferenceData.Shipped.Indicators.All
            .Select(indicator => indicator.Code)
            .Where(indicator => rules.Of(code, indicator) != general)
            .Select(indicator => indicator.Value)
            .ToList();
        return others.Count == 0 ? general.ToString() : $"{general}; {rules.Of(code, IndicatorCode.Parse(others[0]))} untuk {string.Join(", ", others)}";
    }
}
