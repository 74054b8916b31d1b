using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Renstra.Functions.Feed.OData.Model;
using Renstra.Transform.Calendar;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// Where the next page of a walk begins, and what the walk is read from. Opaque to clients: base64url of JSON and a checksum, which
/// covers the query too, so that a token that was altered, or moved to another query, is told from one that this feed gave out.
/// </summary>
/// <param name="Position">The values that the last row delivered is ordered by.</param>
/// <param name="Remaining">How many rows of <c>$top</c> are still due; null without <c>$top</c>.</param>
/// <param name="Count">The answer to <c>$count=true</c> as the first page gave it.</param>
/// <param name="Releases">The releases that the walk is read from.</param>
internal sealed record SkipToken(IReadOnlyList<object?> Position, long? Remaining, long? Count, ReleaseNumbers? Releases)
{
    private const int ChecksumLength = 9;

    /// <summary>A century.</summary>
    private const int MostMonths = 1_200;

    /// <param name="query">The set and the options that decide on rows and order.</param>
    public string Write(string query)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Content(
            [.. Position.Select(PositionValue.Write)],
            Remaining,
            Count,
            Releases?.First.ToString(),
            Releases?.Numbers));
        return Base64Url.EncodeToString([.. Checksum(json, query), .. json]);
    }

    /// <summary>Reads a token that <see cref="Write"/> wrote for the same query.</summary>
    /// <exception cref="RefusedRequest">It is not one.</exception>
    public static SkipToken Read(string text, string query)
    {
        // The decoder overlooks spaces and bits that stand for nothing; the feed writes none.
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > ChecksumLength } bytes || Base64Url.EncodeToString(bytes) != text)
        {
            throw Unknown();
        }

        var json = bytes.AsSpan(ChecksumLength);
        if (!bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(json, query)))
        {
            throw Unknown();
        }

        // The checksum keeps accidents out, not someone who works it out: what the token holds is checked as a stranger's.
        try
        {
            var content = JsonSerializer.Deserialize<Content>(json);
            return content is { Position.Count: > 0, Remaining: null or > 0, Count: null or >= 0 }
                ? new SkipToken([.. content.Position.Select(PositionValue.Read)], content.Remaining, content.Count, ReleasesOf(content))
                : throw Unknown();
        }
        catch (Exception foreign) when (foreign is JsonException or FormatException or OverflowException)
        {
            throw Unknown();
        }
    }

    /// <summary>What is said of a token that is none of this feed's, or not for this query.</summary>
    public static RefusedRequest Unknown() =>
        RefusedRequest.Mistaken("Nilai $skiptoken tidak dikenal untuk permintaan ini. Mulailah lagi dari halaman pertama.");

    private static ReleaseNumbers? ReleasesOf(Content content) => (content.FirstMonth, content.Numbers) switch
    {
        (null, null) => null,
        ({ } first, { Count: <= MostMonths } numbers) when numbers.All(number => number >= 0) => new ReleaseNumbers(ReportingMonth.Parse(first), numbers),
        _ => throw Unknown(),
    };

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> json, string query) =>
        SHA256.HashData([.. json, .. Encoding.UTF8.GetBytes(query)]).AsSpan(0, ChecksumLength);

    private sealed record Content(IReadOnlyList<string?> Position, long? Remaining, long? Count, string? FirstMonth, IReadOnlyList<int>? Numbers);
}

/// <summary>A value of a position as text that keeps its type: a letter for the type, then the value.</summary>
internal static class PositionValue
{
    private const string MomentFormat = "O";

    public static string? Write(object? value) => value switch
    {
        null => null,
        string text => $"s{text}",
        bool flag => flag ? "b1" : "b0",
        int whole => string.Create(CultureInfo.InvariantCulture, $"i{whole}"),
        long whole => string.Create(CultureInfo.InvariantCulture, $"l{whole}"),
        decimal number => string.Create(CultureInfo.InvariantCulture, $"n{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"f{number:R}"),
        DateOnly day => "d" + day.ToString(MomentFormat, CultureInfo.InvariantCulture),
        DateTimeOffset moment => "t" + moment.ToString(MomentFormat, CultureInfo.InvariantCulture),
        _ => throw RefusedRequest.NotOffered($"pengurutan menurut nilai {value.GetType().Name}"),
    };

    /// <exception cref="FormatException">It is no such value.</exception>
    public static object? Read(string? text) => text is null ? null : text.Length == 0 ? throw new FormatException("A position has no empty values.") : text[0] switch
    {
        's' => text[1..],
        'b' => text == "b1",
        'i' => int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'l' => long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'n' => decimal.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'f' => double.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        'd' => DateOnly.ParseExact(text.AsSpan(1), MomentFormat, CultureInfo.InvariantCulture),
        't' => DateTimeOffset.ParseExact(text.AsSpan(1), MomentFormat, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"'{text}' is no value of a position."),
    };
}
