using System.Text.Json;
using Renstra.LocalHost.Azurite;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Azurite;

public sealed class AzuriteInstallationTests : IDisposable
{
    // npm works in the folder that it installs into.
    private const string InstallWhole = "mkdir -p node_modules/azurite/dist/src; echo whole > node_modules/azurite/dist/src/azurite.js";

    private readonly TemporaryFolder _programs = new();
    private readonly TemporaryFolder _cache = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_Node_the_reason_is_one_sentence()
    {
        var installation = new AzuriteInstallation(_cache.Path, new NodeTools("tidak-ada-node", "tidak-ada-npm"));

        var failure = await Assert.ThrowsAsync<CannotStartException>(() => installation.EnsureAsync(Cancellation));

        Assert.Equal("Node was not found: install Node 20 or newer, which runs Azurite, the local storage.", failure.Message);
    }

    [Fact]
    public async Task Without_npm_the_reason_is_one_sentence()
    {
        var installation = new AzuriteInstallation(_cache.Path, new NodeTools(Program("node", "echo v20.1.0"), "tidak-ada-npm"));

        var failure = await Assert.ThrowsAsync<CannotStartException>(() => installation.EnsureAsync(Cancellation));

        Assert.Equal("npm, which comes with Node, was not found: install Node 20 or newer, which runs Azurite, the local storage.", failure.Message);
    }

    [Theory]
    [InlineData("v18.20.4", "Node v18.20.4 is too old")]
    [InlineData("v9.0.0", "Node v9.0.0 is too old")]
    [InlineData("bukan versi", "did not answer with a version")]
    public async Task A_Node_that_will_not_do_is_named(string version, string reason)
    {
        var installation = new AzuriteInstallation(_cache.Path, new NodeTools(Program("node", $"echo {version}"), "tidak-ada-npm"));

        var failure = await Assert.ThrowsAsync<CannotStartException>(() => installation.EnsureAsync(Cancellation));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("install Node 20 or newer, which runs Azurite, the local storage.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_that_failed_halfway_is_reported_not_taken_for_whole_and_made_anew()
    {
        var failing = Installation($"{InstallWhole}; echo 'npm error code ENOTFOUND' >&2; echo 'npm error network unreachable' >&2; exit 1");
        var working = Installation(InstallWhole);

        var failure = await Assert.ThrowsAsync<CannotStartException>(() => failing.EnsureAsync(Cancellation));
        var afterFailure = File.Exists(failing.MainScript);
        await working.EnsureAsync(Cancellation);

        Assert.Equal("npm could not install Azurite (exit code 1): npm error network unreachable", failure.Message);
        Assert.False(afterFailure);
        Assert.True(File.Exists(working.MainScript));
    }

    [Fact(Timeout = Patience.Milliseconds)]
    public async Task An_install_that_is_given_up_is_not_taken_for_whole()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = Path.Combine(_programs.Path, "begun");
        var hanging = Installation($"{InstallWhole}; touch '{begun}'; sleep 600");

        var ensuring = hanging.EnsureAsync(giveUp.Token);
        await Foreign.UntilAsync(() => File.Exists(begun), Cancellation);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ensuring);

        Assert.False(File.Exists(hanging.MainScript));
    }

    [Fact]
    public async Task Several_that_ask_at_once_get_one_install()
    {
        var runs = Path.Combine(_programs.Path, "runs");
        var installations = Enumerable.Range(0, 8)
            .Select(_ => Installation($"echo run >> '{runs}'; {InstallWhole}; sleep 0.3")).ToArray();

        await Task.WhenAll(installations.Select(installation => installation.EnsureAsync(Cancellation)));

        Assert.Single(await File.ReadAllLinesAsync(runs, Cancellation));
        Assert.True(File.Exists(installations[0].MainScript));
    }

    [Fact]
    public async Task What_is_installed_is_not_installed_again()
    {
        await Installation(InstallWhole).EnsureAsync(Cancellation);

        await Installation("exit 1").EnsureAsync(Cancellation);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void It_is_kept_in_a_folder_of_the_user_unless_another_is_chosen(string? chosen)
    {
        var folder = AzuriteInstallation.CacheFolder(chosen);

        Assert.True(Path.IsPathFullyQualified(folder));
        Assert.Equal("renstra", Path.GetFileName(folder));
        Assert.Equal(_cache.Path, AzuriteInstallation.CacheFolder(_cache.Path));
    }

    [Fact]
    public async Task The_lock_file_pins_every_package_by_its_hash_and_names_no_registry()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Azurite", "package-lock.json"));
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: Cancellation);

        var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToArray();

        Assert.Equal("3.37.0", packages.Single(package => package.Name == "node_modules/azurite").Value.GetProperty("version").GetString());
        Assert.All(packages, package => Assert.True(package.Value.TryGetProperty("integrity", out _), package.Name));
        Assert.All(packages, package => Assert.False(package.Value.TryGetProperty("resolved", out _), package.Name));
    }

    public void Dispose()
    {
        _programs.Dispose();
        _cache.Dispose();
    }

    private AzuriteInstallation Installation(string npm) =>
        new(_cache.Path, new NodeTools(Program("node", "echo v22.0.0"), Program("npm-" + Guid.NewGuid(), npm)));

    private string Program(string name, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs that stand in for Node and npm are shell scripts.");
        var path = Path.Combine(_programs.Path, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
