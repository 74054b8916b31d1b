using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Renstra.Testing.PowerBi;

/// <summary>A part of a DAX expression.</summary>
internal abstract record Dax
{
    /// <summary>This part and all within it.</summary>
    public IEnumerable<Dax> Everything() => Parts().SelectMany(part => part.Everything()).Prepend(this);

    protected virtual IEnumerable<Dax> Parts() => [];
}

internal sealed record Constant(object? Value) : Dax;

/// <summary>A variable, or a table where no variable is called so.</summary>
internal sealed record Named(string Name) : Dax;

/// <summary><c>Table[Column]</c>; without a table a measure, or with @ a column that was added.</summary>
internal sealed record Bracketed(string? Table, string Name) : Dax
{
    public string Address => Table is null ? Name : $"{Table}.{Name}";
}

internal sealed record Call(string Function, IReadOnlyList<Dax> Arguments) : Dax
{
    protected override IEnumerable<Dax> Parts() => Arguments;
}

internal sealed record Operation(string Operator, Dax Left, Dax Right) : Dax
{
    protected override IEnumerable<Dax> Parts() => [Left, Right];
}

internal sealed record Opposite(string Operator, Dax Of) : Dax
{
    protected override IEnumerable<Dax> Parts() => [Of];
}

/// <summary>A list in braces.</summary>
internal sealed record Listed(IReadOnlyList<Dax> Members) : Dax
{
    protected override IEnumerable<Dax> Parts() => Members;
}

/// <summary><c>VAR … RETURN …</c>.</summary>
internal sealed record Let(IReadOnlyList<(string Name, Dax Value)> Variables, Dax Result) : Dax
{
    protected override IEnumerable<Dax> Parts() => Variables.Select(variable => variable.Value).Append(Result);
}

/// <summary>Reads a DAX expression, by the precedence that Microsoft's reference gives.</summary>
internal sealed partial class DaxReader
{
    /// <summary>From what binds least to what binds most; NOT stands between the second and the third.</summary>
    private static readonly string[][] Operators = [["||"], ["&&"], ["=", "<>", "<=", ">=", "<", ">", "IN"], ["&"], ["+", "-"], ["*"]];

    private const int Negation = 2;

    private readonly string _text;
    private readonly IReadOnlyList<string> _tokens;
    private int _next;

    private DaxReader(string text)
    {
        _text = text;
        _tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token))];
    }

    /// <exception cref="FormatException">It is not DAX, or DAX that no measure of the model uses.</exception>
    public static Dax Read(string text)
    {
        var reader = new DaxReader(text);
        var read = reader.ReadExpression();
        return reader._next == reader._tokens.Count ? read : throw reader.NotExpected();
    }

    private Dax ReadExpression()
    {
        if (!Takes("VAR"))
        {
            return ReadOperation(0);
        }

        var variables = new List<(string, Dax)>();
        do
        {
            var name = Take();
            Require("=");
            variables.Add((name, ReadExpression()));
        }
        while (Takes("VAR"));
        Require("RETURN");
        return new Let(variables, ReadExpression());
    }

    private Dax ReadOperation(int level)
    {
        if (level == Negation && Takes("NOT"))
        {
            return new Opposite("NOT", ReadOperation(level));
        }

        if (level == Operators.Length)
        {
            return Takes("-") ? new Opposite("-", ReadOperation(level)) : ReadPart();
        }

        var left = ReadOperation(level + 1);
        while (_next < _tokens.Count && Operators[level].Contains(_tokens[_next]))
        {
            left = new Operation(Take(), left, ReadOperation(level + 1));
        }

        return left;
    }

    private Dax ReadPart()
    {
        var token = Take();
        if (token[0] == '"')
        {
            return new Constant(token[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
        }

        if (char.IsAsciiDigit(token[0]))
        {
            return new Constant(decimal.Parse(token, CultureInfo.InvariantCulture));
        }

        if (token[0] == '[')
        {
            return new Bracketed(null, token[1..^1]);
        }

        if (token == "(")
        {
            var within = ReadExpression();
            Require(")");
            return within;
        }

        if (token == "{")
        {
            return new Listed(ReadList("}"));
        }

        if (!char.IsLetter(token[0]))
        {
            _next--;
            throw NotExpected();
        }

        return Takes("(") ? new Call(token, ReadList(")"))
            : _next < _tokens.Count && _tokens[_next][0] == '[' ? new Bracketed(token, Take()[1..^1])
            : new Named(token);
    }

    private List<Dax> ReadList(string end)
    {
        var members = new List<Dax>();
        while (!Takes(end))
        {
            if (members.Count > 0)
            {
                Require(",");
            }

            members.Add(ReadExpression());
        }

        return members;
    }

    private string Take() => _next < _tokens.Count ? _tokens[_next++] : throw NotExpected();

    private bool Takes(string token)
    {
        var found = _next < _tokens.Count && _tokens[_next] == token;
        _next += found ? 1 : 0;
        return found;
    }

    private void Require(string token)
    {
        if (!Takes(token))
        {
            throw NotExpected();
        }
    }

    private FormatException NotExpected() => new(new StringBuilder("Not expected: ").AppendJoin(' ', _tokens.Skip(_next).Take(5)).Append(" in ").Append(_text).ToString());

    [GeneratedRegex("\\s+|\"(?:[^\"]|\"\")*\"|\\[[^\\]]+\\]|\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|\\|\\||&&|<>|<=|>=|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
