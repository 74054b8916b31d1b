namespace Renstra.Transform.Workbooks;

/// <summary>The formats of a workbook's cells: number formats, which alone tell a date from a number, and what fonts set apart.</summary>
internal sealed class CellFormats
{
    /// <summary>The formats that are known by number and not written into files (ECMA-376 part 1, 18.8.30).</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "mm-dd-yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [37] = "#,##0 ;(#,##0)",
        [38] = "#,##0 ;[Red](#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;[Red](#,##0.00)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mmss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    };

    /// <summary>Excel itself allows 65,490 cell formats; a file with more is not from a spreadsheet.</summary>
    private const int MaxFormats = 65_490;

    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<string, bool> _isDate = new(StringComparer.Ordinal);
    private readonly List<(int CodeId, FontMark Mark)> _formats = [];
    private readonly List<FontMark> _fonts = [];
    private (string? Code, bool IsDate)[]? _resolved;
    private bool _hasMarks;

    /// <summary>Whether day numbers count from 1904, as workbooks from old Macintoshes do.</summary>
    public bool Is1904 { get; set; }

    /// <summary>Adds a format code under the number that cell formats call it by.</summary>
    public void AddCode(int id, string code)
    {
        Check(_codes.Count);
        _codes[id] = code;
    }

    /// <summary>Adds the next font by what it does to characters.</summary>
    public void AddFont(FontMark mark)
    {
        Check(_fonts.Count);
        _fonts.Add(mark);
    }

    /// <summary>Adds the next cell format by the numbers of its code and its font.</summary>
    public void AddFormat(int codeId, int font)
    {
        Check(_formats.Count);
        _formats.Add((codeId, MarkOf(font)));
        _hasMarks |= MarkOf(font) != FontMark.None;
    }

    /// <summary>What a font does to characters.</summary>
    public FontMark MarkOf(int font) => font >= 0 && font < _fonts.Count ? _fonts[font] : FontMark.None;

    /// <summary>What the font of a cell format does to characters.</summary>
    public FontMark MarkOfFormat(int format) => _hasMarks && format >= 0 && format < _formats.Count ? _formats[format].Mark : FontMark.None;

    /// <summary>Whether there are cells whose font marks all that is in them, as soon as all formats are added.</summary>
    public bool HasMarks => _hasMarks;

    /// <summary>A cell as the font of its format shows it; rich text has fonts of its own.</summary>
    public Cell Show(Cell cell, int format) => _hasMarks ? cell.WithMark(MarkOfFormat(format)) : cell;

    /// <summary>The cell that a text makes under a cell format.</summary>
    /// <param name="text">A string or <see cref="RichText"/>.</param>
    /// <param name="format">The cell format.</param>
    /// <param name="isFormula">Whether a formula stands behind it.</param>
    public Cell ToCell(object text, int format, bool isFormula) => text is RichText rich
        ? Cell.OfText(rich.In(MarkOfFormat(format)), isFormula)
        : Show(Cell.OfText((string)text, isFormula), format);

    /// <summary>The cell that a number makes under a cell format: a date where the format shows one.</summary>
    public Cell ToCell(decimal number, int format, bool isFormula)
    {
        // Once for each format instead of once for each cell; all of them are known before the first cell.
        _resolved ??= [.. _formats.Select(format => Code(format.CodeId) is { } code ? (code, IsDate(code)) : default((string?, bool)))];

        // A format that the workbook lacks is no reason to refuse it: Excel shows the number as it is.
        var (code, isDate) = format >= 0 && format < _resolved.Length ? _resolved[format] : default;
        return ToCell(number, code, isDate, isFormula);
    }

    /// <summary>The cell that a number makes under a format code.</summary>
    public Cell ToCell(decimal number, string? code, bool isFormula) =>
        ToCell(number, code, code is not null && IsDate(code), isFormula);

    private Cell ToCell(decimal number, string? code, bool isDate, bool isFormula) =>
        isDate && SerialDate.TryGet(number, Is1904, out var date)
            ? Cell.OfDate(date, code, isFormula)
            : Cell.OfNumber(number, code, isFormula);

    private static void Check(int count)
    {
        if (count >= MaxFormats)
        {
            throw UnreadableFileException.Corrupt();
        }
    }

    private string? Code(int id)
    {
        var code = _codes.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id);
        return code is null || code.Equals("General", StringComparison.OrdinalIgnoreCase) ? null : code;
    }

    private bool IsDate(string code)
    {
        if (!_isDate.TryGetValue(code, out var isDate))
        {
            _isDate[code] = isDate = NumberFormatCode.IsDate(code);
        }

        return isDate;
    }
}

/// <summary>Tells from a number format code what a number is shown as (ECMA-376 part 1, 18.8.31).</summary>
internal static class NumberFormatCode
{
    /// <summary>Whether the format multiplies by a hundred and adds a percent sign.</summary>
    public static bool IsPercentage(string? code) => code is not null && Shows(code, symbol => symbol == '%', elapsedTime: false);

