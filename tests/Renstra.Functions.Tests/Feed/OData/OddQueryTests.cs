using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Renstra.Testing;
using Renstra.Testing.Azurite;

namespace Renstra.Functions.Tests.Feed.OData;

/// <summary>
/// Hundreds of queries that few would send, and what OData says of each. They stand in <c>odd-queries.txt</c>, whose head explains how
/// to read it, and were written from the specification before the feed was asked.
/// </summary>
public sealed partial class OddQueryTests(AzuriteFixture azurite)
{
    private const string File = "tests/Renstra.Functions.Tests/Feed/OData/odd-queries.txt";

    [Fact]
    public async Task Odd_queries_are_answered_as_OData_says()
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        await feed.Data.ReportsAsync("2024-01", 10);
        await feed.Data.CloseAsync("2024-01");
        var queries = GoldenFile.Read(File).Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(queries.Count > 500);

        var wrong = new List<string>();
        foreach (var query in queries)
        {
            var (request, expected) = query.Split(" => ") is [var asked, var outcome] ? (asked, outcome) : throw new InvalidDataException(query);
            var answer = await AskAsync(feed, request);
            if (!(await Task.WhenAll(Alternatives().Split(expected).Select(one => IsAsync(feed, answer, one)))).Contains(true))
            {
                wrong.Add($"{query}\n    {(int)answer.Status} {answer.Body}"[..Math.Min(query.Length + 600, query.Length + 9 + answer.Body.Length)]);
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {queries.Count} are wrong\n\n{string.Join("\n\n", wrong)}");
        Assert.DoesNotContain(feed.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    /// <summary>Whether a query as long as people's tools make them is answered or refused, and never breaks the feed.</summary>
    [Theory]
    [InlineData("Nomor eq 7", " or Nomor eq 7", 200, 2)]
    [InlineData("Nomor eq 7", " or Nomor eq 7", 330, null)]
    [InlineData("Nomor in (7", ",7", 400, 2)]
    [InlineData("Nomor add 0", " add 0", 100, null)]
    public async Task Long_conditions_are_answered_or_refused(string first, string next, int times, int? rows)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        var condition = first + string.Concat(Enumerable.Repeat(next, times)) + (first.Contains('(', StringComparison.Ordinal) ? ")" : "");

        var answer = await AskAsync(feed, $"KinerjaTahunan?$filter={condition}");

        Assert.Equal(rows is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.Status);
        Assert.Equal(rows, Rows(answer)?.Count);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not (", ")")]
    [InlineData("-", "")]
    [InlineData("tolower(", ")")]
    public async Task Deep_conditions_are_answered_or_refused(string open, string close)
    {
        await using var feed = await FeedApp.StartAsync(azurite);
        foreach (var depth in new[] { 20, 100, 700 })
        {
            var inner = open switch { "-" => "Nomor eq 7", "tolower(" => "NamaIndikator", _ => "Nomor eq 7" };
            var condition = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth)) + (open == "tolower(" ? " ne ''" : "");

            var answer = await AskAsync(feed, $"KinerjaTahunan?$filter={condition}");

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{depth}: {(int)answer.Status} {answer.Body}");
            Assert.True(depth > 20 || answer.Status == HttpStatusCode.OK, answer.Body);
        }
    }

    private static async Task<bool> IsAsync(FeedApp feed, Answer answer, string expected)
    {
        var (kind, value) = expected.Split(' ', 2) is [var one, var rest] ? (one, rest) : (expected, "");
        return kind switch
        {
            "refused" => ((int)answer.Status is >= 400 and < 500 or 501) && IsError(answer),
            "rows" => Rows(answer)?.Count == int.Parse(value, CultureInfo.InvariantCulture),
            "count" => Json(answer) is { } json && (json.TryGetProperty("@odata.count", out var count) || json.TryGetProperty("@count", out count)) && count.GetInt64() == long.Parse(value, CultureInfo.InvariantCulture),
            "is" => Rows(answer) is { } rows && string.Join(" | ", rows.Select(row => string.Join(',', row.EnumerateObject().Where(column => !column.Name.Contains('@')).Select(column => TextOf(column.Value))))) == value,
            "text" => answer.Status == HttpStatusCode.OK && answer.Body == value.Replace("\\r\\n", "\r\n", StringComparison.Ordinal),
            "same" => await AskAsync(feed, value) is var other && Rows(other) is { Count: > 0 } wanted && Rows(answer) is { } got && wanted.Select(row => row.GetRawText()).SequenceEqual(got.Select(row => row.GetRawText())),
            _ => (int)answer.Status == int.Parse(kind, CultureInfo.InvariantCulture) && ((int)answer.Status < 400 || answer.Method == "HEAD" || IsError(answer)),
        };
    }

    private static bool IsError(Answer answer) =>
        JsonDocument.Parse(answer.Body).RootElement.TryGetProperty("error", out var error) && error.GetProperty("code").GetString() != "KesalahanSistem";

    private static JsonElement? Json(Answer answer) => answer.Status == HttpStatusCode.OK && answer.Body.StartsWith('{') ? JsonDocument.Parse(answer.Body).RootElement : null;

    private static List<JsonElement>? Rows(Answer answer) => Json(answer) is { } json && json.TryGetProperty("value", out var rows) ? [.. rows.EnumerateArray()] : null;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static async Task<Answer> AskAsync(FeedApp feed, string asked)
    {
        using var request = new HttpRequestMessage();
        if (asked[0] == '{')
        {
            var header = asked[1..asked.IndexOf('}', StringComparison.Ordinal)];
            asked = asked[(header.Length + 3)..];
            Assert.True(request.Headers.TryAddWithoutValidation(header[..header.IndexOf(": ", StringComparison.Ordinal)], header[(header.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        }

        var end = asked.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && asked[..end].All(char.IsAsciiLetter))
        {
            request.Method = new HttpMethod(asked[..end]);
            asked = asked[(end + 1)..];
        }

        // What is percent-encoded stays so; what HTTP cannot carry is encoded.
        var address = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(asked))
        {
            address.Append(letter is > 0x20 and < 0x7F and not (byte)'"' and not (byte)'\\' ? ((char)letter).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{letter:X2}"));
        }

        request.RequestUri = new Uri($"{feed.Address.AbsoluteUri}odata/{address}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await feed.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(request.Method.Method, response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The <c>or</c> between two outcomes, and not one in an address.</summary>
    [GeneratedRegex(@" or (?=(?:\d{3}|refused|rows|count|is|text|same)\b)")]
    private static partial Regex Alternatives();

    private sealed record Answer(string Method, HttpStatusCode Status, string Body);
}
