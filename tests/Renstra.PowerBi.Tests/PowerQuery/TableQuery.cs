using System.Globalization;
using System.Text.Json;
using Renstra.PowerBi.Tests.Model;

namespace Renstra.PowerBi.Tests.PowerQuery;

/// <summary>
/// A table's query as M's parser understands it, step by step: what it asks of the feed, and what is done to the answer afterwards.
/// Power Query folds row filters with constants and choices of columns into an OData request; what comes after the first step of
/// another kind it does itself.
/// </summary>
/// <param name="Set">The set of the feed that it opens.</param>
/// <param name="Filters">The conditions of its row filters that fold.</param>
/// <param name="Columns">The columns that it chooses.</param>
/// <param name="Afterwards">Names of the functions that come after.</param>
internal sealed record TableQuery(string Set, IReadOnlyList<JsonElement> Filters, IReadOnlyList<string> Columns, IReadOnlyList<string> Afterwards)
{
    public static TableQuery Of(JsonElement tree)
    {
        var steps = tree.GetProperty("let").EnumerateObject().ToList();
        var first = steps[0].Value;
        Assert.Equal("BukaUmpan", first.GetProperty("call").GetString());
        var set = first.GetProperty("arguments")[0].GetProperty("value").GetString()!;
        var filters = new List<JsonElement>();
        IReadOnlyList<string> columns = [];
        var afterwards = new List<string>();
        for (var index = 1; index < steps.Count; index++)
        {
            var step = steps[index].Value;
            var arguments = step.GetProperty("arguments");

            // Each step goes on from the one before: nothing is read twice, nothing left out.
            Assert.Equal(steps[index - 1].Name, arguments[0].GetProperty("name").GetString());
            switch (step.GetProperty("call").GetString())
            {
                case "Table.SelectRows" when afterwards.Count == 0 && columns.Count == 0:
                    filters.Add(arguments[1].GetProperty("each"));
                    break;
                case "Table.SelectColumns" when afterwards.Count == 0:
                    columns = [.. arguments[1].GetProperty("list").EnumerateArray().Select(each => each.GetProperty("value").GetString()!)];
                    break;
                case var other:
                    afterwards.Add(other!);
                    break;
            }
        }

        Assert.Equal(steps[^1].Name, tree.GetProperty("in").GetProperty("name").GetString());
        return new TableQuery(set, filters, columns, afterwards);
    }

    /// <summary>The request that folding makes of it, relative to the feed's root.</summary>
    public string Request(Constants constants)
    {
        var conditions = string.Join(" and ", Filters.Select(filter => Condition(filter, constants)));
        return $"{Set}?{(conditions.Length == 0 ? "" : $"$filter={conditions}&")}$select={string.Join(',', Columns)}";
    }

    private string Condition(JsonElement node, Constants constants)
    {
        if (node.TryGetProperty("operator", out var named))
        {
            var (left, right) = (Condition(node.GetProperty("left"), constants), Condition(node.GetProperty("right"), constants));
            return named.GetString() switch
            {
                "and" => $"{left} and {right}",
                ">=" => $"{left} ge {right}",
                "<" => $"{left} lt {right}",
                "=" => $"{left} eq {right}",
                var other => throw new FormatException($"{other} is not expected in a row filter."),
            };
        }

        if (node.TryGetProperty("field", out var field))
        {
            Assert.Contains(field.GetString()!, FeedMetadata.Sets[Set].Keys);
            return field.GetString()!;
        }

        return constants.Literal(node);
    }
}

/// <summary>What of an M expression does not depend on a row, and is a constant by the time that a filter folds.</summary>
/// <param name="functions">The functions of the model, as parsed.</param>
/// <param name="parameters">The values of the date/time parameters.</param>
internal sealed class Constants(JsonElement functions, IReadOnlyDictionary<string, DateOnly> parameters)
{
    public string Literal(JsonElement node) =>
        node.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() ? "true" : "false"
            : Number(node, parameters).ToString(CultureInfo.InvariantCulture);

    private long Number(JsonElement node, IReadOnlyDictionary<string, DateOnly> scope)
    {
        if (node.TryGetProperty("value", out var value))
        {
            return value.GetInt64();
        }

        if (node.TryGetProperty("operator", out var named))
        {
            var (left, right) = (Number(node.GetProperty("left"), scope), Number(node.GetProperty("right"), scope));
            return named.GetString() switch
            {
                "*" => left * right,
                "+" => left + right,
                var other => throw new FormatException($"{other} is not expected in a constant."),
            };
        }

        var argument = scope[node.GetProperty("arguments")[0].GetProperty("name").GetString()!];
        switch (node.GetProperty("call").GetString())
        {
            case "Date.Year":
                return argument.Year;
            case "Date.Month":
                return argument.Month;
            case var function:
                var called = functions.GetProperty(function!).GetProperty("tree");
                var parameter = called.GetProperty("parameters")[0].GetString()!;
                return Number(called.GetProperty("body"), new Dictionary<string, DateOnly>(StringComparer.Ordinal) { [parameter] = argument });
        }
    }
}
