using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>
/// A version of reference data as it is kept once it has come into force, so that what was decided by it can be decided again, and
/// so that it can stay in force when a later one is refused.
/// </summary>
/// <param name="Files">Every file's text, by name.</param>
/// <param name="Overridden">The names of those that were not the shipped ones.</param>
internal sealed record KeptReference(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Overridden)
{
    public static KeptReference Of(ReferenceFiles files) => new(
        files.Names.ToDictionary(name => name, name => files[name], StringComparer.Ordinal),
        [.. files.Names.Where(name => files[name] != ReferenceFiles.Shipped[name])]);

    /// <summary>The version again, as it was.</summary>
    public ReferenceFiles Whole() => Over(Files.Keys);

    /// <summary>What this build ships, overridden as the version was.</summary>
    public ReferenceFiles OverShipped() => Over(Overridden);

    // A file that this build knows nothing of belonged to another build.
    private ReferenceFiles Over(IEnumerable<string> names) => names
        .Where(ReferenceFiles.Shipped.Names.Contains)
        .Aggregate(ReferenceFiles.Shipped, (files, name) => files.With(name, Files[name]));
}
