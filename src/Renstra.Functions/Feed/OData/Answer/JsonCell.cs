using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>
/// Writes one column of rows as JSON: its name, encoded once, and its values in their own type, so that no row costs memory. What it
/// writes is what <see cref="JsonValues"/> would.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="typeName">The type annotation of its values; null for those whose type JSON itself tells.</param>
internal abstract class JsonCell(RowColumn column, string? typeName)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ConditionalWeakTable<RowColumn, JsonCell> Known = [];

    // With the comma before it, which the first member of an object does without.
    private readonly byte[] _name = Encoding.UTF8.GetBytes($",\"{column.JsonName}\":");
    private readonly byte[]? _type = typeName is null ? null : Encoding.UTF8.GetBytes($",\"{column.JsonName}@odata.type\":\"{typeName}\"");

    /// <summary>The cell of a column.</summary>
    public static JsonCell Of(RowColumn column) => Known.GetValue(column, Make);

    /// <summary>Writes the column's member of a row.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="row">The row.</param>
    /// <param name="isTyped">Whether the type of a value is said too.</param>
    /// <param name="omitsNull">Whether a column without a value is left out.</param>
    /// <param name="numbersAsText">Whether 64-bit integers and decimals are strings.</param>
    public abstract void Write(AnswerBuffer output, object row, bool isTyped, bool omitsNull, bool numbersAsText);

    /// <summary>Writes a text, escaped where JSON asks for it.</summary>
    public static void WriteText(AnswerBuffer output, string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(JsonText.Plain) >= 0)
        {
            // Rare enough to be left to the runtime's own writer.
            using var writer = new Utf8JsonWriter(output, Options);
            writer.WriteStringValue(text);
            return;
        }

        var room = output.Room(text.Length + 2);
        room[0] = (byte)'"';
        Encoding.ASCII.GetBytes(text, room[1..]);
        room[text.Length + 1] = (byte)'"';
        output.Advance(text.Length + 2);
    }

    /// <summary>Writes a member whose value is a text.</summary>
    public static void WriteMember(AnswerBuffer output, string name, string text)
    {
        Separate(output);
        WriteText(output, name);
        output.Add((byte)':');
        WriteText(output, text);
    }

    /// <summary>Writes the comma before a member that is not the first of its object.</summary>
    public static void Separate(AnswerBuffer output)
    {
        if (output.Last != (byte)'{')
        {
            output.Add((byte)',');
        }
    }

    /// <summary>Writes the name, and the type before it where that is said.</summary>
    protected void Begin(AnswerBuffer output, bool isTyped)
    {
        if (isTyped && _type is not null)
        {
            output.Add(output.Last == (byte)'{' ? _type.AsSpan(1) : _type);
        }

        output.Add(output.Last == (byte)'{' ? _name.AsSpan(1) : _name);
    }

    /// <summary>Writes that there is no value.</summary>
    protected void WriteNull(AnswerBuffer output, bool omitsNull)
    {
        if (!omitsNull)
        {
            Begin(output, isTyped: false);
            output.Add("null"u8);
        }
    }

    private static JsonCell Make(RowColumn column) => column.Get switch
    {
        Func<object, string?> text => new TextCell(column, text),
        Func<object, bool> flag => new FlagCell(column, row => flag(row)),
        Func<object, bool?> flag => new FlagCell(column, flag),
        Func<object, DateOnly> day => new ValueCell<DateOnly>(column, "#Date", day),
        Func<object, DateOnly?> day => new NullableCell<DateOnly>(column, "#Date", day),
        Func<object, DateTimeOffset> moment => new ValueCell<DateTimeOffset>(column, "#DateTimeOffset", moment),
        Func<object, DateTimeOffset?> moment => new NullableCell<DateTimeOffset>(column, "#DateTimeOffset", moment),
        Func<object, int> whole => new ValueCell<int>(column, "#Int32", whole),
        Func<object, int?> whole => new NullableCell<int>(column, "#Int32", whole),
        Func<object, long> whole => new ValueCell<long>(column, "#Int64", whole),
        Func<object, long?> whole => new NullableCell<long>(column, "#Int64", whole),
        Func<object, decimal> number => new ValueCell<decimal>(column, "#Decimal", number),
        Func<object, decimal?> number => new NullableCell<decimal>(column, "#Decimal", number),
        _ => throw new ArgumentException($"The feed has no way to write a {column.Type.Name}.", nameof(column)),
    };

    private sealed class TextCell(RowColumn column, Func<object, string?> read) : JsonCell(column, null)
    {
        public override void Write(AnswerBuffer output, object row, bool isTyped, bool omitsNull, bool numbersAsText)
        {
            if (read(row) is { } text)
            {
                Begin(output, isTyped);
                WriteText(output, text);
            }
            else
            {
                WriteNull(output, omitsNull);
            }
        }
    }

    private sealed class FlagCell(RowColumn column, Func<object, bool?> read) : JsonCell(column, null)
    {
        public override void Write(AnswerBuffer output, object row, bool isTyped, bool omitsNull, bool numbersAsText)
        {
            if (read(row) is { } flag)
            {
                Begin(output, isTyped);
                output.Add(flag ? "true"u8 : "false"u8);
            }
            else
            {
                WriteNull(output, omitsNull);
            }
        }
    }

    private sealed class ValueCell<T>(RowColumn column, string typeName, Func<object, T> read) : JsonCell(column, typeName)
        where T : struct
    {
        public override void Write(AnswerBuffer output, object row, bool isTyped, bool omitsNull, bool numbersAsText)
        {
            Begin(output, isTyped);
            JsonText.Write(output, read(row), numbersAsText);
        }
    }

    private sealed class NullableCell<T>(RowColumn column, string typeName, Func<object, T?> read) : JsonCell(column, typeName)
        where T : struct
    {
        public override void Write(AnswerBuffer output, object row, bool isTyped, bool omitsNull, bool numbersAsText)
        {
            if (read(row) is { } value)
            {
                Begin(output, isTyped);
                JsonText.Write(output, value, numbersAsText);
            }
            else
            {
                WriteNull(output, omitsNull);
            }
        }
    }
}

