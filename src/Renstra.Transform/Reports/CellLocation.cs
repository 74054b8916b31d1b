namespace Renstra.Transform.Reports;

/// <summary>Where in a file something stands.</summary>
/// <param name="Sheet">The sheet's name as the file has it.</param>
/// <param name="Cell">The cell in A1 notation, such as <c>F9</c>.</param>
public sealed record CellLocation(string Sheet, string Cell);
