using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Renstra.Testing;

namespace Renstra.PowerBi.Tests.PowerQuery;

/// <summary>
/// <c>check.mjs</c> with the packages that its lock file pins: M's own parser and a validator of JSON schemas. They are installed once
/// per lock file and user, beside what the product itself installs.
/// </summary>
internal static class NodeChecks
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "PowerQuery", "Node");
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Parses M expressions, each under a name.</summary>
    public static Task<JsonElement> ParseAsync(IReadOnlyDictionary<string, string> expressions) => RunAsync("parse", expressions);

    /// <summary>Validates files by the schema that each names, among those in a folder.</summary>
    public static Task<JsonElement> ValidateAsync(string schemas, IReadOnlyList<string> files) => RunAsync("validate", new { schemas, files });

    private static async Task<JsonElement> RunAsync<TInput>(string check, TInput input)
    {
        var folder = await Installed.Value;
        return JsonDocument.Parse(await ProcessAsync("node", [Path.Combine(folder, "check.mjs"), check], folder, JsonSerializer.Serialize(input))).RootElement;
    }

    private static async Task<string> InstallAsync()
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "renstra");
        Directory.CreateDirectory(cache);
        var folder = Path.Combine(cache, "powerbi-checks-" + await HashAsync());
        await using var held = await LockAsync(folder + ".lock");
        if (!Directory.Exists(folder))
        {
            var partial = folder + ".partial";
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            Directory.CreateDirectory(partial);
            foreach (var file in Directory.EnumerateFiles(Source))
            {
                File.Copy(file, Path.Combine(partial, Path.GetFileName(file)));
            }

            // The parser asks for a newer Node than it needs.
            await ProcessAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--engine-strict=false", "--no-audit", "--no-fund"], partial, "");

            // Under the final name there is never half of one.
            Directory.Move(partial, folder);
        }

        return folder;
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Foreign.PauseAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<string> ProcessAsync(string program, IEnumerable<string> arguments, string folder, string input)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Assert.Fail($"\"{program}\" was not found: install Node 20 or newer.");
        }

        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error}");
        return await output;
    }

    private static async Task<string> HashAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Source).Order(StringComparer.Ordinal))
        {
            hash.AppendData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
