using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Renstra.Testing;

/// <summary>
/// A Node program of the tests, with the packages that its lock file pins. It is installed and made ready once per user and content,
/// beside what the product itself installs; any number of test processes may ask at once.
/// </summary>
/// <param name="name">Names its folder.</param>
/// <param name="source">The folder with its <c>package.json</c>, lock file and scripts.</param>
/// <param name="generated">More files that go beside them, by name.</param>
/// <param name="steps">What makes it ready after the packages are there: programs of packages, each with its arguments.</param>
internal sealed class NodeProgram(string name, string source, IReadOnlyDictionary<string, string> generated, params IReadOnlyList<IReadOnlyList<string>> steps)
{
    private const int HashDigits = 12;
    private static readonly TimeSpan LockPollInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _installing = new();
    private Task<string>? _folder;

    /// <summary>Runs a script with Node: text in, text out.</summary>
    /// <exception cref="InvalidOperationException">Node is missing, or the script failed.</exception>
    public async Task<string> RunAsync(string script, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        Task<string> installed;
        lock (_installing)
        {
            // Not the asking test's token: the others wait for the same folder.
            installed = _folder ??= InstallAsync();
        }

        var folder = await installed.WaitAsync(cancellation);
        return await OtherProgram.RunAsync("node", [Path.Combine(folder, script), .. arguments], folder, input, cancellation);
    }

    private async Task<string> InstallAsync()
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "renstra");
        Directory.CreateDirectory(cache);
        var folder = Path.Combine(cache, $"{name}-{await HashAsync()}");
        await using var held = await LockAsync(folder + ".lock");
        if (!Directory.Exists(folder))
        {
            var partial = folder + ".partial";
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            Directory.CreateDirectory(partial);
            foreach (var file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(partial, Path.GetFileName(file)));
            }

            foreach (var (file, text) in generated)
            {
                await File.WriteAllTextAsync(Path.Combine(partial, file), text);
            }

            // Packages may ask for a newer Node than they need.
            await OtherProgram.RunAsync(Command("npm"), ["ci", "--ignore-scripts", "--engine-strict=false", "--no-audit", "--no-fund"], partial, "", CancellationToken.None);
            foreach (var step in steps)
            {
                await OtherProgram.RunAsync(Command(Path.Combine(partial, "node_modules", ".bin", step[0])), step.Skip(1), partial, "", CancellationToken.None);
            }

            // Under the final name there is never half of one.
            Directory.Move(partial, folder);
        }

        return folder;
    }

    private static string Command(string program) => OperatingSystem.IsWindows() ? $"{program}.cmd" : program;

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
                await Foreign.PauseAsync(LockPollInterval, CancellationToken.None);
            }
        }
    }

    private async Task<string> HashAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(source).Order(StringComparer.Ordinal))
        {
            hash.AppendData(await File.ReadAllBytesAsync(file));
        }

        foreach (var (file, text) in generated.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + text));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', steps.Select(step => string.Join(' ', step)))));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits];
    }
}

/// <summary>Programs that are not ours.</summary>
internal static class OtherProgram
{
    /// <summary>Runs a program to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It is missing, or failed.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string folder, string input, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"\"{program}\" was not found: install it (node and npm come with Node 20 or newer).", missing);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)}: {await error}{await output}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
