using System.Text;
using Azure.Data.Tables;

namespace Renstra.Functions.Storage;

/// <summary>
/// Text that may be longer than the 64 KiB a column of Table Storage holds: cut into as many columns as it needs, <c>Baris</c>,
/// <c>Baris2</c>, <c>Baris3</c>.
/// </summary>
internal static class LongText
{
    /// <summary>The most characters that a column holds, of two bytes each.</summary>
    public const int LongestColumn = 32 * 1024;

    /// <summary>Writes a text.</summary>
    public static void Write(TableEntity entity, string column, string text)
    {
        for (var (start, number) = (0, 1); start < text.Length || number == 1; start += LongestColumn, number++)
        {
            entity[NameOf(column, number)] = text.Substring(start, Math.Min(LongestColumn, text.Length - start));
        }
    }

    /// <summary>The text that was written; null when none was.</summary>
    public static string? Read(TableEntity entity, string column)
    {
        if (entity.GetString(NameOf(column, 2)) is null)
        {
            return entity.GetString(column);
        }

        var text = new StringBuilder();
        for (var number = 1; entity.GetString(NameOf(column, number)) is { } part; number++)
        {
            text.Append(part);
        }

        return text.ToString();
    }

    private static string NameOf(string column, int number) => number == 1 ? column : FormattableString.Invariant($"{column}{number}");
}
