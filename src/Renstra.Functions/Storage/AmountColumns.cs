using System.Globalization;
using Azure.Data.Tables;

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
