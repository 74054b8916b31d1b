using System.Diagnostics;

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
        var reference = Path.Combine(folder, "acuan.xlsx");
        await File.WriteAllBytesAsync(reference, XlsxFile.Write(ReferenceWorkbook.Spec), TestContext.Current.CancellationToken);
        await Convert(reference, "xls:MS Excel 97", "acuan-biff8.xls");
        await Convert(reference, "xlsx:Calc MS Excel 2007 XML", "acuan-libreoffice.xlsx");
        await Convert(reference, "html:HTML (StarCalc)", "acuan.html");
        await Convert(reference, "ods", "acuan.ods");
    }

    private static async Task Convert(string source, string filter, string name)
    {
        var folder = Path.GetDirectoryName(source)!;
        var output = Directory.CreateTempSubdirectory("renstra");
        using var soffice = Process.Start(new ProcessStartInfo("soffice", ["--headless", "--convert-to", filter, "--outdir", output.FullName, source]))!;
        await soffice.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.Move(output.GetFiles().Single().FullName, Path.Combine(folder, name), overwrite: true);
        output.Delete();
    }
}
