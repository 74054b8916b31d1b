using System.Diagnostics;
using System.Runtime.InteropServices;
using Renstra.Testing;

namespace Renstra.Functions.Tests.Hosting;

/// <summary>The folder that Azure takes, made as <c>docs/operations.md</c> says, once for all tests that look at it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();

    /// <summary>Azure's platform, for which the app is published with its own .NET.</summary>
    public static bool RunsHere => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public string Folder => Path.Combine(_temporary.Path, "app");

    public string Executable => Path.Combine(Folder, "Renstra.Functions");

    public async ValueTask InitializeAsync()
    {
        if (!RunsHere)
        {
            return;
        }

        // What it builds on the way stays out of the working copy, where other builds may be at work.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", RepositoryRoot.PathOf("src/Renstra.Functions"), "--configuration", "Release", "--runtime", "linux-x64", "--self-contained",
                "--artifacts-path", Path.Combine(_temporary.Path, "artifacts"), "--output", Folder,
            ])
        {
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(start)!;
        var output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
