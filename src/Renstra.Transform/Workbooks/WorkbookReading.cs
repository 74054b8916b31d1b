using System.Diagnostics.CodeAnalysis;

namespace Renstra.Transform.Workbooks;

/// <summary>What came of reading a file: a workbook, or the reason why there is none. Exactly one of the two.</summary>
public sealed record WorkbookReading
{
    private WorkbookReading(Workbook? workbook, FileProblem? problem)
    {
        Workbook = workbook;
        Problem = problem;
    }

    /// <summary>The workbook; null when the file could not be read.</summary>
    public Workbook? Workbook { get; }

    /// <summary>Why the file could not be read; null when it was.</summary>
    public FileProblem? Problem { get; }

    /// <summary>Whether there is a workbook.</summary>
    [MemberNotNullWhen(true, nameof(Workbook))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Workbook is not null;

    internal static WorkbookReading Of(Workbook workbook) => new(workbook, null);

    internal static WorkbookReading Of(FileProblem problem) => new(null, problem);
}
