using System.Globalization;
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
