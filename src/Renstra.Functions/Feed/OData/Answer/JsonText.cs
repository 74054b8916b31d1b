using System.Buffers;
using System.Buffers.Text;

namespace Renstra.Functions.Feed.OData.Answer;

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
