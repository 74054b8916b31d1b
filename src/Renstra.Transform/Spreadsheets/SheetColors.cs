namespace Renstra.Transform.Spreadsheets;

/// <summary>The colours of the workbooks that we write, as opaque ARGB.</summary>
internal static class SheetColors
{
    public const string Ink = "FF1F2933";
    public const string Quiet = "FF5B6770";
    public const string White = "FFFFFFFF";

    /// <summary>What need not be touched.</summary>
    public const string Paper = "FFF0F1F3";
    public const string Line = "FFC9CED6";

    public const string Navy = "FF1F3A5F";
    public const string NavyPale = "FFDCE6F2";
    public const string Blue = "FF2F5D8C";
    public const string Teal = "FF2F6F6B";

    /// <summary>What is still to be filled in.</summary>
    public const string Entry = "FFFFF2B3";
    public const string EntryLine = "FF8A7A2E";

    public const string GoodInk = "FF1E6B34";
    public const string GoodFill = "FFE0F2E4";
    public const string OddInk = "FF8A5A00";
    public const string OddFill = "FFFFEBCC";
    public const string WrongInk = "FFA61B1B";
    public const string WrongFill = "FFFBDDDD";
}
