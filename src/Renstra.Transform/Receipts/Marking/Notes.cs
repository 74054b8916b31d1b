using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>The notes of a sheet (comments part, ECMA-376 part 1, 18.7). A cell has at most one; what an officer wrote stays.</summary>
/// <param name="document">The part; changed by what is added.</param>
/// <param name="main">The namespace of its dialect.</param>
internal sealed class Notes(XDocument document, XNamespace main)
{
    /// <summary>What Excel calls the author of a note that only stands for a conversation ([MS-XLSX] 2.6.205).</summary>
    private const string ConversationAuthor = "tc=";

    private int? _author;

    /// <summary>The notes of a sheet that has none.</summary>
    public static XDocument Blank(XNamespace main) =>
        new(new XElement(main + "comments", new XElement(main + "authors"), new XElement(main + "commentList")));

    /// <summary>Adds a note, or lengthens the one that is there.</summary>
    /// <param name="address">The cell.</param>
    /// <param name="heading">In bold.</param>
    /// <param name="text">What follows it.</param>
    /// <returns>Whether the note is new and wants a shape to be shown in.</returns>
    public bool Add(string address, string heading, string text)
    {
        var list = Child(document.Root!, "commentList");
        if (list.Elements().FirstOrDefault(note => string.Equals((string?)note.Attribute("ref"), address, StringComparison.OrdinalIgnoreCase)) is { } existing)
        {
            // Excel shows the conversation in place of such a note; what was written into it would be seen by nobody.
            if (!AuthorOf(existing).StartsWith(ConversationAuthor, StringComparison.Ordinal))
            {
                Lengthen(existing, heading, text);
            }

            return false;
        }

        list.Add(new XElement(
            main + "comment",
            new XAttribute("ref", address),
            new XAttribute("authorId", Author()),
            new XElement(main + "text", Runs(heading, text))));
        return true;
    }

    private void Lengthen(XElement note, string heading, string text)
    {
        var content = Child(note, "text");
        if (content.Element(main + "t") is { } plain)
        {
            plain.ReplaceWith(new XElement(main + "r", plain));
        }

        var runs = Runs("\n\n" + heading, text);
        if (content.Elements(main + "r").LastOrDefault() is { } last)
        {
            last.AddAfterSelf(runs);
        }
        else
        {
            content.AddFirst(runs);
        }
    }

    private XElement[] Runs(string heading, string text) =>
    [
        new(main + "r", Properties(isBold: true), SpreadsheetText.Of(main, heading)),
        new(main + "r", Properties(isBold: false), SpreadsheetText.Of(main, "\n" + text)),
    ];

    private XElement Properties(bool isBold) => new(
        main + "rPr",
        isBold ? new XElement(main + "b") : null,
        new XElement(main + "sz", new XAttribute("val", 10)),
        new XElement(main + "color", new XAttribute("indexed", 81)),
        new XElement(main + "rFont", new XAttribute("val", "Tahoma")),
        new XElement(main + "family", new XAttribute("val", 2)));

    private string AuthorOf(XElement note) =>
        int.TryParse((string?)note.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? Child(document.Root!, "authors").Elements().ElementAtOrDefault(index)?.Value ?? ""
            : "";

    private int Author()
    {
        if (_author is null)
        {
            var authors = Child(document.Root!, "authors");
            _author = authors.Elements().Count();
            authors.Add(new XElement(main + "author", MarkingTexts.Author));
        }

        return _author.Value;
    }

    private XElement Child(XElement parent, string name) => parent.Element(main + name) ?? throw UnreadableFileException.Corrupt();
}

/// <summary>The boxes that notes are shown in (VML drawing part, ECMA-376 part 4, 19); without one a note is not shown at all.</summary>
internal sealed partial class NoteShapes
{
    private const int ShapesPerBlock = 1024;
    private const int BoxPixels = 320;
    private const int LinePixels = 17;
    private const int CharactersPerLine = 44;
    private const string BoxType = "_x0000_t202";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly XElement _root;
    private int _lastNumber;

    /// <param name="document">The part; changed by what is added.</param>
    public NoteShapes(XDocument document)
    {
        _root = document.Root!;
        var block = _root.Descendants(Office + "idmap").Select(map => (string?)map.Attribute("data")).FirstOrDefault() is { } data
            && int.TryParse(data.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        _lastNumber = _root.Descendants()
            .Select(shape => (string?)shape.Attribute("id") is { } id && ShapeNumber().Match(id) is { Success: true } match
                && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var taken) ? taken : 0)
            .Append(block * ShapesPerBlock)
            .Max();
        if (!_root.Elements(Vml + "shapetype").Any(type => (string?)type.Attribute("id") == BoxType))
        {
            _root.Add(new XElement(
                Vml + "shapetype",
                new XAttribute("id", BoxType),
                new XAttribute("coordsize", "21600,21600"),
                new XAttribute(Office + "spt", 202),
                new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
                new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect"))));
        }
    }

    /// <summary>A drawing without shapes.</summary>
    /// <param name="block">The block of numbers that its shapes have; one that no other sheet uses.</param>
    public static XDocument Blank(int block) => new(new XElement(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", Vml),
        new XAttribute(XNamespace.Xmlns + "o", Office),
        new XAttribute(XNamespace.Xmlns + "x", Excel),
        new XElement(
            Office + "shapelayout",
            new XAttribute(Vml + "ext", "edit"),
            new XElement(Office + "idmap", new XAttribute(Vml + "ext", "edit"), new XAttribute("data", block)))));

    /// <summary>Adds the box of a note, large enough for its text, to the right of its cell; hidden until the mouse is over the cell.</summary>
    public void Add(CellRange cell, string text, SheetSurvey sheet) => _root.Add(new XElement(
        Vml + "shape",
        new XAttribute("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s{++_lastNumber}")),
        new XAttribute("type", "#" + BoxType),
        new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:80pt;z-index:1;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XAttribute(Office + "insetmode", "auto"),
        new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
        new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
        new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
        new XElement(
            Excel + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(Excel + "MoveWithCells"),
            new XElement(Excel + "SizeWithCells"),
            new XElement(Excel + "Anchor", Anchor(cell, text, sheet)),
            new XElement(Excel + "AutoFill", "False"),
            new XElement(Excel + "Row", cell.FirstRow),
            new XElement(Excel + "Column", cell.FirstColumn))));

    /// <summary>Left column and offset, top row and offset, right column and offset, bottom row and offset; offsets in pixels.</summary>
    private static string Anchor(CellRange cell, string text, SheetSurvey sheet)
    {
        const int Gap = 12;
        var lines = text.Split('\n').Sum(line => 1 + (line.Length / CharactersPerLine)) + 1;
        var left = Math.Min(cell.LastColumn + 1, CellAddress.MostColumns - 1);
        var (right, rightOffset) = Walk(left, Gap + BoxPixels, sheet.ColumnPixels, CellAddress.MostColumns - 1);
        var top = Math.Max(cell.FirstRow - 1, 0);
        var (bottom, bottomOffset) = Walk(top, lines * LinePixels, sheet.RowPixels, CellAddress.MostRows - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{left}, {Gap}, {top}, 4, {right}, {rightOffset}, {bottom}, {bottomOffset}");
    }

    private static (int Index, int Offset) Walk(int first, int pixels, Func<int, int> sizeOf, int last)
    {
        var index = first;
        while (index < last && pixels > sizeOf(index))
        {
            pixels -= sizeOf(index);
            index++;
        }

        return (index, pixels);
    }

    [GeneratedRegex("^_x0000_s([0-9]{1,9})$")]
    private static partial Regex ShapeNumber();
}
