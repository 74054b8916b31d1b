namespace Renstra.Transform.Receipts.Marking;

/// <summary>A cell of the officer's workbook that findings are about.</summary>
/// <param name="Row">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
/// <param name="IsMistake">Whether one of the findings must be mended; else all are to be looked at.</param>
/// <param name="Note">What they say.</param>
internal sealed record MarkedCell(int Row, int Column, bool IsMistake, string Note);
