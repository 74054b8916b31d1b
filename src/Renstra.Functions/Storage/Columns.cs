using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Renstra.Transform.Indicators;
using Renstra.Transform.Releases;
using Renstra.Transform.Reports;

namespace Renstra.Functions.Storage;

/// <summary>
/// Amounts as columns. Table Storage has no decimal: a whole amount is an <c>Int64</c>, any other an invariant string, and both
/// read back as exactly the amount written.
/// </summary>
internal static class AmountColumns
{
    public static void Write(TableEntity entity, string column, decimal? amount)
    {
        if (amount is { } value)
        {
            entity[column] = value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue
                ? (object)(long)value
                : value.ToString(CultureInfo.InvariantCulture);
        }
    }

    public static decimal? Read(TableEntity entity, string column) => entity.TryGetValue(column, out var value)
        ? value switch
        {
            long whole => whole,
            string text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
            null => null,
            _ => throw new InvalidDataException($"The column {column} of {entity.PartitionKey}/{entity.RowKey} holds {value.GetType().Name}, which is no amount."),
        }
        : null;
}

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

/// <summary>
/// The words by which columns tell the members of enumerations. They lie in deployed accounts, so they stay when the code calls a member
/// something else.
/// </summary>
internal static class StoredWords
{
    public static readonly StoredWords<Verdict> Verdicts = new(
        (Verdict.Diterima, "Diterima"), (Verdict.DiterimaSebagian, "DiterimaSebagian"), (Verdict.Dikembalikan, "Dikembalikan"));

    public static readonly StoredWords<Severity> Severities = new((Severity.Kesalahan, "Kesalahan"), (Severity.Peringatan, "Peringatan"));

    public static readonly StoredWords<ComponentRole> Roles = new((ComponentRole.Pembilang, "Pembilang"), (ComponentRole.Penyebut, "Penyebut"));

    public static readonly StoredWords<ChangeCause> Causes = new(
        (ChangeCause.LaporanBaru, "LaporanBaru"),
        (ChangeCause.LaporanDiperbaiki, "LaporanDiperbaiki"),
        (ChangeCause.LaporanDitarik, "LaporanDitarik"),
        (ChangeCause.DataAcuan, "DataAcuan"),
        (ChangeCause.Penghitungan, "Penghitungan"));
}

/// <summary>One enumeration's words.</summary>
internal sealed class StoredWords<T>(params IReadOnlyList<(T Member, string Word)> words)
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _words = words.ToDictionary(pair => pair.Member, pair => pair.Word);
    private readonly Dictionary<string, T> _members = words.ToDictionary(pair => pair.Word, pair => pair.Member, StringComparer.Ordinal);

    /// <summary>The word of a member.</summary>
    public string Write(T member) => _words[member];

    /// <summary>The member of a word.</summary>
    /// <exception cref="KeyNotFoundException">No version of the app wrote it.</exception>
    public T Read(string word) => _members[word];
}
