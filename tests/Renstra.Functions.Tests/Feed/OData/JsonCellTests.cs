using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Renstra.Functions.Feed.OData.Answer;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>Cells are written as .NET's own JSON writer would write them, and as their plain texts.</summary>
public sealed class JsonCellTests
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Decimals_keep_all_their_digits() =>
        Gen.OneOf(
            Gen.Decimal,
            Gen.Select(Gen.Long, Gen.Int[0, 28]).Select((digits, scale) => new decimal((int)digits, (int)(digits >> 32), 0, digits < 0, (byte)scale)),
            Gen.Select(Gen.Int, Gen.Int[0, 9]).Select((digits, scale) => new decimal(Math.Abs((long)digits) is var all ? (int)all : 0, (int)(Math.Abs((long)digits) >> 32), 0, digits < 0, (byte)scale)),
            OneOf(0m, -0m, 0.00m, 0.05m, -0.05m, 65.50m, decimal.MaxValue, decimal.MinValue, 0.00000001m, 100m))
        .Sample(value => AssertSame(typeof(decimal?), value, writer => writer.WriteNumberValue(value)), iter: 20_000);

    [Fact]
    public void Texts_are_escaped_where_JSON_asks_for_it() =>
        Gen.OneOf(Gen.String, OneOf("", "Kabupaten Timor Tengah Selatan", "a\"b\\c", "baris\r\nbaru\t", "é ñ 日本 😀", "</script>", "\u2028\ud800", "'&+<>`", "\u007f\u0000"))
        .Sample(value => AssertSame(typeof(string), value, writer => writer.WriteStringValue(value)), iter: 5_000);

    [Fact]
    public void Whole_numbers_flags_and_times_are_written_as_their_plain_texts()
    {
        Gen.Int.Sample(value => AssertSame(typeof(int?), value, writer => writer.WriteNumberValue(value)));
        Gen.Long.Sample(value => AssertSame(typeof(long?), value, writer => writer.WriteNumberValue(value)));
        Gen.Bool.Sample(value => AssertSame(typeof(bool?), value, writer => writer.WriteBooleanValue(value)));
        Gen.Date.Select(DateOnly.FromDateTime).Sample(value => AssertSame(typeof(DateOnly?), value, writer => writer.WriteStringValue(JsonValues.Text(value))));
        Gen.Select(Gen.DateTimeOffset, OneOf(1L, 10L, 1_000L, 10_000L, TimeSpan.TicksPerSecond))
            .Select((moment, unit) => new DateTimeOffset(moment.UtcTicks / unit * unit, TimeSpan.Zero))
            .Sample(value => AssertSame(typeof(DateTimeOffset?), value, writer => writer.WriteStringValue(JsonValues.Text(value))));
    }

    [Theory]
    [InlineData(typeof(decimal?), false, "{\"a\":1.50}")]
    [InlineData(typeof(decimal?), true, "{\"a\":\"1.50\"}")]
    public void Numbers_can_be_texts(Type type, bool asText, string expected) => Assert.Equal(expected, Written(type, 1.50m, numbersAsText: asText));

    [Fact]
    public void A_column_without_a_value_is_null_or_left_out_and_the_type_is_said_of_values_alone()
    {
        Assert.Equal("{\"a\":null}", Written(typeof(long?), null, isTyped: true));
        Assert.Equal("{}", Written(typeof(long?), null, omitsNull: true));
        Assert.Equal("{\"a@odata.type\":\"#Int64\",\"a\":7}", Written(typeof(long?), 7L, isTyped: true));
        Assert.Equal("{\"a\":\"x\"}", Written(typeof(string), "x", isTyped: true));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void AssertSame(Type type, object value, Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("a");
            write(writer);
            writer.WriteEndObject();
        }

        Assert.Equal(Encoding.UTF8.GetString(output.ToArray()), Written(type, value));
    }

    private static string Written(Type type, object? value, bool isTyped = false, bool omitsNull = false, bool numbersAsText = false)
    {
        var column = RowColumn.Of("a", type, 0, isDeclared: true);
        using var output = new AnswerBuffer();
        output.Add((byte)'{');
        JsonCell.Of(column).Write(output, new GroupedRow([value]), isTyped, omitsNull, numbersAsText);
        output.Add((byte)'}');
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
