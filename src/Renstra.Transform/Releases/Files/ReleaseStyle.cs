namespace Renstra.Transform.Releases.Files;

/// <summary>The kinds of cells that a release's workbook has; <see cref="ReleaseLook"/> says what each looks like.</summary>
internal enum ReleaseStyle
{
    /// <summary>The first cell format of a workbook is what untouched cells have.</summary>
    Default,

    Government,
    Office,
    Title,
    Subtitle,
    Note,
    Remark,
    Sign,
    SignName,

    Header,
    Ordinal,
    Text,
    SmallText,

    /// <summary>What a stranger wrote: it stays text, whatever it begins with.</summary>
    Quoted,
    Centered,
    Whole,
    Rate,
    Difference,

    /// <summary>The province's row below its regions'.</summary>
    TotalText,
    TotalCentered,
    TotalWhole,
    TotalRate,

    /// <summary>The best label of a scale, and the others after it.</summary>
    Best,
    Good,
    Fair,
    Poor,

    /// <summary>What should be there and is not.</summary>
    Missing,
}