/// <summary>Numbers and times as text, in the forms of <see cref="JsonValues.Text"/>.</summary>
internal static class JsonText
{
    /// <summary>The longest number or time, with its quotation marks.</summary>
    private const int Longest = 40;

    /// <summary>Characters that stand in JSON for themselves, as one byte.</summary>
    public static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static void Write<T>(AnswerBuffer output, T value, bool numbersAsText)
        where T : struct
    {
        var room = output.Room(Longest);
        var isText = typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateTimeOffset) || (numbersAsText && typeof(T) != typeof(int));
        var start = isText ? 1 : 0;
        var length = start + Format(value, room[start..]);
        if (isText)
        {
            room[0] = (byte)'"';
            room[length++] = (byte)'"';
        }

        output.Advance(length);
    }

    private static int Format<T>(T value, Span<byte> room)
        where T : struct
    {
        // Of these comparisons the compiler leaves the one that holds.
        if (typeof(T) == typeof(DateOnly))
        {
            return Day((DateOnly)(object)value, room);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return Moment(((DateTimeOffset)(object)value).UtcDateTime, room);
        }

        int length;
        if (typeof(T) == typeof(int))
        {
            Utf8Formatter.TryFormat((int)(object)value, room, out length);
        }
        else if (typeof(T) == typeof(long))
        {
            Utf8Formatter.TryFormat((long)(object)value, room, out length);
        }
        else
        {
            length = Number((decimal)(object)value, room);
        }

        return length;
    }

    /// <summary>A decimal with all its digits, trailing zeros too.</summary>
    private static int Number(decimal value, Span<byte> room)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = (ulong)(uint)parts[1] << 32 | (uint)parts[0];
        var scale = (parts[3] >> 16) & 0xFF;
        if (parts[2] != 0 || digits == 0 || scale > 8)
        {
            Utf8Formatter.TryFormat(value, room, out var whole);
            return whole;
        }

        // Most are short: their digits as a whole number, and a point among them.
        var start = 0;
        if (parts[3] < 0)
        {
            room[start++] = (byte)'-';
        }

        if (scale == 0)
        {
            Utf8Formatter.TryFormat(digits, room[start..], out var whole);
            return start + whole;
        }

        var (before, behind) = Math.DivRem(digits, Powers[scale]);
        Utf8Formatter.TryFormat(before, room[start..], out var length);
        length += start;
        room[length++] = (byte)'.';
        for (var place = scale - 1; place >= 0; place--)
        {
            (behind, var digit) = Math.DivRem(behind, 10UL);
            room[length + place] = (byte)('0' + digit);
        }

        return length + scale;
    }

    private static ReadOnlySpan<ulong> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    private static int Day(DateOnly day, Span<byte> room)
    {
        Digits(room, day.Year, 4);
        room[4] = (byte)'-';
        Digits(room[5..], day.Month, 2);
        room[7] = (byte)'-';
        Digits(room[8..], day.Day, 2);
        return 10;
    }

    private static int Moment(DateTime moment, Span<byte> room)
    {
        var length = Day(DateOnly.FromDateTime(moment), room);
        room[length++] = (byte)'T';
        Digits(room[length..], moment.Hour, 2);
        room[length + 2] = (byte)':';
        Digits(room[(length + 3)..], moment.Minute, 2);
        room[length + 5] = (byte)':';
        Digits(room[(length + 6)..], moment.Second, 2);
        length += 8;
        var fraction = (int)(moment.Ticks % TimeSpan.TicksPerSecond);
        if (fraction > 0)
        {
            room[length] = (byte)'.';
            Digits(room[(length + 1)..], fraction, 7);
            length += 8;
            while (room[length - 1] == (byte)'0')
            {
                length--;
            }
        }

        room[length] = (byte)'Z';
        return length + 1;
    }

    private static void Digits(Span<byte> room, int value, int count)
    {
        for (var place = count - 1; place >= 0; place--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            room[place] = (byte)('0' + digit);
        }
    }
}
