using System.Text;
using Renstra.Transform.Reference;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Reference;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Reading;

/// <summary>For every code a submission that is given it: the specification of what each finding is about.</summary>
internal static class FindingCases
{
    public static readonly IReadOnlyDictionary<string, Func<SubmissionReading>> ByCode = new Dictionary<string, Func<SubmissionReading>>
    {
        [FindingCodes.FileEmpty] = () => Submissions.Read(Array.Empty<byte>()),
        [FindingCodes.FileTooLarge] = () => Problem(FileProblemKind.TooLarge, 10L << 20, 13_000_000L),
        [FindingCodes.FilePasswordProtected] = () => Problem(FileProblemKind.PasswordProtected),
        [FindingCodes.FileCorrupt] = () => Submissions.Read(Submissions.FilledForm("53.02")[..2_000]),
        [FindingCodes.FileTooLargeUncompressed] = () => Problem(FileProblemKind.TooLargeUncompressed, 100L << 20, 104_857_601L),
        [FindingCodes.FileTooManySheets] = () => Problem(FileProblemKind.TooManySheets, 50, 64),
        [FindingCodes.FileTooManyRows] = () => Problem(FileProblemKind.TooManyRows, 20_000, 31_204, "Data"),
        [FindingCodes.FileTooManyColumns] = () => Problem(FileProblemKind.TooManyColumns, 200, 256, "Data"),
        [FindingCodes.FileTooManyCells] = () => Problem(FileProblemKind.TooManyCells, 1_000_000, 1_000_001),
        [FindingCodes.FileTooMuchText] = () => Problem(FileProblemKind.TooMuchText, 10_000_000, 10_000_001),
        [FindingCodes.FilePdf] = () => Bytes("%PDF-1.7\n1 0 obj"),
        [FindingCodes.FileImage] = () => Submissions.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
        [FindingCodes.FileWordDocument] = () => Bytes(@"{\rtf1\ansi Laporan}"),
        [FindingCodes.FilePresentation] = () => Problem(FileProblemKind.Presentation),
        [FindingCodes.FileOpenDocument] = () => Problem(FileProblemKind.OpenDocument),
        [FindingCodes.FileHtml] = () => Bytes("<html><body><p>Silakan masuk</p></body></html>"),
        [FindingCodes.FileArchive] = () => Submissions.Read([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00, 1, 2, 3, 4]),
        [FindingCodes.FileUnknown] = () => Submissions.Read([0, 1, 2, 3, 0, 5, 6, 7, 0, 9]),
        [FindingCodes.FileOfficeLock] = () => Problem(FileProblemKind.OfficeLockFile),

        [FindingCodes.RegionMissing] = () => Submissions.Read(Grid.Report().With("B1", null)),
        [FindingCodes.RegionUnknown] = () => Submissions.Read(Grid.Report().With("B1", "Sabu Raijuwa")),
        [FindingCodes.MonthMissing] = () => Submissions.Read(Grid.Report().With("B2", "Juli")),
        [FindingCodes.MonthWrong] = () => Submissions.Read(Grid.Report().With("B2", "Julli 2024")),
        [FindingCodes.RegionContradiction] = () => Submissions.Read(Grid.Report().With("B1", "Timor Tengah Utara")),
        [FindingCodes.MonthContradiction] = () => Submissions.Read(Grid.Report().Row(3, "LAPORAN BULAN JUNI 2024")),
        [FindingCodes.RegionAmbiguous] = () => Submissions.Read(Grid.Report().With("B1", "Kupang")),
        [FindingCodes.RegionsDisagree] = () => Submissions.Read(Grid.Report().Row(3, "PEMERINTAH KABUPATEN MALAKA")),

        [FindingCodes.TableMissing] = () => Submissions.Read(new Grid().Row(1, "Yth. Kepala Dinas")),
        [FindingCodes.IndicatorMissing] = () => Submissions.Read(Grid.Report().Without(7)),
        [FindingCodes.IndicatorTwice] = () => Submissions.Read(Grid.Report().Row(12, "IKU-1", null, 5, 10)),
        [FindingCodes.IndicatorNotApplicable] = () => Submissions.Read("53.07", "laporan.xlsx", Grid.Report().With("B1", "Sikka")),
        [FindingCodes.IndicatorOfOtherHolder] = HeldByProvince,
        [FindingCodes.RowUnknown] = () => Submissions.Read(Grid.Report().Row(12, null, "Angka Partisipasi Sekolah", 5, 10)),
        [FindingCodes.IndicatorUnclear] = () => Submissions.Read(Grid.Report().With("A9", null).With("B9", "Lokasi transmigrasi yang difasilitasi")),
        [FindingCodes.AmountTwice] = () => Submissions.Read(Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", null, "Penyebut").Merge("C4", "D4")
            .Rows(5, (code, name, numerator, denominator) => [code, name, numerator, null, denominator]).With("D5", 2)),
        [FindingCodes.CodeAndNameDisagree] = () => Submissions.Read(Grid.Report().With("B5", "Indeks Pembangunan Desa")),
        [FindingCodes.WrongPeriod] = () => Submissions.Read(Periods("s.d. Bulan Ini", null)),
        [FindingCodes.CumulativeDisagrees] = () => Submissions.Read(Periods("Bulan Ini", "s.d. Bulan Ini").With("D5", 0)),
        [FindingCodes.PositionUnclear] = () => Submissions.Read(Periods("Bulan Ini", "s.d. Bulan Ini").With("D9", 45)),
        [FindingCodes.HiddenCellsRead] = () => Submissions.Read(Grid.Report().HideRow(6)),
        [FindingCodes.HiddenSheetIgnored] = () => Submissions.Read(Grid.Report(), new Grid("Juni").Row(4, "Kode", "Pembilang", "Penyebut").Row(5, "IKU-1", 1, 2).Hide()),
        [FindingCodes.OtherMonthsNotRead] = () => Submissions.Read(Periods("Juni 2024", "Juli 2024")),

        [FindingCodes.NameAbbreviated] = () => Submissions.Read(Grid.Report().With("A7", 3).With("B7", "Perusahaan bentuk sarana HI")),
        [FindingCodes.NumbersScaled] = () => Submissions.Read(Grid.Report().With("C4", "Pembilang (dalam ribuan)")),
        [FindingCodes.TargetsIgnored] = () => Submissions.Read(Grid.Report(), new Grid("Rencana").Row(1, "TARGET KINERJA TAHUN 2024").Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Indicators(5)),

        [FindingCodes.NotANumber] = () => Submissions.Read(Grid.Report().With("C5", "dua belas")),
        [FindingCodes.NotWhole] = () => Submissions.Read(Grid.Report().With("D5", 1.234m)),
        [FindingCodes.Negative] = () => Submissions.Read(Grid.Report().With("C5", -3)),
        [FindingCodes.NumeratorOverDenominator] = () => Submissions.Read(Grid.Report().With("C7", 1234)),
        [FindingCodes.DenominatorZero] = () => Submissions.Read(Grid.Report().With("D7", 0)),
        [FindingCodes.HalfFilled] = () => Submissions.Read(Grid.Report().With("D6", null)),
        [FindingCodes.NotReported] = () => Submissions.Read(Grid.Report().With("C6", null).With("D6", null)),
        [FindingCodes.NothingReported] = () => Submissions.Read(Identified()
            .Row(4, "Kode", "Indikator", "Pembilang", "Penyebut").Rows(5, (code, name, _, _) => [code, name])),
        [FindingCodes.AmbiguousNumber] = () => Submissions.Read(Grid.Report().With("D6", "1,234")),
        [FindingCodes.DateInsteadOfNumber] = () => Submissions.Read(Grid.Report().With("D6", new DateTime(2024, 7, 12))),
        [FindingCodes.CellError] = () => Submissions.Read(Grid.Report().With("D6", Cell.OfError("#REF!"))),
        [FindingCodes.FormulaWithoutValue] = () => Submissions.Read(Grid.Report().With("D6", Cell.OfFormulaWithoutValue("SUM(D12:D20)"))),
        [FindingCodes.MarkedAsMissing] = () => Submissions.Read(Grid.Report().With("C6", "-").With("D6", "-")),
        [FindingCodes.Percentage] = () => Submissions.Read(Grid.Report().With("C6", "75%")),
        [FindingCodes.TooLarge] = () => Submissions.Read(Grid.Report().With("D6", 12_345_678_901L)),
        [FindingCodes.DenominatorsOfHundred] = () => Submissions.Read(OfHundred()),

        [FindingCodes.PartsDoNotAddUp] = () => Submissions.Read(Grid.Report().Row(12, "IKU-2", "AKL", 1).Row(13, "IKU-2", "AKAD", 1).Row(14, "IKU-2", "AKAN", 1).Row(15, "IKU-2", "Peserta pelatihan yang terserap", 0)),
        [FindingCodes.PartsOverTotal] = () => Submissions.Read(Grid.Report().Row(12, "IKU-2", "Penyandang disabilitas", 3)),
        [FindingCodes.BreakdownIncomplete] = () => Submissions.Read(Grid.Report().Row(12, "IKU-1", "Laki-laki", 1).Row(13, "IKU-1", "Perempuan")),
        [FindingCodes.BreakdownWithoutTotal] = () => Submissions.Read(Grid.Report().With("C6", null).With("D6", null).Row(12, "IKU-2", "AKL", 1)),
        [FindingCodes.PartUnplaced] = () => Submissions.Read(Grid.Report().Row(12, null, "Laki-laki", 5)),
    };

