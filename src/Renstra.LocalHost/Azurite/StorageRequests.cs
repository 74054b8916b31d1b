using System.Globalization;
using System.Text.RegularExpressions;

namespace Renstra.LocalHost.Azurite;

/// <summary>Counts the requests in Azurite's access log by kind: what they cost in time here, they cost in money in Azure.</summary>
internal sealed partial class StorageRequests
{
    private readonly Lock _counting = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts a line of the log, if it is of a request.</summary>
    public void Read(string line)
    {
        if (KindOf(line) is { } kind)
        {
            lock (_counting)
            {
                _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            }
        }
    }

    /// <summary>The counts so far, by kind.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_counting)
            {
                return new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Method, container or table, and operation, such as <c>GET kiriman?comp=list</c> or <c>PUT tanda-terima/*</c>; null for any other line.</summary>
    public static string? KindOf(string line)
    {
        if (Request().Match(line) is not { Success: true } request)
        {
            return null;
        }

        var target = request.Groups["target"].Value;
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        var resource = parts is [] ? "" : Keys().Replace(Uri.UnescapeDataString(parts[0]), "");
        var keyed = parts.Length > 1 ? "/*" : parts is [var only] && only.Contains('=', StringComparison.Ordinal) ? "(key)" : "";
        var operation = query.Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{request.Groups["method"].Value} {resource}{keyed}{(operation is null ? "" : "?" + operation)}");
    }

    [GeneratedRegex("\"(?<method>[A-Z]+) (?<target>\\S+) HTTP/")]
    private static partial Regex Request();

    [GeneratedRegex(@"\(.*\)$")]
    private static partial Regex Keys();
}
