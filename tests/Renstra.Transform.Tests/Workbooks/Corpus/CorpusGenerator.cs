using Renstra.SampleData.Files;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>
/// Makes the files of <c>TestData/Workbooks</c>. It runs only when asked for, as it needs LibreOffice, whose output differs from version
/// to version: <c>RENSTRA_TESTDATA=&lt;folder&gt; dotnet run --project tests/Renstra.Transform.Tests -- -explicit only -class
/// Renstra.Transform.Tests.Workbooks.Corpus.CorpusGenerator</c>.
/// </summary>
public sealed class CorpusGenerator
{
    [Fact(Explicit = true)]
    public async Task Writes_the_files_that_only_other_programs_can_make()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("RENSTRA_TESTDATA") ?? "workbooks").FullName;
        (string Filter, string Name)[] files =
        [
            ("xls:MS Excel 97", "acuan-biff8.xls"), ("xlsx:Calc MS Excel 2007 XML", "acuan-libreoffice.xlsx"), ("html:HTML (StarCalc)", "acuan.html"), ("ods", "acuan.ods"),
        ];
        foreach (var (filter, name) in files)
        {
            var converted = await LibreOffice.Convert([XlsxFile.Write(ReferenceWorkbook.Spec)], filter, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), converted[0], TestContext.Current.CancellationToken);
        }
    }
}
