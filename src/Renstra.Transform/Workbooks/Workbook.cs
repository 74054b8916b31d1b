namespace Renstra.Transform.Workbooks;

/// <summary>A file as sheets of cells, whatever format it came in.</summary>
/// <param name="Format">What the content turned out to be.</param>
/// <param name="Sheets">
/// The worksheets in the order of their tabs, hidden ones included. Chart and macro sheets hold no cells and are left out, so the
/// list can be empty. Delimited text and HTML are one sheet with an empty name.
/// </param>
public sealed record Workbook(FileFormat Format, IReadOnlyList<Sheet> Sheets);
