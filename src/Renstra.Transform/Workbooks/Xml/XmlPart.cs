using System.Buffers;
using System.Xml;

namespace Renstra.Transform.Workbooks.Xml;

/// <summary>What comes next within an element; at the end, nothing.</summary>
internal enum XmlContent
{
    End,
    Element,
    Text,
}

/// <summary>
/// Reads XML of unknown origin from beginning to end. Document types, and with them entities, are refused; nothing outside is fetched;
/// depth, names and the length of a tag are bounded. Elements of other namespaces than the root's are passed over, so that extensions
/// cannot be taken for content.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    /// <summary>Worksheets nest less than twenty deep.</summary>
    private const int MaxDepth = 64;

    private readonly XmlReader _reader;
    private readonly char[] _characters = new char[512];
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly string[] _companions;
    private string? _rootNamespace;

    /// <summary>Reads markup whose encoding its first bytes or its declaration tell.</summary>
    /// <param name="content">The markup.</param>
    /// <param name="companions">Other namespaces than the root's whose elements are content too.</param>
    public XmlPart(Stream content, params string[] companions)
        : this(settings => XmlReader.Create(new MarkupGuard(content), settings), companions)
    {
    }

    /// <summary>Reads markup that was decoded already, whatever its declaration says.</summary>
    /// <param name="content">The markup.</param>
    /// <param name="companions">Other namespaces than the root's whose elements are content too.</param>
    public XmlPart(TextReader content, params string[] companions)
        : this(settings => XmlReader.Create(content, settings), companions)
    {
    }

    private XmlPart(Func<XmlReaderSettings, XmlReader> create, string[] companions)
    {
        _companions = companions;
        var settings = new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(),
            XmlResolver = null,
        };
        try
        {
            _reader = create(settings);
        }
        catch (XmlException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }

    /// <summary>The local name of the current element.</summary>
    public string Name => _reader.LocalName;

    /// <summary>The namespace of the root element; null before it was read.</summary>
    public string? RootNamespace => _rootNamespace;

    /// <summary>How deep the current node lies; the root lies at 0.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Whether the current element has neither content nor end tag.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>Goes to the next element of the root's namespace, whether below the current one or not; false at the end.</summary>
    public bool ReadElement()
    {
        while (Read())
        {
            if (IsElement)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Goes to the next element of the root's namespace that lies somewhere below <paramref name="depth"/>; false when the element at that
    /// depth ends, which then is the current node.
    /// </summary>
    public bool ReadElementBelow(int depth)
    {
        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth)
            {
                return false;
            }

            if (IsElement)
            {
                return true;
            }
        }

        throw UnreadableFileException.Corrupt();
    }

    /// <summary>The value of an attribute of the current element, without namespace; null when it has none.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>The value of an attribute in a namespace; null when the element has none.</summary>
    public string? Attribute(string name, string namespaceUri) => _reader.GetAttribute(name, namespaceUri);

    /// <summary>Whether an attribute says yes: <c>1</c> or <c>true</c>, as xsd:boolean allows both.</summary>
    public bool Flag(string name) => Attribute(name) is "1" or "true";

    /// <summary>The text of the current element and of all below it, up to its end tag, cut short after so many characters.</summary>
    public string ReadText(int atMost)
    {
        _text.ResetWrittenCount();
        AppendText(_text, atMost);
        return _text.WrittenSpan.ToString();
    }

    /// <summary>
    /// Appends the text of the current element to text that was read before, all of it cut short after so many characters. Most cells are
    /// numbers, and a million of them need no string each.
    /// </summary>
    public void AppendText(ArrayBufferWriter<char> text, int atMost)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    AppendValue(text, atMost);
                    break;
            }
        }

        throw UnreadableFileException.Corrupt();
    }

    /// <summary>
    /// Goes to what comes next within the element that lies at <paramref name="depth"/>: an element, or text; whoever is told of an element
    /// reads or skips all that is in it. Elements of other namespaces are passed over with all that is in them.
    /// </summary>
    public XmlContent ReadContent(int depth)
    {
        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return XmlContent.End;
                case XmlNodeType.Element when IsElement:
                    return XmlContent.Element;
                case XmlNodeType.Element:
                    Skip();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    return XmlContent.Text;
            }
        }

        throw UnreadableFileException.Corrupt();
    }

    /// <summary>Passes over all that is in the current element; its end tag is the current node then.</summary>
    public void Skip()
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        for (var depth = _reader.Depth; _reader.NodeType != XmlNodeType.EndElement || _reader.Depth != depth;)
        {
            if (!Read())
            {
                throw UnreadableFileException.Corrupt();
            }
        }
    }

    /// <summary>
    /// Appends the text of the current element with what the elements in it set apart, up to its end tag, which then is the current node.
    /// </summary>
    /// <param name="text">Where to.</param>
    /// <param name="atMost">How many characters are kept at most.</param>
    /// <param name="markOf">What an element does to the characters in it, by its local name.</param>
    public void AppendMarkedText(MarkedTextBuilder text, int atMost, Func<string, FontMark> markOf)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        var around = new List<FontMark> { FontMark.None };
        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return;
                case XmlNodeType.EndElement:
                    around.RemoveAt(around.Count - 1);
                    break;
                case XmlNodeType.Element when !_reader.IsEmptyElement:
                    var mark = markOf(_reader.LocalName);
                    around.Add(mark != FontMark.None && around[^1] != FontMark.Struck ? mark : around[^1]);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    AppendValue(text.Text, atMost);
                    text.EndRun(around[^1]);
                    break;
            }
        }

        throw UnreadableFileException.Corrupt();
    }

    /// <summary>Appends the current text to text that was read before, all of it cut short after so many characters.</summary>
    public void AppendValue(ArrayBufferWriter<char> text, int atMost)
    {
        for (int count; (count = ReadChunk()) > 0;)
        {
            // What comes first is kept whole: a number is not text and must not be cut where little text is allowed.
            var kept = text.WrittenCount == 0 ? count : Math.Clamp(atMost + 1 - text.WrittenCount, 0, count);
            text.Write(_characters.AsSpan(0, kept));
        }
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Namespaces are kept once by the reader, so that the root's is known by its reference.</summary>
    private bool IsElement =>
        _reader.NodeType == XmlNodeType.Element
        && (ReferenceEquals(_reader.NamespaceURI, _rootNamespace)
            || (_companions.Length > 0 && _companions.Contains(_reader.NamespaceURI)));

    private bool Read()
    {
        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (XmlException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }

        if (_reader.Depth > MaxDepth)
        {
            throw UnreadableFileException.Corrupt();
        }

        if (_rootNamespace is null && _reader.NodeType == XmlNodeType.Element)
        {
            _rootNamespace = _reader.NamespaceURI;
        }

        return true;
    }

    private int ReadChunk()
    {
        try
        {
            return _reader.ReadValueChunk(_characters, 0, _characters.Length);
        }
        catch (XmlException cause)
        {
            throw UnreadableFileException.Corrupt(cause);
        }
    }
}
