using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Renstra.Transform.Reports;
using Renstra.Transform.Workbooks;
using Renstra.Transform.Workbooks.Packages;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>
/// The officer's own workbook again, with the cells that findings are about coloured and annotated, and a sheet that lists them.
/// Nothing else of the file changes: parts that are not concerned are the same bytes, and no cell is touched.
/// </summary>
internal sealed class MarkedWorkbook
{
    public const string MistakeColour = "FFFF9C94";
    public const string RemarkColour = "FFFFE699";

    // Always true, and says whose colour it is. A conditional format lies over whatever a cell looks like and leaves the cell alone.
    private const string ColourFormula = $"\"{MarkingTexts.Author}\"<>\"\"";

    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string MacroType = "application/vnd.ms-excel.";

    private readonly Package _package;
    private readonly EditedPackage _edits;
    private readonly string _main;
    private readonly IReadOnlyList<Relationship> _relationships;
    private readonly XDocument _workbook;
    private readonly Dialect _dialect;
    private readonly StyleBook _styles;
    private readonly Receipt _receipt;

    private MarkedWorkbook(Package package, string main, Receipt receipt)
    {
        _package = package;
        _main = main;
        _receipt = receipt;
        _relationships = package.RelationshipsOf(main);
        _edits = new EditedPackage(package);
        _workbook = _edits.Load(main);
        _dialect = Dialect.Of(_workbook.Root!);
        _styles = OpenStyles();
    }

