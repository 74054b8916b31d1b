using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// Something that has a value for every row: a column, a literal, or what is computed of others. Whole numbers are computed as
/// 64-bit integers, which no sum of columns reaches, and every value can be null.
/// </summary>
internal abstract class Operand
{
    /// <summary>The literal <c>null</c>, which goes with any type.</summary>
    public static readonly Operand Null = new Operand<bool?>(static _ => null, isNullLiteral: true);

    /// <summary>Whether this is the literal <c>null</c>.</summary>
    public abstract bool IsNullLiteral { get; }

    /// <summary>The type of the values; a value type is nullable.</summary>
    public abstract Type Type { get; }

    /// <summary>Whether the values are numbers.</summary>
    public bool IsNumber => this is Operand<long?> or Operand<decimal?> or Operand<double?>;

    /// <summary>What a person calls the type, in Indonesian.</summary>
    public string TypeName => this switch
    {
        { IsNullLiteral: true } => "null",
        { IsNumber: true } => "angka",
        Operand<bool?> => "benar/salah",
        Operand<string?> => "teks",
        Operand<DateOnly?> => "tanggal",
        _ => "waktu",
    };

    /// <summary>The value in a row.</summary>
    public abstract object? ValueIn(object row);

    /// <summary>Compares rows by their values, which are read once; rows are named by their places.</summary>
    public abstract IComparer<int> OrderOf(IEnumerable<object> rows, int count);

    /// <summary>A column of rows.</summary>
    public static Operand Of(RowColumn column) => column.Get switch
    {
        Func<object, string> text => new Operand<string?>(text),
        Func<object, bool> flag => new Operand<bool?>(row => flag(row)),
        Func<object, bool?> flag => new Operand<bool?>(flag),
        Func<object, int> whole => new Operand<long?>(row => whole(row)),
        Func<object, int?> whole => new Operand<long?>(row => whole(row)),
        Func<object, long> whole => new Operand<long?>(row => whole(row)),
        Func<object, long?> whole => new Operand<long?>(whole),
        Func<object, decimal> number => new Operand<decimal?>(row => number(row)),
        Func<object, decimal?> number => new Operand<decimal?>(number),
        Func<object, double?> number => new Operand<double?>(number),
        Func<object, DateOnly> day => new Operand<DateOnly?>(row => day(row)),
        Func<object, DateOnly?> day => new Operand<DateOnly?>(day),
        Func<object, DateTimeOffset> moment => new Operand<DateTimeOffset?>(row => moment(row)),
        Func<object, DateTimeOffset?> moment => new Operand<DateTimeOffset?>(moment),
        _ => throw new InvalidOperationException($"{column.Name}: the feed computes with no {column.Type.Name}."),
    };

    /// <summary>A literal.</summary>
    public static Operand Of(ConstantNode literal) => LibraryValue.Of(literal) switch
    {
        null => Null,
        string text => Operand<string?>.Constant(text),
        bool flag => Operand<bool?>.Constant(flag),
        long whole => Operand<long?>.Constant(whole),
        decimal number => Operand<decimal?>.Constant(number),
        double number => Operand<double?>.Constant(number),
        DateOnly day => Operand<DateOnly?>.Constant(day),
        DateTimeOffset moment => Operand<DateTimeOffset?>.Constant(moment),
        _ => throw RefusedRequest.NotOffered($"nilai {literal.LiteralText}"),
    };
}

/// <summary>An operand of a known type.</summary>
/// <typeparam name="T">A type that can be null.</typeparam>
/// <param name="read">The value in a row.</param>
/// <param name="isNullLiteral">Whether it is the literal <c>null</c>.</param>
internal sealed class Operand<T>(Func<object, T> read, bool isNullLiteral = false) : Operand
{
    /// <summary>Always null.</summary>
    public static readonly Operand<T> Nothing = new(static _ => default!);

    public Func<object, T> Read { get; } = read;

    /// <summary>Whether every row has the same value, which <see cref="Value"/> is then.</summary>
    public bool IsConstant { get; private init; }

    /// <summary>The value of all rows, where they have one.</summary>
    public T? Value { get; private init; }

    public static Operand<T> Constant(T value) => new(_ => value) { IsConstant = true, Value = value };

    public override bool IsNullLiteral { get; } = isNullLiteral;

    public override Type Type => typeof(T);

    public override object? ValueIn(object row) => Read(row);

    public override IComparer<int> OrderOf(IEnumerable<object> rows, int count)
    {
        var values = new T[count];
        var place = 0;
        foreach (var row in rows)
        {
            values[place++] = Read(row);
        }

        return new ValueOrder(values);
    }

    /// <summary>The order of <see cref="Model.ValueComparer"/>, in the values' own type.</summary>
    private sealed class ValueOrder(T[] values) : IComparer<int>
    {
        public int Compare(int x, int y) => values is string?[] texts
            ? string.CompareOrdinal(texts[x], texts[y])
            : Comparer<T>.Default.Compare(values[x], values[y]);
    }
}

/// <summary>The values of literals, in the types that rows have.</summary>
internal static class LibraryValue
{
    // The library says that its own type for dates goes away in its next major version; until then it is what literals are parsed to.
#pragma warning disable CS0618
    public static object? ToRowValue(object? value) => value is Date day ? new DateOnly(day.Year, day.Month, day.Day) : value;
#pragma warning restore CS0618

    /// <summary>A literal's value. One with a decimal point is a decimal, exactly as it is written, and not the binary number that the library reads.</summary>
    public static object? Of(ConstantNode literal) => ToRowValue(literal.Value) switch
    {
        sbyte or byte or short or int => Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture),
        float or double => decimal.TryParse(literal.LiteralText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : Convert.ToDouble(literal.Value, CultureInfo.InvariantCulture),
        var value => value,
    };
}
