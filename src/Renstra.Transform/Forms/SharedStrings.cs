using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms;

/// <summary>The texts of a workbook, each once, in the order in which they were first used.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<(string Strong, string Plain), int> _indices = [];
    private readonly SharedStringTable _table = new();

    public int IndexOf(string text) => IndexOf("", text);

    /// <summary>A text whose first line is bold.</summary>
    public int IndexOf(string strong, string plain)
    {
        if (!_indices.TryGetValue((strong, plain), out var index))
        {
            index = _indices.Count;
            _indices.Add((strong, plain), index);
            _table.Append(strong.Length == 0
                ? new SharedStringItem(new Text(plain) { Space = SpaceProcessingModeValues.Preserve })
                : new SharedStringItem(RunOf(strong + "\n", SheetColors.Ink, isBold: true), RunOf(plain, SheetColors.Quiet, isBold: false)));
        }

        return index;
    }

    public SharedStringTable Build()
    {
        _table.UniqueCount = (uint)_indices.Count;
        return _table;
    }

    private static Run RunOf(string text, string color, bool isBold)
    {
        var properties = new RunProperties();
        if (isBold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = 9 }, new Color { Rgb = color }, new RunFont { Val = FontPart.Family }, new FontFamily { Val = 2 });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
