using System.Diagnostics;
using System.Reflection;

namespace Renstra.Repository.Tests.Infra;

/// <summary>The real compiler, of the version that the project file names. It needs no network: no template uses a registry.</summary>
internal static class BicepCompiler
{
    private static readonly string Executable = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepCompiler")
        .Value!;

    /// <summary>Runs the compiler and returns its exit code and everything it printed.</summary>
    public static async Task<BicepRun> RunAsync(
        string directory,
        string[] arguments,
        CancellationToken cancellation,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var bicep = Process.Start(start)!;
        var output = bicep.StandardOutput.ReadToEndAsync(cancellation);
        var messages = bicep.StandardError.ReadToEndAsync(cancellation);
        await bicep.WaitForExitAsync(cancellation);

        return new BicepRun(bicep.ExitCode, await output, await messages);
    }
}

/// <summary>How a run ended. Warnings are in the messages and leave the exit code at 0.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Messages);
