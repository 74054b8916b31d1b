using Renstra.SampleData.Files;
using Renstra.Transform.Reports;

namespace Renstra.Transform.Tests.Reading.Corpus;

/// <summary>One thing that offices do, in a folder of its own: the files that do it, and what must be read from each of them.</summary>
/// <param name="Folder">The folder under <c>TestData/Corpus</c>.</param>
/// <param name="Shows">What the files show, in Indonesian.</param>
internal sealed record Fixture(string Folder, string Shows)
{
    /// <summary>The lines of <see cref="CorpusLines"/> that the files prove.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The workbook that is written in every format that can hold it; null where the files are given as they are.</summary>
    public Func<WorkbookSpec>? Workbook { get; init; }

    /// <summary>Files that are no workbook written in every format, by name.</summary>
    public IReadOnlyDictionary<string, Func<byte[]>> Others { get; init; } = new Dictionary<string, Func<byte[]>>();

    /// <summary>Files that only LibreOffice makes.</summary>
    public IReadOnlyList<ConvertedFile> Converted { get; init; } = [];

    /// <summary>What the files are called, without their endings.</summary>
    public string FileName { get; init; } = "laporan";

    /// <summary>The region in whose folder the files were dropped; the province's code for the province's.</summary>
    public string From { get; init; } = Submissions.Tts;

    /// <summary>Whether the workbook means the same where there are no sheet names, formats, errors and formulas.</summary>
    public bool IsPlainText { get; init; } = true;

    /// <summary>Whether the workbook is written in every format that can hold it; otherwise as .xlsx alone.</summary>
    public bool IsInEveryFormat { get; init; } = true;

    public Verdict Verdict { get; init; } = Verdict.Diterima;

    /// <summary>Every figure as <c>53.02 2024-07 KAB IKU-1 1/10</c>, those of returned reports included.</summary>
    public IReadOnlyList<string> Figures { get; init; } = Submissions.FiguresOfReport;

    /// <summary>Every part of a breakdown as <c>IKU-2 Pembilang AKL 1</c>; null where the golden file alone says so.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>Every finding as <c>N01 F9</c>.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    public static Fixture Of(string name, string shows, string[] lines, params Grid[] grids) => new(NameOf(name), shows)
    {
        Lines = lines,
        Workbook = () => new WorkbookSpec([.. grids.Select(grid => grid.ToSpec())]),
    };

    /// <summary>The same with findings, which return the report.</summary>
    public Fixture Returned(IReadOnlyList<string> figures, params string[] findings) =>
        this with { Verdict = Verdict.Dikembalikan, Figures = figures, Findings = findings };

    /// <summary>The same with findings that are only remarks.</summary>
    public Fixture Remarked(IReadOnlyList<string> figures, params string[] findings) => this with { Figures = figures, Findings = findings };

    private static string NameOf(string name) => string.Join(
        '-', new string([.. name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
