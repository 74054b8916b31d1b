namespace Renstra.SampleData.Files;

/// <summary>A workbook as one would describe it, from which writers make files of several formats.</summary>
internal sealed record WorkbookSpec(params SheetSpec[] Sheets)
{
    public bool Is1904 { get; init; }
}

internal sealed record SheetSpec(string Name, params CellSpec[] Cells)
{
    public bool IsHidden { get; init; }

    /// <summary>Numbers as on the screen: 1 is the first row.</summary>
    public int[] HiddenRows { get; init; } = [];

    /// <summary>Zero-based.</summary>
    public int[] HiddenColumns { get; init; } = [];

    public string[] Merged { get; init; } = [];

    /// <summary>Widths of columns in characters, from the first column on; none for the usual width.</summary>
    public int[] Widths { get; init; } = [];
}

/// <param name="Address">A1 notation.</param>
/// <param name="Value">
/// Text, a number (double), true or false, an <see cref="ErrorLiteral"/>; null for a cell that is only formatted, or for a formula without
/// a value.
/// </param>
/// <param name="Format">Number format code.</param>
/// <param name="Formula">Without the equals sign.</param>
internal sealed record CellSpec(string Address, object? Value, string? Format = null, string? Formula = null)
{
    public int Row => int.Parse(Address.TrimStart([.. Letters]), System.Globalization.CultureInfo.InvariantCulture) - 1;

    public int Column => Address.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1;

    private static readonly string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}

internal sealed record ErrorLiteral(string Text);
