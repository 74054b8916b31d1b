namespace Renstra.Transform.Workbooks;

/// <summary>
/// Ends the reading of a file from wherever in a format the trouble shows. <see cref="WorkbookReader"/> turns it into a value; it never
/// leaves this namespace.
/// </summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(FileProblem problem, Exception? cause = null)
        : base(problem.ToString(), cause) => Problem = problem;

    /// <summary>Why the file cannot be read.</summary>
    public FileProblem Problem { get; }

    /// <summary>The file breaks the rules of its own format.</summary>
    public static UnreadableFileException Corrupt(Exception? cause = null) => new(new FileProblem(FileProblemKind.Corrupt), cause);
}
