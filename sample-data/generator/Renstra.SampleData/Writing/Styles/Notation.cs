using System.Globalization;

namespace Renstra.SampleData.Writing.Styles;

/// <summary>How offices write numbers as text. What is no number stays as it is.</summary>
internal static class Notation
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>1.234</summary>
    public static object? Grouped(object? value) => value is decimal number ? number.ToString("#,##0.##", Indonesian) : value;

    /// <summary>1.234 orang</summary>
    public static object? WithUnit(object? value, string unit) => value is decimal ? $"{Grouped(value)} {unit}" : value;

    /// <summary>Nothing is <c>nihil</c>, anything else a number.</summary>
    public static object? Nihil(object? value) => value is 0m ? "nihil" : value;
}
