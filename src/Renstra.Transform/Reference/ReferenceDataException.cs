namespace Renstra.Transform.Reference;

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
