namespace Renstra.Transform.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing, or a formula whose result is empty text.</summary>
    Blank,

    /// <summary>Text. Every cell of delimited text and HTML is text, numbers too.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number that the sheet shows as a date or a time.</summary>
    Date,

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    Error,

    /// <summary>A formula whose result was not saved, as libraries write it; only opening and saving in Excel works it out.</summary>
    FormulaWithoutValue,

    /// <summary>
    /// Something that is struck out, or a number that is small above or below the line as a whole, or behind a ten as powers are: a person
    /// may or may not read it. <see cref="Cell.Raw"/> has it.
    /// </summary>
    SetApart,
}
