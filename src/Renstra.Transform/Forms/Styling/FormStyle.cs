namespace Renstra.Transform.Forms.Styling;

/// <summary>How a cell of the form looks and whether it can be changed; <see cref="FormStyleSheet"/> draws each.</summary>
internal enum FormStyle
{
    /// <summary>The first cell format of a workbook is what untouched cells have.</summary>
    Default,

    /// <summary>The grey of what need not be touched.</summary>
    Paper,
    Title,
    TitleRight,
    Subtitle,
    Reminder,
    Label,
    Summary,
    Legend,

    /// <summary>An entry that is filled in beforehand and can be chosen from a list.</summary>
    Choice,
    TextEntry,
    DateEntry,

    /// <summary>A value of the identity block that the officer does not choose.</summary>
    Fixed,

    Header,
    NumeratorHeader,
    DenominatorHeader,
    Code,
    IndicatorName,
    Description,
    Period,
    WholeNumber,
    DecimalNumber,
    NoNumber,
    Check,

    InstructionTitle,
    InstructionSubtitle,
    Heading,
    Mark,
    Paragraph,
    TableHeader,
    TableCode,
    TableCell,
}
