using System.Globalization;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Workbooks.OpenDocument;

/// <summary>The styles of a document as far as they change what a person reads, by family and name.</summary>
internal sealed class OdsStyles
{
    /// <summary>As many as a workbook of Excel may have cell formats.</summary>
    private const int MaxStyles = 65_490;

    private readonly Dictionary<(string Family, string Name), Style> _styles = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private (string Family, string Name) _current;
    private (string Name, bool IsPercentage)? _number;

    /// <summary>Follows an element of the styles.</summary>
    public void Follow(XmlPart xml)
    {
        switch (xml.Name)
        {
            case "style":
                _current = (xml.Attribute("family", OdsNames.Style) ?? "", xml.Attribute("name", OdsNames.Style) ?? "");
                Add(new Style(xml.Attribute("parent-style-name", OdsNames.Style), xml.Attribute("data-style-name", OdsNames.Style), null, IsHidden: false));
                break;
            case "text-properties" when _styles.TryGetValue(_current, out var style):
                _styles[_current] = style with { Mark = MarkOf(xml) ?? style.Mark };
                break;
            case "table-properties" when _styles.TryGetValue(_current, out var style):
                _styles[_current] = style with { IsHidden = xml.Attribute("display", OdsNames.Table) == "false" };
                break;
            case "number-style" or "percentage-style":
                _number = (xml.Attribute("name", OdsNames.Style) ?? "", xml.Name == "percentage-style");
                break;
            case "number" when _number is { } number:
                // Without a number of decimals it is the general format.
                if (_codes.Count < MaxStyles && (number.IsPercentage || xml.Attribute("decimal-places", OdsNames.Number) is not null))
                {
                    _codes[number.Name] = CodeOf(xml, number.IsPercentage);
                }

                _number = null;
                break;
        }
    }

    /// <summary>What the font of a cell's style does.</summary>
    public FontMark MarkOf(string? name) => Find("table-cell", name, style => style.Mark) ?? FontMark.None;

    /// <summary>What the style of a piece of text does; null where it does not say.</summary>
    public FontMark? OwnMarkOf(string? name) => Find("text", name, style => style.Mark);

    /// <summary>Whether a sheet of this style is hidden.</summary>
    public bool IsHidden(string? name) => name is not null && _styles.TryGetValue(("table", name), out var style) && style.IsHidden;

    /// <summary>The number format of a cell's style in the notation of Excel; null where it is none that matters.</summary>
    public string? CodeOf(string? name) => Find("table-cell", name, style => style.Data) is { } data ? _codes.GetValueOrDefault(data) : null;

    /// <summary>What a style says, or one that it is based on.</summary>
    private T? Find<T>(string family, string? name, Func<Style, T?> of)
    {
        const int MostParents = 16;
        for (var depth = 0; depth < MostParents && name is not null && _styles.TryGetValue((family, name), out var style); depth++, name = style.Parent)
        {
            if (of(style) is { } found)
            {
                return found;
            }
        }

        return default;
    }

    private void Add(Style style)
    {
        if (_styles.Count >= MaxStyles)
        {
            throw UnreadableFileException.Corrupt();
        }

        _styles[_current] = style;
    }

    /// <summary>What properties of text do: a line through it, or a place above or below the line, in percent or by name.</summary>
    private static FontMark? MarkOf(XmlPart xml)
    {
        var line = xml.Attribute("text-line-through-style", OdsNames.Style) ?? xml.Attribute("text-line-through-type", OdsNames.Style);
        var position = xml.Attribute("text-position", OdsNames.Style)?.Split(' ')[0];
        return line is not (null or "none") ? FontMark.Struck
            : position is "super" ? FontMark.Raised
            : position is "sub" ? FontMark.Lowered
            : decimal.TryParse(position?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height != 0
                ? height > 0 ? FontMark.Raised : FontMark.Lowered
            : line is null && position is null ? null
            : FontMark.None;
    }

    private static string CodeOf(XmlPart xml, bool isPercentage)
    {
        const int MostDecimals = 20;
        var decimals = int.TryParse(xml.Attribute("decimal-places", OdsNames.Number), CultureInfo.InvariantCulture, out var places) ? Math.Clamp(places, 0, MostDecimals) : 0;
        var whole = xml.Attribute("grouping", OdsNames.Number) == "true" ? "#,##0" : "0";
        var thousands = xml.Attribute("display-factor", OdsNames.Number) switch { "1000" => ",", null or "1" => "", _ => ",," };
        return $"{whole}{(decimals > 0 ? "." + new string('0', decimals) : "")}{thousands}{(isPercentage ? "%" : "")}";
    }

    /// <param name="Parent">The style that it is based on.</param>
    /// <param name="Data">How it shows numbers.</param>
    /// <param name="Mark">What its font does; null where it does not say.</param>
    /// <param name="IsHidden">Whether a sheet is hidden.</param>
    private readonly record struct Style(string? Parent, string? Data, FontMark? Mark, bool IsHidden);
}
