using System.Text.RegularExpressions;

namespace Renstra.Repository.Tests.Architecture;

/// <summary>
/// What pure code does not touch: the clock, chance, the file system, the network, the process and its surroundings.
/// With none of them in reach, the same file and the same reference data always give the same verdict.
/// </summary>
internal static partial class Impurity
{
    /// <summary>The members and types among those that an assembly uses which make its results depend on when and where it runs.</summary>
    public static IReadOnlyList<string> Of(CompiledAssembly assembly) =>
    [
        .. assembly.Types.Where(type => ForbiddenType().IsMatch(type)),
        .. assembly.Members.Where(member => ForbiddenMember().IsMatch(member)),
    ];

    // WebUtility is the one type of System.Net that knows text only.
    [GeneratedRegex(
        """
        ^System\.(
            TimeProvider | Random | Console |
            Diagnostics\.(Stopwatch | Process) |
            IO\.(File | FileInfo | FileStream | Directory | DirectoryInfo | DriveInfo | FileSystemWatcher | RandomAccess) |
            IO\.(MemoryMappedFiles | Pipes | IsolatedStorage)\..* |
            Net\.(?!WebUtility$).* |
            Threading\.(Timer | PeriodicTimer | Thread) |
            Security\.Cryptography\.RandomNumberGenerator
        )$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ForbiddenType();

    // Two members of Environment are harmless: compilers write get_CurrentManagedThreadId into every iterator, and
    // get_NewLine separates lines of messages to engineers.
    [GeneratedRegex(
        """
        ^System\.(
            (DateTime | DateTimeOffset)\.get_(Now | UtcNow | Today) |
            Environment\.(?!get_(CurrentManagedThreadId | NewLine)$).* |
            Guid\.(NewGuid | CreateVersion7) |
            IO\.Path\.(GetTempPath | GetTempFileName | GetFullPath | GetRandomFileName | Exists) |
            TimeZoneInfo\.get_Local |
            Threading\.Tasks\.Task\.Delay
        )$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ForbiddenMember();
}
