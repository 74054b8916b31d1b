namespace Renstra.Transform.Forms.Styling;

/// <summary>The kinds of cells that a form has; <see cref="FormLook"/> says what each looks like.</summary>
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
    Legend,
    Summary,

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
    WholeNumber,
    DecimalNumber,

    /// <summary>A number that need not be filled in.</summary>
    OptionalWholeNumber,
    OptionalDecimalNumber,
    NoNumber,
    Check,

    Heading,
    Mark,
    Paragraph,
    DefinitionCode,
    Definition,
}