    /// <summary>Marks a workbook.</summary>
    /// <param name="content">The officer's file, which was read as Office Open XML.</param>
    /// <param name="receipt">What to say of it.</param>
    /// <param name="limits">How much of a file is read.</param>
    /// <returns>Null when it cannot be marked without the risk of harming it.</returns>
    public static ReceiptWorkbook? TryWrite(ReadOnlyMemory<byte> content, Receipt receipt, WorkbookLimits limits)
    {
        try
        {
            // Sheets are gone through twice, and parts that are never read are copied.
            var budget = new ReadingBudget(limits with { MaxUncompressedBytes = Math.Min(3 * limits.MaxUncompressedBytes, 1L << 30) });
            using var package = new Package(FileContent.ToStream(content), budget);
            var main = WorkbookParts.Find(package).Main;
            var marked = new MarkedWorkbook(package, main, receipt);
            return marked.Extension is { } extension && !marked.IsBetterLeftAlone ? new ReceiptWorkbook(marked.Write(), extension) : null;
        }
        catch (Exception unfit) when (unfit is UnreadableFileException or XmlException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The ending that Excel asks of a file of this content; null for one that is no workbook to it.</summary>
    private string? Extension => _edits.ContentTypeOf(_main) switch
    {
        MainType + "sheet.main+xml" => ".xlsx",
        MainType + "template.main+xml" => ".xltx",
        MacroType + "sheet.macroEnabled.main+xml" => ".xlsm",
        MacroType + "template.macroEnabled.main+xml" => ".xltm",
        _ => null,
    };

    /// <summary>
    /// A signature would break, the log of a workbook edited by several at once would not know of the new sheet, and marks of an
    /// earlier receipt would stand beside the new ones.
    /// </summary>
    private bool IsBetterLeftAlone =>
        _package.RelationshipsOf("").Any(relationship => relationship.Role == "origin")
        || _relationships.Any(relationship => relationship.Role == "revisionHeaders")
        || Sheets.Any(sheet => PartOf(sheet) is { } part && IsList(part));

    /// <summary>Whether a sheet was added by an earlier receipt.</summary>
    private bool IsList(string part)
    {
        using var xml = new XmlPart(_package.Open(part));
        foreach (var line in ReturnedSheet.FirstLines)
        {
            while (xml.ReadElement() && xml.Name is not ("t" or "v"))
            {
            }

            if (xml.Name != "t" || !xml.ReadText(line.Length).StartsWith(line, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<XElement> Sheets => SheetList.Elements(_dialect.Main + "sheet");

    private XElement SheetList => _workbook.Root!.Element(_dialect.Main + "sheets") ?? throw UnreadableFileException.Corrupt();

    private byte[] Write()
    {
        var colours = (Mistake: _styles.AddOverlay(MistakeColour), Remark: _styles.AddOverlay(RemarkColour));
        foreach (var (index, sheet) in Sheets.Index())
        {
            if (CellsOf(Name(sheet)) is { Count: > 0 } cells && PartOf(sheet) is { } part)
            {
                Mark(part, cells, colours, index + 1);
            }
        }

        AddList();
        using var output = new MemoryStream();
        _edits.Write(output);
        return output.ToArray();
    }

    private void Mark(string part, IReadOnlyList<MarkedCell> cells, (int Mistake, int Remark) colours, int block)
    {
        SheetSurvey survey;
        using (var content = _package.Open(part))
        {
            survey = SheetSurvey.Of(content, _dialect, [.. cells.Select(cell => (cell.Row, cell.Column))]);
        }

        var drawing = AddNotes(part, cells, survey, block);
        var formats = new[] { (IsMistake: true, Number: colours.Mistake), (IsMistake: false, Number: colours.Remark) }
            .Select((colour, index) => Colour(cells.Where(cell => cell.IsMistake == colour.IsMistake), survey, colour.Number, index + 1))
            .OfType<XElement>()
            .ToList();
        _edits.Put(part, target =>
        {
            using var source = _package.Open(part);
            new SheetMarker(_dialect, formats, drawing).Copy(source, target);
        });
    }

    /// <summary>What the sheet is to call the drawing of its notes; null when it calls it something already.</summary>
    private string? AddNotes(string part, IReadOnlyList<MarkedCell> cells, SheetSurvey survey, int block)
    {
        var relationships = _package.RelationshipsOf(part);
        var notesPart = relationships.FirstOrDefault(relationship => relationship.Role == "comments")?.Target;
        var notesContent = notesPart is null ? Notes.Blank(_dialect.Main) : _edits.Load(notesPart);
        var shapesPart = relationships.FirstOrDefault(relationship => relationship.Id == survey.NoteDrawing)?.Target;
        var shapesContent = shapesPart is null ? NoteShapes.Blank(block) : _edits.Load(shapesPart);
        var notes = new Notes(notesContent, _dialect.Main);
        var shapes = new NoteShapes(shapesContent);
        foreach (var cell in cells)
        {
            var range = survey.RangeOf(cell.Row, cell.Column);
            var heading = MarkingTexts.Severity(cell.IsMistake ? Severity.Kesalahan : Severity.Peringatan);
            if (notes.Add(CellAddress.Of(range.FirstRow, range.FirstColumn), heading, cell.Note))
            {
                shapes.Add(range, $"{heading}\n{cell.Note}", survey);
            }
        }

        _edits.Put(notesPart ?? _edits.Add(part, _dialect, "comments", "xl/comments{0}.xml", CommentsType).Name, notesContent);
        if (shapesPart is not null)
        {
            _edits.Put(shapesPart, shapesContent);
            return null;
        }

        // Strict files have no name of their own for these drawings (ECMA-376 part 4).
        var (name, id) = _edits.Add(part, Dialect.Transitional, "vmlDrawing", "xl/drawings/vmlDrawing{0}.vml", DrawingType);
        _edits.Put(name, shapesContent);
        return id;
    }

    private XElement? Colour(IEnumerable<MarkedCell> cells, SheetSurvey survey, int overlay, int priority)
    {
        var ranges = cells.Select(cell => survey.RangeOf(cell.Row, cell.Column))
            .Distinct()
            .Select(range => range.FirstRow == range.LastRow && range.FirstColumn == range.LastColumn ? CellAddress.Of(range.FirstRow, range.FirstColumn) : range.ToString())
            .ToList();
        return ranges.Count == 0 ? null : new XElement(
            _dialect.Main + "conditionalFormatting",
            new XAttribute("sqref", string.Join(' ', ranges)),
            new XElement(
                _dialect.Main + "cfRule",
                new XAttribute("type", "expression"),
                new XAttribute("dxfId", overlay),
                new XAttribute("priority", priority),
                new XElement(_dialect.Main + "formula", ColourFormula)));
    }

    private IReadOnlyList<MarkedCell> CellsOf(string sheet) =>
    [
        .. FindingsSheet.InOrder(_receipt).Index()
            .Where(entry => entry.Item.Location?.Sheet == sheet)
            .GroupBy(entry => entry.Item.Location!.Cell)
            .Select(entries => CellAddress.TryParse(entries.Key, out var row, out var column)
                ? new MarkedCell(
                    row,
                    column,
                    entries.Any(entry => entry.Item.Severity == Severity.Kesalahan),
                    string.Join('\n', entries.Select(entry => MarkingTexts.Note(entry.Index + 1, entry.Item))))
                : throw UnreadableFileException.Corrupt()),
    ];

    private void AddList()
    {
        var visible = Sheets.Where(sheet => sheet.Attribute("state") is null or { Value: "visible" }).Select(Name).ToHashSet(StringComparer.Ordinal);
        var hasViews = _workbook.Root!.Element(_dialect.Main + "bookViews") is not null;
        var list = new FindingsSheet(_receipt, _dialect.Main, visible).Build(_styles, hasViews);
        var (name, id) = _edits.Add(_main, _dialect, "worksheet", "xl/worksheets/sheet{0}.xml", SheetType);
        _edits.Put(name, list);
        SheetList.Add(new XElement(
            _dialect.Main + "sheet",
            new XAttribute("name", FreeName()),
            new XAttribute("sheetId", Sheets.Select(NumberOf).Append(0).Max() + 1),
            new XAttribute(_dialect.Relations + "id", id)));
        _edits.Put(_main, _workbook);
    }

    private StyleBook OpenStyles()
    {
        var part = _relationships.FirstOrDefault(relationship => relationship.Role == "styles")?.Target;
        var content = part is null ? StyleBook.Blank(_dialect.Main) : _edits.Load(part);
        _edits.Put(part ?? _edits.Add(_main, _dialect, "styles", "xl/styles{0}.xml", StylesType).Name, content);
        return new StyleBook(content, _dialect.Main);
    }

    private string FreeName()
    {
        var taken = Sheets.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(2, int.MaxValue - 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{ReturnedSheet.Title} ({number})"))
            .Prepend(ReturnedSheet.Title)
            .First(name => !taken.Contains(name));
    }

    /// <summary>The part of a sheet; null for one without cells.</summary>
    private string? PartOf(XElement sheet)
    {
        var id = (string?)sheet.Attribute(_dialect.Relations + "id");
        return _relationships.FirstOrDefault(relationship => relationship.Id == id) is { Role: "worksheet" } found ? found.Target : null;
    }

    private static int NumberOf(XElement sheet) => WholeNumber.Parse((string?)sheet.Attribute("sheetId"), 0, ushort.MaxValue);

    private static string Name(XElement sheet) => (string?)sheet.Attribute("name") ?? "";
}
