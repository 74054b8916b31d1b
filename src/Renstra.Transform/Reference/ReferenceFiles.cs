using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Renstra.Transform.Reference;

/// <summary>The names and the contents of the reference files: those shipped with the product, some of them overridden.</summary>
public sealed class ReferenceFiles
{
    private const string ResourcePrefix = "Reference/";

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
    public string Version
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (name, content) in _contents)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content}\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        }
    }

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
