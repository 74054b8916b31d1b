using System.Security.Cryptography;

namespace Renstra.LocalHost.Azurite;

/// <summary>
/// The one version of Azurite that the lock file beside this code pins, installed once per user and shared by everything that
/// runs here, tests included.
/// </summary>
/// <param name="cacheFolder">Under it each lock file gets a folder of its own.</param>
/// <param name="tools">The Node and npm to use.</param>
internal sealed class AzuriteInstallation(string cacheFolder, NodeTools tools)
{
    /// <summary>The environment variable that names another cache folder than the user's own.</summary>
    public const string CacheFolderVariable = "RENSTRA_AZURITE";

    private const string Manifest = "package.json";
    private const string LockFile = "package-lock.json";

    private static readonly TimeSpan LockPollInterval = TimeSpan.FromMilliseconds(200);
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Azurite");

    private readonly string _name = "azurite-" + HashOfLockFile();

    /// <summary>The installation in the user's cache folder, or in the one that <see cref="CacheFolderVariable"/> names.</summary>
    public static AzuriteInstallation ForThisUser { get; } =
        new(CacheFolder(Environment.GetEnvironmentVariable(CacheFolderVariable)), NodeTools.OnPath);

    /// <summary>The Node that runs it.</summary>
    public string Node => tools.Node;

    /// <summary>Checks that Node is here and new enough.</summary>
    /// <exception cref="CannotStartException">It is not.</exception>
    public Task RequireNodeAsync(CancellationToken cancellation) => tools.RequireNodeAsync(cancellation);

    /// <summary>Preloaded into Node, it makes Azurite end with the process that started it.</summary>
    public static string EndWithParentScript => Path.Combine(Source, "end-with-parent.cjs");

    /// <summary>Preloaded into Node, it keeps an Azurite that holds everything in memory from standing still to look for what it could free.</summary>
    public static string NeverCollectScript => Path.Combine(Source, "never-collect.cjs");

    /// <summary>Azurite's own start script, there once <see cref="EnsureAsync"/> has returned.</summary>
    public string MainScript => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    private string Folder => Path.Combine(cacheFolder, _name);

    /// <summary>The folder <paramref name="chosen"/>, or the user's own when it is null or empty.</summary>
    public static string CacheFolder(string? chosen) =>
        string.IsNullOrEmpty(chosen)
            ? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "renstra")
            : Path.GetFullPath(chosen);

    /// <summary>Installs Azurite unless it is there. Any number of processes may ask at once: one installs, the others wait.</summary>
    /// <exception cref="CannotStartException">Node or npm is missing, too old or failed.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        // What is installed was installed with a Node that would do; AzuriteServer says so if it no longer does.
        if (File.Exists(MainScript))
        {
            return;
        }

        await tools.RequireNodeAsync(cancellation);
        Directory.CreateDirectory(cacheFolder);
        await using var held = await LockAsync(cancellation);
        if (!File.Exists(MainScript))
        {
            await InstallAsync(cancellation);
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        var path = Folder + ".lock";
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPollInterval, TimeProvider.System, cancellation);
            }
        }
    }

    private async Task InstallAsync(CancellationToken cancellation)
    {
        // What an earlier install left when it was killed. The lock is held, so nobody is at work in it.
        var partial = Folder + ".partial";
        DeleteIfThere(partial);
        DeleteIfThere(Folder);

        Directory.CreateDirectory(partial);
        File.Copy(Path.Combine(Source, Manifest), Path.Combine(partial, Manifest));
        File.Copy(Path.Combine(Source, LockFile), Path.Combine(partial, LockFile));
        await tools.RunNpmAsync(
            partial, ["ci", "--ignore-scripts", "--omit=dev", "--engine-strict=false", "--no-audit", "--no-fund"], cancellation);

        // The rename is what makes it an installation: under the final name there is never half of one.
        Directory.Move(partial, Folder);
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string HashOfLockFile() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Source, LockFile))))[..12];
}
