using System.Text.Json;
using NCrontab;

namespace Renstra.LocalHost.Host;

/// <summary>What <c>host.json</c> and the <c>function.json</c> files declare: all that a Functions host knows of an app.</summary>
/// <param name="Timeout">How long an invocation may take.</param>
/// <param name="Http">Functions that clients call.</param>
/// <param name="Blobs">Functions that blobs call.</param>
/// <param name="Timers">Functions that the clock calls.</param>
internal sealed record FunctionDeclarations(
    TimeSpan Timeout, IReadOnlyList<HttpFunction> Http, IReadOnlyList<BlobFunction> Blobs, IReadOnlyList<TimerFunction> Timers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Reads them from the folder of an app, as built or published.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be, or asks for what is not played here; the message names it.</exception>
    public static FunctionDeclarations Read(string folder)
    {
        var host = ReadJson<HostJson>(Path.Combine(folder, "host.json"));
        if (!host.CustomHandler.EnableProxyingHttpRequest)
        {
            throw new InvalidDataException("host.json: only customHandler.enableProxyingHttpRequest is played here; set it to true.");
        }

        var http = new List<HttpFunction>();
        var blobs = new List<BlobFunction>();
        var timers = new List<TimerFunction>();
        foreach (var file in FunctionFiles(folder))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)!);
            if (ReadJson<FunctionJson>(file).Bindings.Where(IsTrigger).ToArray() is not [var trigger])
            {
                throw new InvalidDataException($"{file}: there is not exactly one trigger.");
            }

            switch (trigger.Type)
            {
                case "httpTrigger":
                    http.Add(HttpFunctionOf(name, trigger, host.Extensions.Http.RoutePrefix, file));
                    break;
                case "blobTrigger":
                    blobs.Add(new BlobFunction(name, trigger.Name, Parse(file, trigger.Path, text => new BlobPathPattern(text))));
                    break;
                case "timerTrigger":
                    timers.Add(new TimerFunction(name, trigger.Name, Parse(file, trigger.Schedule, ParseSchedule)));
                    break;
                default:
                    throw new InvalidDataException($"{file}: the trigger \"{trigger.Type}\" is not played here.");
            }
        }

        return new FunctionDeclarations(host.FunctionTimeout, http, blobs, timers);
    }

    private static IEnumerable<string> FunctionFiles(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Select(function => Path.Combine(function, "function.json"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);

    private static bool IsTrigger(FunctionJson.Binding binding) => binding.Type.EndsWith("Trigger", StringComparison.Ordinal);

    private static HttpFunction HttpFunctionOf(string name, FunctionJson.Binding trigger, string routePrefix, string file) =>
        trigger.AuthLevel == "anonymous"
            ? new HttpFunction(
                name,
                routePrefix.Length == 0 ? trigger.Route ?? name : $"{routePrefix}/{trigger.Route ?? name}",
                trigger.Methods?.Select(method => method.ToUpperInvariant()).ToArray() ?? AllMethods)
            : throw new InvalidDataException($"{file}: only the authLevel anonymous is played here; host keys are not.");

    // The host takes seconds first; without them it would read five fields.
    private static CrontabSchedule ParseSchedule(string text) =>
        CrontabSchedule.Parse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    private static T Parse<T>(string file, string? text, Func<string, T> parse)
    {
        try
        {
            return parse(text ?? "");
        }
        catch (Exception exception) when (exception is FormatException or CrontabException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }

    private static T ReadJson<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json)
                ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }
}
