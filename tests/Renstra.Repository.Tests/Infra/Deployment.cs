using System.Text.Json.Nodes;

namespace Renstra.Repository.Tests.Infra;

/// <summary>
/// What a deployment would create, worked out by the compiler itself: loops unrolled, conditions decided, names and
/// settings evaluated; only what Azure alone knows (addresses, keys, ids of principals) is still an expression.
/// </summary>
internal sealed class Deployment(JsonNode snapshot)
{
    public const string FirstKeyHash = "1111111111111111111111111111111111111111111111111111111111111111";
    public const string SecondKeyHash = "2222222222222222222222222222222222222222222222222222222222222222";

    public const string OperatorsGroup = "00000000-0000-0000-0000-00000000000a";

    private const string Prefix = "Microsoft.";

    /// <summary>What the parameter files read from the environment: two feed keys and an operators' group.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>
    {
        ["RENSTRA_FEED_KEY_HASHES"] = $"{FirstKeyHash},{SecondKeyHash}",
        ["RENSTRA_OPERATORS_GROUP"] = OperatorsGroup,
    };

    /// <summary>Evaluates a parameter file.</summary>
    public static async Task<Deployment> EvaluateAsync(string parameters, CancellationToken cancellation)
    {
        using var infra = new InfraCopy();
        var run = await BicepCompiler.RunAsync(
            infra.FullPath,
            [
                "snapshot", parameters, "--mode", "overwrite",
                "--tenant-id", "00000000-0000-0000-0000-000000000001",
                "--subscription-id", "00000000-0000-0000-0000-000000000002",
                "--resource-group", "renstra",
                "--location", "southeastasia",
            ],
            cancellation,
            Environment);
        Assert.True(run.ExitCode == 0 && run.Messages.Length == 0, run.Messages);

        return new Deployment(JsonNode.Parse(infra.Read(Path.ChangeExtension(parameters, "snapshot.json")))!);
    }

    /// <summary>Resources of a type, written without <c>Microsoft.</c>.</summary>
    public IReadOnlyList<DeployedResource> Resources(string type) =>
        [.. All.Where(resource => resource.Type == Prefix + type)];

    public IReadOnlyList<DeployedResource> All { get; } =
    [
        .. snapshot["predictedResources"]!.AsArray().Select(resource => new DeployedResource(
            (string)resource!["type"]!,
            (string)resource["name"]!,
            (string)resource["id"]!,
            resource["properties"] ?? new JsonObject())),
    ];

    /// <summary>Settings of the function app.</summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        Resources("Web/sites/config").Single(config => config.LastName == "appsettings").Properties.AsObject()
            .ToDictionary(setting => setting.Key, setting => (string)setting.Value!);
}

/// <summary>A resource as it would be created; nested ones carry the names of their parents, separated by slashes.</summary>
internal sealed record DeployedResource(string Type, string Name, string Id, JsonNode Properties)
{
    public string FirstName => Name.Split('/')[0];

    public string LastName => Name.Split('/')[^1];
}
