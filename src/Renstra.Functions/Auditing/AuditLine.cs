namespace Renstra.Functions.Auditing;

/// <summary>One thing that an audit looked at.</summary>
/// <param name="Matches">Whether it is as it should be.</param>
/// <param name="Text">What was looked at and what was found, in Indonesian.</param>
public sealed record AuditLine(bool Matches, string Text);
