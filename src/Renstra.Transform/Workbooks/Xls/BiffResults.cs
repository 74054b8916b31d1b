namespace Renstra.Transform.Workbooks.Xls;

/// <summary>
/// Tells results of formulas from what libraries that cannot calculate write in their place: empty text (Python's xlwt) or 0 (Apache POI,
/// which asks the next program to work it out). A workbook that was calculated once shows it somewhere: a sum is never empty text, and not
/// every result is 0.
/// </summary>
internal sealed class BiffResults
{
    /// <summary>
    /// Functions that give numbers and nothing else ([MS-XLS] 2.5.198.17): COUNT, SUM, AVERAGE, MIN, MAX, ABS, INT, ROUND, COUNTA,
    /// PRODUCT, ROUNDUP, ROUNDDOWN, SUMPRODUCT, SUBTOTAL, SUMIF, COUNTIF.
    /// </summary>
    private static readonly HashSet<int> Numeric = [0, 4, 5, 6, 7, 24, 25, 27, 169, 183, 212, 213, 228, 344, 345, 346];

    private readonly List<(BiffNotes Notes, int Row, int Column)> _empty = [];
    private readonly List<(BiffNotes Notes, int Row, int Column)> _zeros = [];
    private bool _hasResults;
    private bool _hasImpossible;
    private bool _mustHaveResult;

    /// <summary>The cells whose formula was never worked out.</summary>
    public IEnumerable<(BiffNotes Notes, int Row, int Column)> NeverWorkedOut =>
        (_hasImpossible || (!_hasResults && _mustHaveResult) ? _empty : []).Concat(_hasResults ? [] : _zeros);

    /// <summary>Adds a result that is neither a number nor empty text.</summary>
    public void AddOther() => _hasResults = true;

    /// <summary>Adds a result that is a number.</summary>
    public void AddNumber(BiffNotes notes, BiffRecords formula)
    {
        const int CalculateOnLoad = 2;
        if (formula.Slice(6, 8).ContainsAnyExcept((byte)0) || (formula.UInt16(14) & CalculateOnLoad) == 0)
        {
            _hasResults = true;
        }
        else
        {
            _zeros.Add((notes, formula.UInt16(0), formula.UInt16(2)));
        }
    }

    /// <summary>Adds a result that is empty text.</summary>
    public void AddEmpty(BiffNotes notes, BiffRecords formula, bool isBiff8)
    {
        _empty.Add((notes, formula.UInt16(0), formula.UInt16(2)));
        if (isBiff8)
        {
            var (givesNumber, hasText) = Look(formula.Slice(22, formula.UInt16(20)));
            _hasImpossible |= givesNumber;
            _mustHaveResult |= !hasText;
        }
    }

    /// <summary>Walks over the tokens of a formula ([MS-XLS] 2.5.198), of which the last is what the result comes from.</summary>
    private static (bool GivesNumber, bool HasText) Look(ReadOnlySpan<byte> tokens)
    {
        var (givesNumber, hasText) = (false, false);
        while (!tokens.IsEmpty)
        {
            const int Text = 0x17, Attribute = 0x19, Sum = 0x10, Choose = 0x04, Space = 0x40, Parenthesis = 0x15;

            // References and functions come in three classes that differ in bits 5 and 6.
            var token = (tokens[0] & 0x60) == 0 ? tokens[0] : (tokens[0] & 0x1F) | 0x20;
            var length = token switch
            {
                Text when tokens.Length > 2 => 3 + (tokens[1] * ((tokens[2] & 1) + 1)),
                Attribute when tokens.Length > 3 => 4 + ((tokens[1] & Choose) != 0 ? (tokens[2] + 1) * 2 : 0),
                >= 0x03 and <= 0x16 => 1,
                0x1C or 0x1D => 2,
                0x1E or 0x21 => 3,
                0x22 => 4,
                0x23 or 0x24 => 5,
                0x3A => 7,
                0x1F or 0x25 => 9,
                0x3B => 11,
                _ => int.MaxValue,
            };
            if (length > tokens.Length)
            {
                // A token that is not known: nothing can be said.
                return (false, true);
            }

            hasText |= token == Text;
            givesNumber = token switch
            {
                Parenthesis => givesNumber,
                Attribute => (tokens[1] & Sum) != 0 || ((tokens[1] & Space) != 0 && givesNumber),
                (>= 0x03 and <= 0x07) or (>= 0x12 and <= 0x14) or 0x1E or 0x1F => true,
                0x21 => Numeric.Contains(tokens[1] | (tokens[2] << 8)),
                0x22 => Numeric.Contains(tokens[2] | (tokens[3] << 8)),
                _ => false,
            };
            tokens = tokens[length..];
        }

        return (givesNumber, hasText);
    }
}
