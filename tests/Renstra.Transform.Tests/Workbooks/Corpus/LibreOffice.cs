using System.Diagnostics;

namespace Renstra.Transform.Tests.Workbooks.Corpus;

/// <summary>LibreOffice, which writes what no writer here does. Its output differs from version to version.</summary>
internal static class LibreOffice
{
    /// <summary>Makes one file of each of several, in the same order.</summary>
    /// <param name="sources">Workbooks (.xlsx).</param>
    /// <param name="filter">As <c>soffice --convert-to</c> takes it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<byte[]>> Convert(IReadOnlyList<byte[]> sources, string filter, CancellationToken cancellation)
    {
        var (input, output) = (Directory.CreateTempSubdirectory("renstra"), Directory.CreateTempSubdirectory("renstra"));
        foreach (var (index, source) in sources.Index())
        {
            await File.WriteAllBytesAsync(Path.Combine(input.FullName, $"{index:0000}.xlsx"), source, cancellation);
        }

        string[] arguments = ["--headless", "--convert-to", filter, "--outdir", output.FullName, .. input.GetFiles().Select(file => file.FullName)];
        using var soffice = Process.Start(new ProcessStartInfo("soffice", arguments))!;
        await soffice.WaitForExitAsync(cancellation);
        var results = output.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytes(file.FullName)).ToList();
        input.Delete(recursive: true);
        output.Delete(recursive: true);
        return results.Count == sources.Count ? results : throw new InvalidOperationException($"LibreOffice made {results.Count} files of {sources.Count}.");
    }
}