    /// <summary>Whether the format shows a date, a time of day or an elapsed time.</summary>
    public static bool IsDate(string code) => Shows(code, symbol => char.ToLowerInvariant(symbol) is 'y' or 'm' or 'd' or 'h' or 's', elapsedTime: true);

    /// <summary>Whether the format shows no decimals.</summary>
    public static bool ShowsWholeNumbers(string? code) => code is "0" or "#,##0" or "#.##0";

    /// <summary>
    /// Whether the format shows a number with other digits than it has: divided by a thousand for each comma behind it (<c>0,,</c>), digits of
    /// its own beside it (<c>0"0"</c>), or words and strokes between its digits (<c>00-00</c>). Decimals that are not shown are not meant.
    /// </summary>
    public static bool ShowsOtherDigits(string? code, decimal number)
    {
        if (code is null || IsPercentage(code) || IsDate(code))
        {
            return false;
        }

        var sections = SectionsOf(code);
        var section = number < 0 && sections.Count > 1 ? sections[1] : number == 0 && sections.Count > 2 ? sections[2] : sections[0];
        return code.Contains('[', StringComparison.Ordinal) && code.AsSpan().ContainsAny('<', '>', '=')
            ? sections.Exists(HasOtherDigits)
            : HasOtherDigits(section);
    }

    /// <summary>The sections of a code: each character with whether it stands for itself; brackets, spacing and filling are left out.</summary>
    private static List<List<(char Character, bool IsLiteral)>> SectionsOf(string code)
    {
        List<List<(char, bool)>> sections = [[]];
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    sections.Add([]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    i = IndexOrEnd(code, ']', i + 1);
                    break;
                case '\\' when i + 1 < code.Length:
                    sections[^1].Add((code[++i], true));
                    break;
                case '"':
                    var close = IndexOrEnd(code, '"', i + 1);
                    sections[^1].AddRange(code[(i + 1)..close].Select(character => (character, true)));
                    i = close;
                    break;
                default:
                    sections[^1].Add((code[i], code[i] is not ('0' or '#' or '?')));
                    break;
            }
        }

        return sections;
    }

    private static bool HasOtherDigits(List<(char Character, bool IsLiteral)> section)
    {
        var first = section.FindIndex(symbol => !symbol.IsLiteral);
        var last = section.FindLastIndex(symbol => !symbol.IsLiteral);
        return section.Exists(symbol => symbol.IsLiteral && char.IsDigit(symbol.Character))
            || (first >= 0 && (IsScaled(section, first, last) || Enumerable.Range(first, last - first).Any(at => section[at].IsLiteral && !IsOfNumber(section, at))));
    }

    /// <summary>Whether a character between digits is one that numbers have: a separator, a fraction's stroke, an exponent and its sign.</summary>
    private static bool IsOfNumber(List<(char Character, bool IsLiteral)> section, int at) =>
        section[at].Character is '.' or ',' or ' ' or '\u00A0' or '\'' or '/' or 'E' or 'e'
        || (section[at].Character is '+' or '-' && section[at - 1].Character is 'E' or 'e');

    /// <summary>Whether a comma stands where no digit of whole numbers follows: at the end, or before the point.</summary>
    private static bool IsScaled(List<(char Character, bool IsLiteral)> section, int first, int last)
    {
        var point = section.FindIndex(first, symbol => symbol.Character == '.');
        var end = point >= 0 && point < last ? point : last + 1;
        return section[end - 1].Character == ',' || (last + 1 < section.Count && section[last + 1].Character == ',');
    }

    /// <summary>
    /// Looks at the section for positive numbers, which stands before the first semicolon, and passes over what is only decoration:
    /// quoted and escaped text, fill and spacing characters, and everything in brackets (colour, condition, currency, language) but the
    /// elapsed times <c>[h]</c>, <c>[mm]</c> and <c>[ss]</c>.
    /// </summary>
    private static bool Shows(string code, Predicate<char> isSought, bool elapsedTime)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = IndexOrEnd(code, '"', i + 1);
                    break;
                case '[':
                    var close = IndexOrEnd(code, ']', i + 1);
                    if (elapsedTime && IsElapsedTime(code.AsSpan(i + 1, close - i - 1)))
                    {
                        return true;
                    }

                    i = close;
                    break;
                default:
                    if (isSought(code[i]))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsElapsedTime(ReadOnlySpan<char> bracketed) =>
        bracketed.Length > 0
        && char.ToLowerInvariant(bracketed[0]) is 'h' or 'm' or 's'
        && bracketed.TrimStart(bracketed[0]).IsEmpty;

    private static int IndexOrEnd(string code, char sought, int start)
    {
        var index = start < code.Length ? code.IndexOf(sought, start) : -1;
        return index < 0 ? code.Length : index;
    }
}
