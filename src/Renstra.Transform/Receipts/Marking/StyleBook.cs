using System.Globalization;
using System.Xml.Linq;
using Renstra.Transform.Workbooks;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>
/// The styles of a workbook (ECMA-376 part 1, 18.8.39), to which looks are added. What is there keeps its number, so that no cell
/// changes.
/// </summary>
internal sealed class StyleBook
{
    /// <summary>Excel takes no more formats of cells.</summary>
    private const int MostCellFormats = 64_000;

    private static readonly string[] Order =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private readonly XNamespace _main;
    private readonly XElement _root;

    /// <param name="document">The part; changed by what is added.</param>
    /// <param name="main">The namespace of its dialect.</param>
    public StyleBook(XDocument document, XNamespace main)
    {
        _main = main;
        _root = document.Root!;
        if (_root.Name != main + "styleSheet")
        {
            throw UnreadableFileException.Corrupt();
        }

        // What a workbook without styles means by format 0.
        Default("fonts", Element("font", Element("sz", Value("11")), Element("name", Value("Calibri"))));
        Default("fills", Element("fill", Element("patternFill", new XAttribute("patternType", "none"))), Element("fill", Element("patternFill", new XAttribute("patternType", "gray125"))));
        Default("borders", Element("border", Element("left"), Element("right"), Element("top"), Element("bottom"), Element("diagonal")));
        Default("cellXfs", Element("xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0)));
    }

    /// <summary>A workbook's styles before any.</summary>
    public static XDocument Blank(XNamespace main) => new(new XElement(main + "styleSheet"));

    /// <summary>Adds a colour that a conditional format lays over a cell; its number.</summary>
    public int AddOverlay(string colour) =>
        Append("dxfs", Element("dxf", Element("fill", Element("patternFill", new XAttribute("patternType", "solid"), Colour("fgColor", colour), Colour("bgColor", colour)))));

    /// <summary>Adds a format of cells; its number.</summary>
    public int AddFormat(CellLook look)
    {
        var format = Element(
            "xf",
            new XAttribute("numFmtId", TextFormat),
            new XAttribute("fontId", Append("fonts", Font(look))),
            new XAttribute("fillId", look.Fill is { } fill ? Append("fills", Element("fill", Element("patternFill", new XAttribute("patternType", "solid"), Colour("fgColor", fill), Element("bgColor", new XAttribute("indexed", 64))))) : 0),
            new XAttribute("borderId", look.IsFramed ? Append("borders", Frame()) : 0),
            new XAttribute("quotePrefix", 1),
            new XAttribute("applyNumberFormat", 1),
            new XAttribute("applyFont", 1),
            new XAttribute("applyFill", 1),
            new XAttribute("applyBorder", 1),
            new XAttribute("applyAlignment", 1),
            Element("alignment", new XAttribute("vertical", "top"), look.IsWrapped ? new XAttribute("wrapText", 1) : null));
        var number = Append("cellXfs", format);
        return number < MostCellFormats ? number : throw UnreadableFileException.Corrupt();
    }

    /// <summary>Text, so that a cell stays one when it is typed over.</summary>
    private const int TextFormat = 49;

    private XElement Font(CellLook look) => Element(
        "font",
        look.IsBold ? Element("b") : null,
        look.IsLink ? Element("u") : null,
        Element("sz", Value(look.Points.ToString(CultureInfo.InvariantCulture))),
        Colour("color", look.Ink),
        Element("name", Value(FontName)));

    private string FontName => (string?)Section("fonts").Elements().First().Element(_main + "name")?.Attribute("val") ?? "Calibri";

    private XElement Frame() => Element(
        "border", Side("left"), Side("right"), Side("top"), Side("bottom"), Element("diagonal"));

    private XElement Side(string name) => Element(name, new XAttribute("style", "thin"), Colour("color", "FFC9D0D9"));

    private XElement Colour(string name, string argb) => Element(name, new XAttribute("rgb", argb));

    private XElement Element(string name, params object?[] content) => new(_main + name, content);

    private static XAttribute Value(string value) => new("val", value);

    private void Default(string section, params XElement[] content)
    {
        if (!Section(section).Elements().Any())
        {
            foreach (var element in content)
            {
                Append(section, element);
            }
        }
    }

    private int Append(string section, XElement element)
    {
        var all = Section(section);
        var number = all.Elements().Count();
        all.Add(element);
        all.SetAttributeValue("count", number + 1);
        return number;
    }

    private XElement Section(string name)
    {
        if (_root.Element(_main + name) is { } found)
        {
            return found;
        }

        var added = new XElement(_main + name);
        var followers = Order[(Array.IndexOf(Order, name) + 1)..];
        if (_root.Elements().FirstOrDefault(element => followers.Contains(element.Name.LocalName)) is { } next)
        {
            next.AddBeforeSelf(added);
        }
        else
        {
            _root.Add(added);
        }

        return added;
    }
}

/// <summary>How a cell of the list of findings looks. Colours are <c>AARRGGBB</c>.</summary>
internal sealed record CellLook
{
    public static CellLook Plain { get; } = new();

    public int Points { get; init; } = 11;

    public string Ink { get; init; } = "FF1C2430";

    public string? Fill { get; init; }

    public bool IsBold { get; init; }

    public bool IsLink { get; init; }

    public bool IsFramed { get; init; }

    public bool IsWrapped { get; init; }
}
