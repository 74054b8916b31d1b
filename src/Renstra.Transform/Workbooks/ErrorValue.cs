namespace Renstra.Transform.Workbooks;

/// <summary>The error values of cells, which binary formats keep as a number ([MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2).</summary>
internal static class ErrorValue
{
    /// <summary>An error of which no more is known.</summary>
    public const string Unknown = "#ERROR!";

    /// <summary>The error as shown; an unknown number is shown as <c>#ERROR!</c>.</summary>
    public static string Of(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => Unknown,
    };

    /// <summary>Whether a text is an error as Excel or LibreOffice (<c>Err:502</c>) shows it.</summary>
    public static bool IsError(string? text) =>
        text is "#NULL!" or "#DIV/0!" or "#VALUE!" or "#REF!" or "#NAME?" or "#NUM!" or "#N/A" || text?.StartsWith("Err:", StringComparison.Ordinal) == true;
}
