namespace Renstra.Transform.Spreadsheets;

/// <summary>A row that is written.</summary>
/// <param name="Height">In points.</param>
/// <param name="Cells">From the first column on.</param>
internal sealed record SheetRow(double Height, params IReadOnlyList<SheetCell> Cells);
