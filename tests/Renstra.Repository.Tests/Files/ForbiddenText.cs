using System.Text.RegularExpressions;

namespace Renstra.Repository.Tests.Files;

/// <summary>What no file of the repository says: where it was built, where packages came from, and anything that opens something.</summary>
internal static partial class ForbiddenText
{
    /// <summary>
    /// The published account key of the storage emulator, which opens nothing but a developer's own machine
    /// (Azurite's documentation, "Well-known storage account and key").
    /// </summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly (string Kind, Regex Pattern)[] Patterns =
    [
        ("package registry", PackageRegistry()),
        ("path of somebody's machine", MachinePath()),
        ("account key", AccountKey()),
        ("shared access signature", SharedAccessSignature()),
        ("function key", FunctionKey()),
        ("private key", PrivateKey()),
        ("token", Token()),
    ];

    /// <summary>Everything in a text that should not be there, each with its kind.</summary>
    public static IEnumerable<string> In(string text) =>
        from pattern in Patterns
        from match in pattern.Pattern.Matches(text)
        where !match.Value.Contains(EmulatorKey, StringComparison.Ordinal)
        select $"{pattern.Kind}: {match.Value}";

    [GeneratedRegex(
        """
        (?i)\b(?:[a-z0-9-]+\.)*(?:nuget\.org|npmjs\.(?:org|com)|yarnpkg\.com|pkgs\.dev\.azure\.com|jfrog\.io)\b
        | "resolved":\s*"https?:[^"]*
        | <packageSources[ >]
        | ^\s*registry\s*=\s*\S+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex PackageRegistry();

    // Azure's own Linux workers keep an app under /home/site; that path is theirs, not a person's.
    [GeneratedRegex(@"(?<![\w.:/-])/(?:work|tmp|root|Users|home(?!/site))/[\w.-]+|\b[A-Z]:\\Users\\\w+")]
    private static partial Regex MachinePath();

    // Named, because a lock file's content hashes look the same.
    [GeneratedRegex("""(?i)key["']?\s*[:=]\s*["']?[A-Za-z0-9+/]{86}==""")]
    private static partial Regex AccountKey();

    [GeneratedRegex(@"[?&;]sig=[A-Za-z0-9%+/]{40,}")]
    private static partial Regex SharedAccessSignature();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{42}AzFu[A-Za-z0-9_-]{6}==")]
    private static partial Regex FunctionKey();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\bgh[oprsu]_[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b|\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}")]
    private static partial Regex Token();
}
