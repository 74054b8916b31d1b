using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Spreadsheets;

/// <summary>Everything about one cell format.</summary>
internal sealed record CellFormatPart(FontPart Font)
{
    public string? Fill { get; init; }

    public BorderPart Border { get; init; } = BorderPart.None;

    public NumberFormatPart NumberFormat { get; init; } = NumberFormatPart.General;

    public HorizontalAlignmentValues Horizontal { get; init; } = HorizontalAlignmentValues.Left;

    public VerticalAlignmentValues Vertical { get; init; } = VerticalAlignmentValues.Center;

    public bool Wraps { get; init; }

    public bool Shrinks { get; init; }

    public uint Indent { get; init; }

    public bool IsUnlocked { get; init; }

    /// <summary>Whether the content stays text even when someone edits the cell, though it begin with <c>=</c>.</summary>
    public bool IsQuoted { get; init; }
}
