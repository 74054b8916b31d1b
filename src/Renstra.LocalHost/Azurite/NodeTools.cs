using System.Globalization;

namespace Renstra.LocalHost.Azurite;

/// <summary>The Node and npm that install and run Azurite.</summary>
/// <param name="Node">The program, by path or as found on PATH.</param>
/// <param name="Npm">The program, by path or as found on PATH.</param>
internal sealed record NodeTools(string Node, string Npm)
{
    /// <summary>The oldest major version of Node that Azurite is known to run on here.</summary>
    public const int OldestMajorVersion = 20;

    private static readonly string AskForNode =
        string.Create(CultureInfo.InvariantCulture, $"install Node {OldestMajorVersion} or newer, which runs Azurite, the local storage");

    /// <summary>Those on PATH.</summary>
    public static NodeTools OnPath { get; } = new("node", OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    /// <summary>Checks that Node is here and new enough.</summary>
    /// <exception cref="CannotStartException">It is not.</exception>
    public async Task RequireNodeAsync(CancellationToken cancellation)
    {
        var version = await Command.RunAsync(Node, ["--version"], Path.GetTempPath(), cancellation)
            ?? throw new CannotStartException($"Node was not found: {AskForNode}.");

        var text = version.Output.Trim();
        if (!Version.TryParse(text.TrimStart('v'), out var parsed))
        {
            throw new CannotStartException($"\"{Node} --version\" did not answer with a version: {AskForNode}.");
        }

        if (parsed.Major < OldestMajorVersion)
        {
            throw new CannotStartException($"Node {text} is too old: {AskForNode}.");
        }
    }

    /// <summary>Runs <c>npm</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="CannotStartException">There is no npm, or it failed.</exception>
    public async Task RunNpmAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var result = await Command.RunAsync(Npm, arguments, folder, cancellation)
            ?? throw new CannotStartException($"npm, which comes with Node, was not found: {AskForNode}.");

        if (result.ExitCode != 0)
        {
            throw new CannotStartException(string.Create(
                CultureInfo.InvariantCulture,
                $"npm could not install Azurite (exit code {result.ExitCode}): {FirstError(result)}"));
        }
    }

    private static string FirstError(CommandResult result) =>
        result.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal) && !line.Contains("error code", StringComparison.Ordinal))
        ?? "it did not say why";
}
