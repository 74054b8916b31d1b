using System.Globalization;
using System.Text.RegularExpressions;

namespace Renstra.Testing.PowerBi;

/// <summary>An object of a TMDL file: <c>column Bulan</c> with its properties and what is in it.</summary>
/// <param name="Kind">The word it begins with, such as <c>column</c>; <c>ref table</c> for a reference.</param>
/// <param name="Name">Without quotes; empty where there is none.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Description">From the lines with three slashes above it; empty without.</param>
internal sealed record TmdlObject(string Kind, string Name, int Line, string Description)
{
    /// <summary>What stands behind the equals sign: an expression, or the kind of a partition.</summary>
    public string Expression { get; set; } = "";

    /// <summary>Properties with values; a property that is only named has the value <c>true</c>.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public List<TmdlObject> Children { get; } = [];

    public string? this[string property] => Properties.GetValueOrDefault(property);

    public IEnumerable<TmdlObject> All(string kind) => Children.Where(child => child.Kind == kind);

    public IEnumerable<TmdlObject> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);
}

/// <summary>Reads TMDL as strictly as Desktop does: one tab a level, expressions two deeper, known words only.</summary>
internal sealed partial class TmdlReader
{
    private static readonly HashSet<string> Kinds =
    [
        "database", "model", "table", "column", "measure", "partition", "hierarchy", "level", "relationship", "expression", "annotation",
        "refreshPolicy", "cultureInfo", "ref table", "ref cultureInfo",
    ];

    private static readonly HashSet<string> Flags = ["isHidden", "isKey", "discourageImplicitMeasures"];

    private static readonly HashSet<string> ValueProperties =
    [
        "compatibilityLevel", "culture", "defaultPowerBIDataSourceVersion", "sourceQueryCulture", "dataType", "dataCategory", "formatString",
        "displayFolder", "lineageTag", "summarizeBy", "sourceColumn", "sortByColumn", "column", "mode", "isActive", "fromColumn", "toColumn",
        "policyType", "rollingWindowGranularity", "rollingWindowPeriods", "incrementalGranularity", "incrementalPeriods",
    ];

    private static readonly HashSet<string> ExpressionProperties = ["source", "sourceExpression"];

    private readonly string[] _lines;
    private readonly string _file;
    private int _next;

    private TmdlReader(string file)
    {
        _file = ProjectFolder.NameOf(file);
        _lines = File.ReadAllText(file).Split('\n');
    }

    /// <summary>The objects at the outermost level of a file.</summary>
    /// <exception cref="FormatException">A line is not TMDL; says which and why.</exception>
    public static IReadOnlyList<TmdlObject> Read(string file)
    {
        var root = new TmdlObject("", "", 0, "");
        new TmdlReader(file).ReadInto(root, 0);
        return root.Children;
    }

    private void ReadInto(TmdlObject parent, int depth)
    {
        var description = new List<string>();
        while (_next < _lines.Length)
        {
            var line = _lines[_next];
            if (line.Length == 0)
            {
                Require(description.Count == 0, "a description has to stand just above its object");
                _next++;
                continue;
            }

            var indent = line.Length - line.TrimStart('\t').Length;
            if (indent < depth)
            {
                return;
            }

            Require(indent == depth, $"{depth} tabs expected");
            Require(line == line.TrimEnd() && line[indent] != ' ', "blanks at the beginning or the end");
            var text = line[indent..];
            if (text.StartsWith("///", StringComparison.Ordinal))
            {
                Require(text.StartsWith("/// ", StringComparison.Ordinal), "a blank after the slashes");
                description.Add(text[4..]);
                _next++;
            }
            else if (!ReadProperty(parent, text, depth))
            {
                ReadObject(parent, text, depth, string.Join(' ', description));
                description.Clear();
            }
            else
            {
                Require(description.Count == 0, "a property has no description");
            }
        }
    }

    private bool ReadProperty(TmdlObject parent, string text, int depth)
    {
        if (Flags.Contains(text))
        {
            parent.Properties.Add(text, "true");
            _next++;
            return true;
        }

        var assigned = Assignment().Match(text);
        if (assigned.Success && ExpressionProperties.Contains(assigned.Groups[1].Value))
        {
            _next++;
            parent.Properties.Add(assigned.Groups[1].Value, ReadExpression(assigned.Groups[2].Value, depth));
            return true;
        }

        var valued = Valued().Match(text);
        if (valued.Success && ValueProperties.Contains(valued.Groups[1].Value))
        {
            parent.Properties.Add(valued.Groups[1].Value, valued.Groups[2].Value);
            _next++;
            return true;
        }

        return false;
    }

    private void ReadObject(TmdlObject parent, string text, int depth, string description)
    {
        var declared = Declaration().Match(text);
        Require(declared.Success && Kinds.Contains(declared.Groups[1].Value), $"not known: {text}");
        var name = declared.Groups["quoted"].Success ? declared.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal) : declared.Groups["plain"].Value;
        var read = new TmdlObject(declared.Groups[1].Value, name, _next + 1, description);
        parent.Children.Add(read);
        _next++;
        if (declared.Groups["expression"].Success)
        {
            read.Expression = ReadExpression(declared.Groups["expression"].Value.TrimStart(), depth);
        }

        ReadInto(read, depth + 1);
    }

    /// <summary>What stands on the line itself, or the deeper lines that follow, without their common indentation.</summary>
    private string ReadExpression(string onTheLine, int depth)
    {
        if (onTheLine.Length > 0)
        {
            return onTheLine;
        }

        var indentation = new string('\t', depth + 2);
        var lines = new List<string>();
        while (_next < _lines.Length && _lines[_next].StartsWith(indentation, StringComparison.Ordinal))
        {
            Require(!_lines[_next].EndsWith(' '), "blanks at the end of an expression's line");
            lines.Add(_lines[_next++][indentation.Length..]);
        }

        Require(lines.Count > 0, "an expression of no lines, or not two levels deeper");
        return string.Join('\n', lines);
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{_file}:{_next + 1}: {otherwise}"));
        }
    }

    [GeneratedRegex(@"^(\w+) =(?: (.+))?$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(\w+): (.+)$")]
    private static partial Regex Valued();

    // The sign itself is not part of the expression.
    [GeneratedRegex(@"^((?:ref )?\w+)(?: (?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\w-]+)))?(?: =(?<expression>(?: .+)?))?$")]
    private static partial Regex Declaration();
}
