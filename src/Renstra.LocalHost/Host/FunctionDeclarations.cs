using System.Text.Json;
using System.Text.RegularExpressions;
using NCrontab;
using Renstra.LocalHost.Host.Rpc;

namespace Renstra.LocalHost.Host;

/// <summary>A function that is called for every new or changed blob.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BindingName">Under this name it takes the blob.</param>
/// <param name="Path">Which blobs.</param>
/// <param name="Connection">The setting that holds the connection to their account.</param>
internal sealed record BlobFunction(string Name, string BindingName, BlobPathPattern Path, string Connection);

/// <summary>A function that a client's request reaches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BindingName">Under this name it takes the request.</param>
/// <param name="Route">Route template below the root, such as <c>odata/{*path}</c>.</param>
/// <param name="Methods">The methods it answers, upper case; every other one finds nothing there.</param>
internal sealed record HttpFunction(string Name, string BindingName, string Route, IReadOnlyList<string> Methods);

/// <summary>A function that is called by the clock.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BindingName">Under this name it takes the schedule's state.</param>
/// <param name="Schedule">When, in UTC.</param>
internal sealed record TimerFunction(string Name, string BindingName, CrontabSchedule Schedule)
{
    /// <summary>The first time due after <paramref name="instant"/>.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) => new(Schedule.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}

/// <summary>What the worker says of its functions, read as the Functions host reads it. Nothing is declared a second time.</summary>
/// <param name="Http">Functions that clients call.</param>
/// <param name="Blobs">Functions that blobs call.</param>
/// <param name="Timers">Functions that the clock calls.</param>
internal sealed partial record FunctionDeclarations(
    IReadOnlyList<HttpFunction> Http, IReadOnlyList<BlobFunction> Blobs, IReadOnlyList<TimerFunction> Timers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Reads the raw bindings.</summary>
    /// <param name="functions">As the worker has told them.</param>
    /// <param name="routePrefix">That of <c>host.json</c>.</param>
    /// <param name="settings">Give <c>%NAME%</c> in a binding its value.</param>
    /// <exception cref="InvalidDataException">A function asks for what is not played here, or for a setting that is missing; the message names it.</exception>
    public static FunctionDeclarations Of(
        IEnumerable<RpcFunctionMetadata> functions, string routePrefix, IReadOnlyDictionary<string, string> settings)
    {
        var http = new List<HttpFunction>();
        var blobs = new List<BlobFunction>();
        var timers = new List<TimerFunction>();
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.Ordinal))
        {
            try
            {
                if (function.RawBindings.Select(raw => JsonSerializer.Deserialize<Binding>(raw, Json)!).Where(IsTrigger).ToArray() is not [var trigger])
                {
                    throw new FormatException("there is not exactly one trigger");
                }

                switch (trigger.Type)
                {
                    case "httpTrigger":
                        http.Add(HttpFunctionOf(function.Name, trigger, routePrefix));
                        break;
                    case "blobTrigger":
                        blobs.Add(new BlobFunction(
                            function.Name, trigger.Name, new BlobPathPattern(Resolve(trigger.Path, settings)), trigger.Connection ?? "AzureWebJobsStorage"));
                        break;
                    case "timerTrigger":
                        timers.Add(new TimerFunction(function.Name, trigger.Name, ParseSchedule(Resolve(trigger.Schedule, settings))));
                        break;
                    default:
                        throw new FormatException($"the trigger \"{trigger.Type}\" is not played here");
                }
            }
            catch (Exception exception) when (exception is FormatException or CrontabException or JsonException)
            {
                throw new InvalidDataException($"The function {function.Name} cannot be served: {exception.Message}", exception);
            }
        }

        return new FunctionDeclarations(http, blobs, timers);
    }

    private static bool IsTrigger(Binding binding) => binding.Type.EndsWith("Trigger", StringComparison.Ordinal);

    private static HttpFunction HttpFunctionOf(string name, Binding trigger, string routePrefix) =>
        string.Equals(trigger.AuthLevel, "anonymous", StringComparison.OrdinalIgnoreCase)
            ? new HttpFunction(
                name,
                trigger.Name,
                routePrefix.Length == 0 ? trigger.Route ?? name : $"{routePrefix}/{trigger.Route ?? name}",
                trigger.Methods?.Select(method => method.ToUpperInvariant()).ToArray() ?? AllMethods)
            : throw new FormatException("only the authLevel anonymous is played here; host keys are not");

    // The host takes seconds first; without them it would read five fields.
    private static CrontabSchedule ParseSchedule(string text) =>
        CrontabSchedule.Parse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    private static string Resolve(string? text, IReadOnlyDictionary<string, string> settings) =>
        SettingName().Replace(text ?? "", match => settings.TryGetValue(match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal), out var value)
            ? value
            : throw new FormatException($"there is no setting {match.Groups[1].Value}"));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();

    /// <summary>One binding; which members it has depends on its type.</summary>
    private sealed record Binding(string Type, string Name)
    {
        public string AuthLevel { get; init; } = "function";

        public IReadOnlyList<string>? Methods { get; init; }

        public string? Route { get; init; }

        public string? Path { get; init; }

        public string? Connection { get; init; }

        public string? Schedule { get; init; }
    }
}

/// <summary>What is read of <c>host.json</c>, with the defaults that Azure documents.</summary>
/// <param name="FunctionTimeout">The longest an invocation may take.</param>
/// <param name="RoutePrefix">Before every route.</param>
/// <param name="MaxOutstandingRequests">How many requests may wait and run together; one more is refused. -1 for any number.</param>
/// <param name="MaxConcurrentRequests">How many of them run; the others wait for their turn. -1 for any number.</param>
internal sealed record HostJson(TimeSpan FunctionTimeout, string RoutePrefix, int MaxOutstandingRequests, int MaxConcurrentRequests)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads it from the folder of an app.</summary>
    /// <exception cref="InvalidDataException">It is not there or not JSON; the message names it.</exception>
    public static HostJson Read(string folder)
    {
        var file = Path.Combine(folder, "host.json");
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(file), Json)!;
            var http = content.Extensions?.Http;
            return new HostJson(
                content.FunctionTimeout ?? TimeSpan.FromMinutes(30), http?.RoutePrefix ?? "api", http?.MaxOutstandingRequests ?? -1, http?.MaxConcurrentRequests ?? -1);
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }

    private sealed record Content(TimeSpan? FunctionTimeout, ExtensionSettings? Extensions);

    private sealed record ExtensionSettings(HttpSettings? Http);

    private sealed record HttpSettings(string? RoutePrefix, int? MaxOutstandingRequests, int? MaxConcurrentRequests);
}
