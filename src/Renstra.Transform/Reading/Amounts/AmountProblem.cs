namespace Renstra.Transform.Reading.Amounts;

/// <summary>Why no amount can be read from a cell that is not blank.</summary>
internal enum AmountProblem
{
    /// <summary>The content is not a number.</summary>
    NotANumber,

    /// <summary>The content is struck out, or so small above or below the line that it may be a footnote or a power.</summary>
    SetApart,

    /// <summary>A number with more decimals than the component allows.</summary>
    TooManyDecimals,

    /// <summary>A number below 0.</summary>
    Negative,

    /// <summary>Text that is one number in Indonesian notation and another in English: <c>1,234</c>.</summary>
    Ambiguous,

    /// <summary>A percentage where a count is asked for.</summary>
    Percentage,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    CellError,

    /// <summary>A formula whose result was not saved.</summary>
    FormulaWithoutValue,

    /// <summary>A number too large to be a count of anything in the province.</summary>
    TooLarge,
}
