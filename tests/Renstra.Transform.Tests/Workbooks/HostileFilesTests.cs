using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Renstra.Transform.Receipts;
using Renstra.Transform.Reports;
using Renstra.Transform.Tests.Reading;
using Renstra.Transform.Tests.Receipts;
using Renstra.Transform.Tests.Workbooks.Corpus;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Tests.Workbooks;

/// <summary>
/// A file of 10 MiB that is made to fill the memory is read as ingestion reads it, or refused, and answered with a workbook within 300 MiB.
/// Each is read by a process of its own, which does nothing else, has a heap of no more than 256 MiB, and tells at the end the most memory it
/// ever held; the runtime is in that number.
/// </summary>
public sealed class HostileFilesTests
{
    private const string FileVariable = "RENSTRA_HOSTILE_FILE";
    private const long MiB = 1 << 20;

    /// <summary>256 MiB, in the notation that the runtime takes.</summary>
    private const string HeapLimit = "0x10000000";
    private const long MostMemory = 300 * MiB;

    public static TheoryData<string> Files => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_takes_no_more_memory_than_it_may(string name)
    {
        var content = HostileFiles.All[name]();
        Assert.InRange(content.Length, 1, WorkbookLimits.Default.MaxFileBytes);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);

        // The tests' own executable, whatever host runs them now.
        var executable = Path.ChangeExtension(typeof(HostileFilesTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        using var process = Process.Start(new ProcessStartInfo(executable)
        {
            Environment = { [FileVariable] = file, ["DOTNET_GCHeapHardLimit"] = HeapLimit },
            RedirectStandardError = true,
        })!;
        var trouble = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, trouble);
        var report = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {string.Join(", ", report)}");
        Assert.InRange(long.Parse(report[0], CultureInfo.InvariantCulture), 1, MostMemory);
    }

    /// <summary>Here the process of its own begins and ends: to look for all tests of the assembly would take it longer than the file does.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A test project is a program.")]
    internal static void ReadOneFile()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            ReadAndMark(file);
            Environment.Exit(0);
        }
    }

    /// <summary>Reads and marks one file, and writes in its place the most memory that this took.</summary>
    private static void ReadAndMark(string file)
    {
        var content = File.ReadAllBytes(file);
        var reading = Submissions.Read(content);
        var sheet = reading.Findings.Select(finding => finding.Location?.Sheet).FirstOrDefault(name => name is not null) ?? "";

        // Whatever can be read can be given back marked.
        var receipt = SampleReceipts.Returned;
        receipt = receipt with { Findings = [.. receipt.Findings.Select(finding => finding with { Location = new CellLocation(sheet, finding.Location!.Cell) })] };
        var marked = ReceiptWorkbook.For(receipt, reading.Format, content, WorkbookLimits.Default);

        using var self = Process.GetCurrentProcess();
        File.WriteAllLines(
            file,
            [
                self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture),
                $"{self.PeakWorkingSet64 / MiB} MiB",
                $"{self.TotalProcessorTime.TotalSeconds:0.0} s of processor time",
                string.Join(" ", reading.Findings.Select(finding => finding.Code)),
                $"{marked.Content.Length / MiB} MiB given back",
            ]);
    }
}
