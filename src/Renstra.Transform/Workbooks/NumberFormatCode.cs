namespace Renstra.Transform.Workbooks;

/// <summary>Tells from a number format code what a number is shown as (ECMA-376 part 1, 18.8.31).</summary>
internal static class NumberFormatCode
{
    /// <summary>Whether the format multiplies by a hundred and adds a percent sign.</summary>
    public static bool IsPercentage(string? code) => code is not null && Shows(code, symbol => symbol == '%', elapsedTime: false);

    /// <summary>Whether the format shows a date, a time of day or an elapsed time.</summary>
    public static bool IsDate(string code) => Shows(code, symbol => char.ToLowerInvariant(symbol) is 'y' or 'm' or 'd' or 'h' or 's', elapsedTime: true);

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
