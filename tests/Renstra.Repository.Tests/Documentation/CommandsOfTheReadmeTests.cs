using System.Diagnostics;
using Renstra.Testing;

namespace Renstra.Repository.Tests.Documentation;

/// <summary>What the README's commands do beyond what their own projects can test.</summary>
public sealed class CommandsOfTheReadmeTests : IDisposable
{
    private readonly TemporaryFolder _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task Paths_on_the_command_line_of_LocalHost_are_the_callers()
    {
        var project = WorkingCopy.PathOf("src/Renstra.LocalHost/Renstra.LocalHost.csproj");
        using var run = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:RunWorkingDirectory", "-nologo"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _caller.Path,
        })!;
        var folder = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(_caller.Path, folder.Trim());
    }
}
