namespace Renstra.Transform.Reference;

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
