namespace Renstra.Transform.Reference;

/// <summary>Opens the reference files as tables, all of which report to one list of problems.</summary>
internal sealed class ReferenceTables(ReferenceFiles files, ReferenceProblems problems)
{
    /// <summary>Reads a file that must have exactly these columns, in any order.</summary>
    public ReferenceTable Open(string file, params string[] columns) => ReferenceTable.Read(files, file, columns, problems);
}
