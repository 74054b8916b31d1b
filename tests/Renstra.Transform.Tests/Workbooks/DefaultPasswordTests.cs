using ExcelDataReader;
using Renstra.SampleData.Files;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>
/// A workbook whose structure is protected is encrypted by Excel with a password that every program knows. It opens unasked; one with a
/// password of a person is returned.
/// </summary>
public sealed class DefaultPasswordTests
{
    private const string Default = "VelvetSweatshop";

    private static readonly WorkbookSpec Spec = new(
        new SheetSpec("Laporan", [.. Enumerable.Range(1, 400).Select(row => new CellSpec($"A{row}", row % 2 == 0 ? (double)row : $"Baris {row} – né"))]),
        new SheetSpec("Kedua", new CellSpec("B2", 42d)));

    private static readonly Dictionary<string, byte[]> Locked = new()
    {
        ["xls, RC4 of the CryptoAPI, 40 bits"] = EncryptedFiles.CryptoApi(Spec, 40, Default),
        ["xls, RC4 of the CryptoAPI, 128 bits"] = EncryptedFiles.CryptoApi(Spec, 128, Default),
        ["xls, RC4 of the CryptoAPI, version 3"] = EncryptedFiles.CryptoApi(Spec, 128, Default, version: 3),
        ["xls, RC4 of the CryptoAPI, version 4"] = EncryptedFiles.CryptoApi(Spec, 128, Default, version: 4),
        ["xls, obfuscated"] = EncryptedFiles.Obfuscated(Spec, isDefault: true),
        ["xlsx, agile"] = EncryptedFiles.Agile(XlsxFile.Write(Spec), Default),
        ["xlsx, standard"] = EncryptedFiles.Standard(XlsxFile.Write(Spec), Default),
        ["xlsb, standard"] = EncryptedFiles.Standard(XlsbFile.Write(Spec), Default),
    };

    private static readonly Dictionary<string, byte[]> WithPassword = new()
    {
        ["xls, RC4, saved by LibreOffice"] = TestData.Read("sandi.xls"),
        ["xlsx, agile"] = EncryptedFiles.Agile(XlsxFile.Write(Spec), "rahasia"),
        ["xlsx, standard, saved by LibreOffice"] = TestData.Read("sandi.xlsx"),
        ["xls, RC4 of the CryptoAPI"] = EncryptedFiles.CryptoApi(Spec, 128, "rahasia"),
        ["xls, obfuscated"] = EncryptedFiles.Obfuscated(Spec, isDefault: false),
        ["xls, a key longer than there are"] = EncryptedFiles.CryptoApi(Spec, 128, Default, claimedBits: 4_096),
        ["xlsx, standard"] = EncryptedFiles.Standard(XlsxFile.Write(Spec), "rahasia"),
    };

    public static TheoryData<string> LockedFiles => [.. Locked.Keys];

    public static TheoryData<string> FilesWithPassword => [.. WithPassword.Keys];

    [Theory]
    [MemberData(nameof(LockedFiles))]
    public void A_workbook_with_the_password_that_everybody_knows_opens_unasked(string name) =>
        Assert.Equal(Cells(XlsxFile.Write(Spec)), Cells(Locked[name]));

    /// <summary>Saved by LibreOffice, from the same workbook as the one without a password.</summary>
    [Theory]
    [InlineData("terkunci-standard.xlsx", "tanda.xls")]
    [InlineData("terkunci.xls", "tanda.xls")]
    public void A_workbook_that_libreoffice_encrypted_opens_unasked(string file, string plain) =>
        Assert.Equal(Cells(TestData.Read(plain)), Cells(TestData.Read(file)));

    [Theory]
    [MemberData(nameof(FilesWithPassword))]
    public void A_workbook_with_a_password_of_somebody_is_returned(string name) =>
        Assert.Equal(FileProblemKind.PasswordProtected, WorkbookReader.Read(WithPassword[name], WorkbookLimits.Default).Problem?.Kind);

    /// <summary>Without it, a mistake made in writing and in reading would go unnoticed.</summary>
    [Theory]
    [MemberData(nameof(LockedFiles))]
    public void Another_reader_opens_what_the_tests_encrypt(string name)
    {
        // It does not know .xlsb, takes no key of 40 bits, and opens standard encryption only where the last block is whole.
        if (name is "xlsb, standard" or "xls, RC4 of the CryptoAPI, 40 bits" or "xlsx, standard")
        {
            return;
        }

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Locked[name]), new ExcelReaderConfiguration { Password = Default });

        Assert.Equal("Laporan", reader.Name);
        Assert.True(reader.Read());
        Assert.Equal("Baris 1 – né", reader.GetValue(0));
        Assert.True(reader.Read());
        Assert.Equal(2d, reader.GetValue(0));
    }

    /// <summary>Excel 95 knows no salt: the description is nothing but key and verifier.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Excel_95_hides_with_the_same_password(bool isDefault)
    {
        var reading = WorkbookReader.Read(EncryptedFiles.Obfuscated(Spec, isDefault, BiffVersion.Biff5), WorkbookLimits.Default);

        Assert.Equal(isDefault ? null : FileProblemKind.PasswordProtected, reading.Problem?.Kind);
        Assert.Equal(isDefault ? "Baris 399 – né" : null, reading.Workbook?.Sheets[0][398, 0].Text);
    }

    [Fact]
    public void A_file_that_asks_for_endless_hashing_is_not_obeyed() => Assert.Equal(
        FileProblemKind.PasswordProtected,
        WorkbookReader.Read(EncryptedFiles.Agile(XlsxFile.Write(Spec), Default, claimedSpins: 999_999_999), WorkbookLimits.Default).Problem?.Kind);

    private static IEnumerable<string> Cells(byte[] file)
    {
        var reading = WorkbookReader.Read(file, WorkbookLimits.Default);
        Assert.Null(reading.Problem);
        return
            from sheet in reading.Workbook!.Sheets
            from row in Enumerable.Range(0, sheet.RowCount)
            from column in Enumerable.Range(0, sheet.ColumnCount)
            let cell = sheet[row, column]
            where !cell.IsBlank
            select $"{sheet.Name}!{Sheet.AddressOf(row, column)} {cell.Kind} {cell.Text}";
    }
}
