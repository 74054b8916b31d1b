namespace Renstra.Transform.Workbooks;

/// <summary>Why a file could not be read, with the numbers that the explanation needs.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Limit">The limit that was passed, in the unit of <paramref name="Kind"/>; null when no limit is involved.</param>
/// <param name="Measured">What was found, in the same unit. Reading stops at a limit, so this can be less than the whole file holds.</param>
/// <param name="Sheet">The sheet in which a limit was passed, where there is one.</param>
public sealed record FileProblem(FileProblemKind Kind, long? Limit = null, long? Measured = null, string? Sheet = null);
