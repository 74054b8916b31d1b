using System.Xml;
using System.Xml.Linq;
using Renstra.Transform.Workbooks.Xml;

namespace Renstra.Transform.Receipts.Marking;

/// <summary>
/// Copies a worksheet part node by node, with marks put in where the schema wants them (ECMA-376 part 1, 18.3.1.99). Rows and cells
/// are not touched, and a sheet of any length passes through in little memory.
/// </summary>
/// <param name="dialect">The sheet's dialect.</param>
/// <param name="colours">The conditional formats to be added.</param>
/// <param name="noteDrawing">What the sheet is to call the drawing of its notes; null when it calls it something already.</param>
internal sealed class SheetMarker(Dialect dialect, IReadOnlyList<XElement> colours, string? noteDrawing)
{
    private static readonly HashSet<string> BeforeColours =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
        "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    ];

    private static readonly HashSet<string> BeforeDrawing =
    [
        .. BeforeColours, "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
        "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    ];

    private bool _isPastRows;
    private bool _hasColours;
    private bool _hasDrawing = noteDrawing is null;

    /// <summary>Copies the part.</summary>
    public void Copy(Stream source, Stream target)
    {
        using var reader = XmlReader.Create(new MarkupGuard(source), EditedPackage.CopySettings());
        using var writer = XmlWriter.Create(target, EditedPackage.WriterSettings);
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    // Not copied: it would go on saying the encoding that the part had.
                    writer.WriteStartDocument(standalone: reader.GetAttribute("standalone") == "yes");
                    reader.Read();
                    break;
                case XmlNodeType.Element:
                    PutBefore(reader, writer);
                    writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    writer.WriteAttributes(reader, defattr: false);
                    if (reader.IsEmptyElement)
                    {
                        writer.WriteEndElement();
                    }

                    reader.Read();
                    break;
                case XmlNodeType.EndElement when reader.Depth == 0:
                    PutColours(writer);
                    PutDrawing(writer);
                    writer.WriteNode(reader, defattr: false);
                    break;
                default:
                    writer.WriteNode(reader, defattr: false);
                    break;
            }
        }
    }

    private void PutBefore(XmlReader reader, XmlWriter writer)
    {
        if (reader.Depth != 1)
        {
            return;
        }

        if (_isPastRows && !BeforeColours.Contains(reader.LocalName))
        {
            PutColours(writer);
        }

        if (_isPastRows && !BeforeDrawing.Contains(reader.LocalName))
        {
            PutDrawing(writer);
        }

        _isPastRows |= reader.LocalName == "sheetData";
    }

    private void PutColours(XmlWriter writer)
    {
        if (!_hasColours)
        {
            _hasColours = true;
            foreach (var colour in colours)
            {
                colour.WriteTo(writer);
            }
        }
    }

    private void PutDrawing(XmlWriter writer)
    {
        if (!_hasDrawing)
        {
            _hasDrawing = true;
            new XElement(dialect.Main + "legacyDrawing", new XAttribute(dialect.Relations + "id", noteDrawing!)).WriteTo(writer);
        }
    }
}

/// <summary>A cell of the officer's workbook that findings are about.</summary>
/// <param name="Row">Zero-based.</param>
/// <param name="Column">Zero-based.</param>
/// <param name="IsMistake">Whether one of the findings must be mended; else all are to be looked at.</param>
/// <param name="Note">What they say.</param>
internal sealed record MarkedCell(int Row, int Column, bool IsMistake, string Note);