    /// <summary>The first finding of the code's submission with that code.</summary>
    public static Finding FindingOf(string code) =>
        ByCode[code]().Findings.First(finding => finding.Code == code);

    private static SubmissionReading Bytes(string text) => Submissions.Read(Encoding.ASCII.GetBytes(text));

    /// <summary>What is said of a file of which no small example can be made here; that it is recognised is tested where files are read.</summary>
    private static SubmissionReading Problem(FileProblemKind kind, long? limit = null, long? measured = null, string? sheet = null)
    {
        var (code, message) = FileTexts.Of(new FileProblem(kind, limit, measured, sheet));
        return new SubmissionReading([], [new Finding(code, Severity.Kesalahan, message, null, null, null, null)], 1);
    }

    private static SubmissionReading HeldByProvince()
    {
        var line = ReferenceFiles.Shipped["indikator.csv"].Split('\n').Single(each => each.StartsWith("IKU-4", StringComparison.Ordinal));
        var files = ReferenceFiles.Shipped.Replacing("indikator.csv", line, line.Replace(",KAB,", ",PROV,", StringComparison.Ordinal));
        return Submissions.Reader(ReferenceData.Read(files))
            .Read(new Workbook(FileFormat.Xlsx, [Grid.Report()]), Submissions.Source(Submissions.Tts, "laporan.xlsx"));
    }

    private static Grid OfHundred() => Enumerable.Range(5, 7).Aggregate(Grid.Report(), (report, row) => report.With($"D{row}", 100));

    private static Grid Identified() => new Grid().Row(1, "Kabupaten/Kota", "TTS").Row(2, "Bulan", "Juli 2024");

    private static Grid Periods(string heading, string? second) => Identified()
        .Row(4, "No", "Uraian", heading, second)
        .Components(5, (number, component, amount) => [number, component.Name, amount, second is null ? null : amount]);
}
