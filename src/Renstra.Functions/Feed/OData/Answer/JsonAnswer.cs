using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Functions.Feed.OData.Query;

namespace Renstra.Functions.Feed.OData.Answer;

/// <summary>Writes answers as OData JSON (OData JSON Format 4.0).</summary>
/// <param name="root">The feed's root address.</param>
/// <param name="format">What the client asked for.</param>
/// <param name="omitsNulls">Whether columns without a value are left out.</param>
internal sealed class JsonAnswer(string root, JsonFormat format, bool omitsNulls)
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Answers are JSON and say that nothing else may be made of them; names need no escaping for HTML's sake.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public void WriteService(IBufferWriter<byte> output, FeedModel model) => Write(output, writer =>
    {
        WriteContext(writer, "");
        writer.WriteStartArray("value");
        foreach (var set in model.Sets)
        {
            writer.WriteStartObject();
            writer.WriteString("name", set.Name);
            writer.WriteString("kind", "EntitySet");
            writer.WriteString("url", set.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public void WritePage(AnswerBuffer output, FeedSet set, RowPage page, IReadOnlyList<string>? selected, string? nextLink) => Write(output, writer =>
    {
        var columns = Columns(page.Shape, selected);
        var expansions = page.Expansions;
        var isSubset = selected is not null || expansions.Count > 0 || columns.Any(column => !column.IsDeclared) || columns.Count < set.Columns.Count;
        WriteContext(writer, $"#{set.Name}{(isSubset ? Names(selected is null && page.Shape.Columns.All(column => column.IsDeclared) && columns.Count == set.Columns.Count ? [] : columns, expansions) : "")}");
        if (page.Count is { } count)
        {
            // Control information: a string where 64-bit numbers are strings.
            writer.WritePropertyName("@odata.count");
            JsonValues.Write(writer, count, format.NumbersAsText);
        }

        writer.WriteStartArray("value");
        writer.Flush();
        var members = MembersOf(set, columns, expansions);
        foreach (var row in page.Rows)
        {
            if (output.Last != (byte)'[')
            {
                output.Add((byte)',');
            }

            WriteObject(output, members, row);
        }

        writer.WriteEndArray();
        if (nextLink is not null)
        {
            writer.WriteString("@odata.nextLink", nextLink);
        }
    });

    public void WriteEntity(AnswerBuffer output, FeedSet set, RowShape shape, object row, IReadOnlyList<Expansion> expansions, IReadOnlyList<string>? selected) => Write(output, writer =>
    {
        var columns = Columns(shape, selected);
        WriteContext(writer, $"#{set.Name}{(selected is null && expansions.Count == 0 ? "" : Names(selected is null ? [] : columns, expansions))}/$entity");
        writer.Flush();
        WriteMembers(output, MembersOf(set, columns, expansions), row);
    });

    public void WriteProperty(IBufferWriter<byte> output, FeedSet set, object row, string column, object value) => Write(output, writer =>
    {
        WriteContext(writer, $"#{set.Name}{KeyOf(set, row)}/{column}");
        if (format.Information == ControlInformation.Full && JsonValues.TypeName(value) is { } type)
        {
            writer.WriteString("@odata.type", type);
        }

        writer.WritePropertyName("value");
        JsonValues.Write(writer, value, format.NumbersAsText);
    });

    public static void WriteError(IBufferWriter<byte> output, RefusedRequest error) => Write(output, writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        if (error.Detail is not null)
        {
            writer.WriteStartArray("details");
            writer.WriteStartObject();
            writer.WriteString("code", error.Status.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("message", error.Detail);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    private static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> writeMembers)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter writer, string fragment)
    {
        if (format.Information != ControlInformation.None)
        {
            writer.WriteString("@odata.context", $"{root}/$metadata{fragment}");
        }
    }

    private void WriteObject(AnswerBuffer output, RowMembers members, object row)
    {
        output.Add((byte)'{');
        WriteMembers(output, members, row);
        output.Add((byte)'}');
    }

    private void WriteMembers(AnswerBuffer output, RowMembers members, object row)
    {
        if (format.Information == ControlInformation.Full && row is not GroupedRow)
        {
            JsonCell.WriteMember(output, "@odata.type", $"#{FeedModel.TypeNameOf(members.Set)}");
            JsonCell.WriteMember(output, "@odata.id", $"{root}/{members.Set.Name}{KeyOf(members.Set, row)}");
        }

        foreach (var (cell, isTyped) in members.Cells)
        {
            cell.Write(output, row, isTyped, omitsNulls, format.NumbersAsText);
        }

        foreach (var (expansion, inner) in members.Expanded)
        {
            JsonCell.Separate(output);
            JsonCell.WriteText(output, expansion.Asked.Link.Name);
            output.Add((byte)':');
            if (expansion.Of(row) is { } target)
            {
                WriteObject(output, inner, target);
            }
            else
            {
                output.Add("null"u8);
            }
        }
    }

    private RowMembers MembersOf(FeedSet set, IReadOnlyList<RowColumn> columns, IReadOnlyList<Expansion> expansions) => new(
        set,
        [.. columns.Select(column => (JsonCell.Of(column), format.Information == ControlInformation.Full || (!column.IsDeclared && format.Information != ControlInformation.None)))],
        [.. expansions.Select(expansion => (expansion, MembersOf(expansion.Asked.Link.Target, expansion.Columns, [])))]);

    private static IReadOnlyList<RowColumn> Columns(RowShape shape, IReadOnlyList<string>? selected) =>
        selected is null ? shape.Columns : [.. selected.Select(name => shape[name])];

    private static string Names(IReadOnlyList<RowColumn> columns, IReadOnlyList<Expansion> expansions) => $"({string.Join(',', columns.Select(column => column.Name)
        .Concat(expansions.Select(each => $"{each.Asked.Link.Name}({(each.Asked.Selected is null ? "" : string.Join(',', each.Columns.Select(column => column.Name)))})")))})";

    private static string KeyOf(FeedSet set, object row) => set.Keys.Count == 1
        ? $"({JsonValues.Literal(set.Keys[0].Read(row)!)})"
        : $"({string.Join(',', set.Keys.Select(key => $"{key.Name}={JsonValues.Literal(key.Read(row)!)}"))})";

    /// <summary>What is written of every row.</summary>
    private sealed record RowMembers(FeedSet Set, (JsonCell Cell, bool IsTyped)[] Cells, (Expansion Expansion, RowMembers Inner)[] Expanded);
}
