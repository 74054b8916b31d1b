namespace Renstra.Transform.Spreadsheets;

/// <summary>A cell that is written: a text, a number, or nothing but its look.</summary>
/// <param name="Style">The index of its format.</param>
/// <param name="Text">The text; it is never taken for a formula.</param>
/// <param name="Number">The number.</param>
/// <param name="Span">How many columns it takes.</param>
internal readonly record struct SheetCell(uint Style, string? Text, decimal? Number, int Span);
