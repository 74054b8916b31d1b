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
