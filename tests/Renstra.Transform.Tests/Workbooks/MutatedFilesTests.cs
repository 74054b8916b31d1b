using System.Globalization;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>
/// Whatever is done to a file, reading it ends with a workbook within the limits or with a reason. <c>RENSTRA_MUTATIONS</c> sets how many
/// files are damaged; a thorough run takes 20,000 and more. A failure names the number of its mutation, which alone repeats it.
/// </summary>
public sealed class MutatedFilesTests
{
    private static readonly WorkbookLimits Limits = new() { MaxCells = 2_000, MaxUncompressedBytes = 4 << 20 };

    private static int Mutations =>
        int.TryParse(Environment.GetEnvironmentVariable("RENSTRA_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    [Fact]
    public void A_damaged_file_ends_as_a_workbook_within_the_limits_or_as_a_reason()
    {
        byte[][] files =
        [
            .. ReferenceFiles.All.Values, .. OtherFiles.Texts.Values,
            OtherFiles.Docx, OtherFiles.EncryptedXlsx, OtherFiles.Doc, TestData.Read("sandi.ods"), TestData.Read("terkunci-standard.xlsx"), TestData.Read("terkunci.xls"), TestData.Read("tanda.xlsx"), TestData.Read("tanda.xls"), TestData.Read("tanda.ods"),
        ];
        var outcomes = new Dictionary<string, int>();

        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var damaged = new Mutation(mutation).Of(files[mutation % files.Length]);
            WorkbookReading reading;
            try
            {
                reading = WorkbookReader.Read(damaged, Limits);
            }
            catch (Exception cause)
            {
                throw new InvalidOperationException($"Mutation {mutation} was not read to an end.", cause);
            }

            if (reading.IsRead)
            {
                AssertWithinLimits(reading.Workbook, mutation);
            }

            var outcome = reading.Problem?.Kind.ToString() ?? "read";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // Damage that is never noticed, or always, would mean that the mutations do not reach the readers.
        Assert.True(outcomes.GetValueOrDefault("read") > Mutations / 20, Describe(outcomes));
        Assert.True(outcomes.GetValueOrDefault(nameof(FileProblemKind.Corrupt)) > Mutations / 20, Describe(outcomes));
        TestContext.Current.TestOutputHelper?.WriteLine(Describe(outcomes));
    }

    private static void AssertWithinLimits(Workbook workbook, int mutation)
    {
        Assert.True(workbook.Sheets.Count <= Limits.MaxSheets, $"Mutation {mutation}");
        Assert.All(workbook.Sheets, sheet =>
        {
            Assert.True(sheet.RowCount <= Limits.MaxRows, $"Mutation {mutation}");
            Assert.True(sheet.ColumnCount <= Limits.MaxColumns, $"Mutation {mutation}");
        });
    }

    private static string Describe(Dictionary<string, int> outcomes) =>
        string.Join(", ", outcomes.OrderByDescending(outcome => outcome.Value).Select(outcome => $"{outcome.Value} {outcome.Key}"));
}
