using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Renstra.Transform.Reference;

/// <summary>The names and the contents of the reference files: those shipped with the product, some of them overridden.</summary>
public sealed class ReferenceFiles
{
    private const string ResourcePrefix = "Reference/";

    /// <summary>
    /// The files that no figure is computed from: how files are read and which of them stand acts through the reports, the calendar
    /// through the time at which months close, and the tables of the plan are shown as they are. A file that is not named here counts.
    /// </summary>
    private static readonly ImmutableHashSet<string> NotForFigures =
    [
        SeverityReader.File,
        SynonymsReader.File,
        CalendarReader.File,
        WithdrawalsReader.File,
        BreakdownsReader.File,
        ProgrammesReader.File,
        PlanTablesReader.ResultsFile,
        PlanTablesReader.CategoriesFile,
        PlanTablesReader.BudgetFile,
    ];

    private static readonly Lazy<ReferenceFiles> ShippedFiles = new(ReadShipped);

    private readonly ImmutableSortedDictionary<string, string> _contents;

    private ReferenceFiles(ImmutableSortedDictionary<string, string> contents) => _contents = contents;

    /// <summary>The files as shipped.</summary>
    public static ReferenceFiles Shipped => ShippedFiles.Value;

    /// <summary>The files' names, in order.</summary>
    public IEnumerable<string> Names => _contents.Keys;

    /// <summary>
    /// The version: the first twelve hexadecimal digits of a SHA-256 over names and contents. Line ends do not count, so that a
    /// checkout on another system is the same version.
    /// </summary>
    public string Version => VersionOf(Names);

    /// <summary>The same over those files alone that figures depend on: what does not change it changes no release.</summary>
    public string FiguresVersion => VersionOf(Names.Where(name => !NotForFigures.Contains(name)));

    /// <summary>A file's text.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string name] => _contents[name];

    /// <summary>The same files, one of them with another text.</summary>
    /// <param name="name">The name of a file that exists; reference data cannot be added under a new name.</param>
    /// <param name="content">The file's whole text, as CSV with a header.</param>
    /// <exception cref="ArgumentException">No reference file has that name.</exception>
    public ReferenceFiles With(string name, string content) =>
        _contents.ContainsKey(name)
            ? new ReferenceFiles(_contents.SetItem(name, Normalise(content)))
            : throw new ArgumentException($"'{name}' is not a reference file; there are {string.Join(", ", Names)}.", nameof(name));

    private string VersionOf(IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{_contents[name]}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static ReferenceFiles ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new ReferenceFiles(assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(resource => resource[ResourcePrefix.Length..], resource => ReadText(assembly, resource), StringComparer.Ordinal));
    }

    private static string ReadText(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return Normalise(reader.ReadToEnd());
    }

    private static string Normalise(string content) => content.ReplaceLineEndings("\n").TrimStart('\uFEFF');
}
