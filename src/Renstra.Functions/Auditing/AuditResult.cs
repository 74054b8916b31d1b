namespace Renstra.Functions.Auditing;

/// <summary>What an audit found.</summary>
/// <param name="Lines">Everything that was looked at, in order.</param>
public sealed record AuditResult(IReadOnlyList<AuditLine> Lines)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool Passes => Lines.All(line => line.Matches);
}
