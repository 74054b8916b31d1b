namespace Renstra.Transform.Workbooks.Texts;

/// <summary>The formats of an XML Spreadsheet 2003, by the name of the style that they belong to.</summary>
internal sealed class SpreadsheetXmlStyles
{
    /// <summary>The formats that this dialect names instead of writing their code.</summary>
    private static readonly Dictionary<string, string?> Named = new(StringComparer.Ordinal)
    {
        [""] = null,
        ["General"] = null,
        ["General Number"] = null,
        ["General Date"] = "m/d/yy h:mm",
        ["Long Date"] = "dddd, mmmm dd, yyyy",
        ["Medium Date"] = "d-mmm-yy",
        ["Short Date"] = "m/d/yy",
        ["Long Time"] = "h:mm:ss AM/PM",
        ["Medium Time"] = "h:mm AM/PM",
        ["Short Time"] = "h:mm",
        ["Fixed"] = "0.00",
        ["Standard"] = "#,##0.00",
        ["Percent"] = "0.00%",
        ["Scientific"] = "0.00E+00",
    };

    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FontMark> _marks = new(StringComparer.Ordinal);
    private string? _current;

    /// <summary>What tells dates from numbers.</summary>
    public CellFormats Formats { get; } = new();

    /// <summary>Begins a style.</summary>
    public void Begin(string? id) => _current = id;

    /// <summary>Sets the number format of the style that was begun last.</summary>
    public void SetFormat(string? format)
    {
        if (_current is not null && format is not null)
        {
            _codes[_current] = Named.TryGetValue(format, out var code) ? code : format;
        }
    }

    /// <summary>Sets what the font of the style does that was begun last.</summary>
    public void SetMark(FontMark mark)
    {
        if (_current is not null && mark != FontMark.None)
        {
            _marks[_current] = mark;
        }
    }

    /// <summary>What the font of a style does.</summary>
    public FontMark MarkOf(string? style) => style is null ? FontMark.None : _marks.GetValueOrDefault(style);

    /// <summary>The format code of a style; null for the general format.</summary>
    public string? CodeOf(string? style) => style is null ? null : _codes.GetValueOrDefault(style);
}
