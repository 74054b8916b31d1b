using System.Globalization;

namespace Renstra.Transform.Reference;

/// <summary>One thing wrong in a reference file.</summary>
/// <param name="File">The file's name, such as <c>target.csv</c>.</param>
/// <param name="Line">The line, counted from 1 with the header; 0 when the problem is about the whole file.</param>
/// <param name="Text">What is wrong and what would be right.</param>
public sealed record ReferenceProblem(string File, int Line, string Text)
{
    /// <summary><c>target.csv line 7: …</c></summary>
    public override string ToString() =>
        Line == 0 ? $"{File}: {Text}" : string.Create(CultureInfo.InvariantCulture, $"{File} line {Line}: {Text}");
}

/// <summary>Collects what is wrong, each thing once, however often it is stumbled upon.</summary>
internal sealed class ReferenceProblems
{
    private readonly HashSet<ReferenceProblem> _problems = [];

    public void Add(string file, int line, string text) => _problems.Add(new ReferenceProblem(file, line, text));

    /// <exception cref="ReferenceDataException">Anything was added.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ReferenceDataException([.. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
        }
    }
}

/// <summary>Reference data that cannot be used. All that is wrong is said at once, by file and line.</summary>
public sealed class ReferenceDataException : Exception
{
    /// <summary>Reference data with problems.</summary>
    /// <param name="problems">At least one.</param>
    public ReferenceDataException(IReadOnlyList<ReferenceProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Everything wrong, in the order of files and lines.</summary>
    public IReadOnlyList<ReferenceProblem> Problems { get; }
}
