using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Renstra.Functions.Storage;
using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>
/// The container of reference data: files that override shipped ones lie at its root under the names of those, and every version
/// that ever came into force lies under <c>_versi/</c>. <c>_penarikan/</c> belongs to withdrawals.
/// </summary>
internal sealed class ReferenceBlobs(StorageClients storage)
{
    /// <summary>The longest overriding file that is read, in bytes.</summary>
    public const int LongestFile = 4 * 1024 * 1024;

    /// <summary>What lies here overrides nothing.</summary>
    public const string WithdrawalsFolder = "_penarikan/";

    /// <summary>The withdrawals that hold.</summary>
    public const string WithdrawalRecord = WithdrawalsFolder + "berlaku.json";

    /// <summary>Metadata of a version: which of those put into force within one second was the last; a later one has a larger number.</summary>
    private const string OrderMetadata = "urutan";

    private const string VersionsFolder = "_versi/";
    private const string VersionSuffix = ".json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Looks at what is there, without reading it.</summary>
    public async Task<ReferenceListing> ListAsync(CancellationToken cancellation)
    {
        var overrides = new SortedDictionary<string, ReferenceOverride>(StringComparer.Ordinal);
        var kept = new SortedDictionary<string, KeptSince>(StringComparer.Ordinal);
        ETag? withdrawals = null;
        await foreach (var blob in storage.ReferenceBlobs.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (blob.Name.StartsWith(VersionsFolder, StringComparison.Ordinal))
            {
                kept.Add(blob.Name[VersionsFolder.Length..^VersionSuffix.Length], new KeptSince(blob.Properties.LastModified!.Value, OrderOf(blob.Metadata)));
            }
            else if (blob.Name == WithdrawalRecord)
            {
                withdrawals = blob.Properties.ETag;
            }
            else if (!blob.Name.StartsWith(WithdrawalsFolder, StringComparison.Ordinal))
            {
                overrides.Add(blob.Name, new ReferenceOverride(blob.Properties.ETag!.Value, blob.Properties.ContentLength!.Value));
            }
        }

        return new ReferenceListing(overrides, kept, withdrawals);
    }

    /// <summary>The shipped files, overridden by those in the container.</summary>
    /// <exception cref="ReferenceDataException">A file cannot override any; all such files are named.</exception>
    public async Task<ReferenceFiles> ReadAsync(ReferenceListing listing, CancellationToken cancellation)
    {
        var files = ReferenceFiles.Shipped;
        var problems = new List<ReferenceProblem>();
        foreach (var (name, file) in listing.Overrides)
        {
            if (!files.Names.Contains(name))
            {
                problems.Add(new ReferenceProblem(name, 0, $"is no reference file; there are {string.Join(", ", files.Names)}"));
            }
            else if (file.Size > LongestFile)
            {
                problems.Add(new ReferenceProblem(name, 0, FormattableString.Invariant($"has {file.Size} bytes; {LongestFile} are the most")));
            }
            else if (await TryReadAsync(name, problems, cancellation) is { } content)
            {
                files = files.With(name, content);
            }
        }

        return problems.Count == 0 ? files : throw new ReferenceDataException(problems);
    }

    /// <summary>Keeps a version as the one that was last put into force.</summary>
    /// <param name="version">The version.</param>
    /// <param name="kept">What it consists of.</param>
    /// <param name="after">What was there before.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task KeepAsync(string version, KeptReference kept, ReferenceListing after, CancellationToken cancellation) =>
        storage.ReferenceBlobs.GetBlobClient(NameOf(version)).UploadAsync(
            BinaryData.FromObjectAsJson(kept),
            new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                Metadata = new Dictionary<string, string> { [OrderMetadata] = (after.LastOrder + 1).ToString(CultureInfo.InvariantCulture) },
            },
            cancellation);

    /// <summary>A version that was in force; null when there is none of that name.</summary>
    public async Task<KeptReference?> FindAsync(string version, CancellationToken cancellation) =>
        (await storage.ReferenceBlobs.GetBlobClient(NameOf(version)).DownloadContentAsync(cancellation).FoundAsync())
            ?.Content.ToObjectFromJson<KeptReference>();

    private static long OrderOf(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(OrderMetadata, out var order) && long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string NameOf(string version) => VersionsFolder + version + VersionSuffix;

    private async Task<string?> TryReadAsync(string name, List<ReferenceProblem> problems, CancellationToken cancellation)
    {
        var download = await storage.ReferenceBlobs.GetBlobClient(name).DownloadContentAsync(cancellation);
        try
        {
            return Utf8.GetString(download.Value.Content.ToMemory().Span);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ReferenceProblem(name, 0, "is not UTF-8; save it as CSV UTF-8"));
            return null;
        }
    }
}

/// <summary>What lies in the container of reference data.</summary>
/// <param name="Overrides">The files put there to override shipped ones, by name.</param>
/// <param name="Kept">The versions that were ever put into force, with when each last was.</param>
/// <param name="WithdrawalRecord">The ETag of the withdrawals that hold; null while nothing was ever withdrawn.</param>
internal sealed record ReferenceListing(
    IReadOnlyDictionary<string, ReferenceOverride> Overrides, IReadOnlyDictionary<string, KeptSince> Kept, ETag? WithdrawalRecord)
{
    /// <summary>The version that was last put into force; null when none ever was.</summary>
    public string? LatestVersion { get; } = Kept.Count == 0 ? null : Kept.MaxBy(version => version.Value).Key;

    /// <summary>The largest number that a version has; 0 when none has one.</summary>
    public long LastOrder { get; } = Kept.Values.Select(since => since.Order).DefaultIfEmpty().Max();

    /// <summary>Whether another version was put into force after this one.</summary>
    public bool IsSuperseded(string version) => Kept.TryGetValue(version, out var since) && Kept[LatestVersion!].CompareTo(since) > 0;

    /// <summary>Whether the overriding files are the same, byte for byte.</summary>
    public bool HasSameOverrides(ReferenceListing? other) =>
        other is not null
        && Overrides.Count == other.Overrides.Count
        && Overrides.All(file => other.Overrides.TryGetValue(file.Key, out var theirs) && theirs == file.Value);
}

/// <summary>When a version was last put into force. Storage tells whole seconds; within one, the number decides.</summary>
/// <param name="At">The second.</param>
/// <param name="Order">Larger than any that was there before; 0 for a version kept before there were numbers.</param>
internal readonly record struct KeptSince(DateTimeOffset At, long Order) : IComparable<KeptSince>
{
    public int CompareTo(KeptSince other) => (At, Order).CompareTo((other.At, other.Order));
}

/// <summary>A file put there to override a shipped one.</summary>
/// <param name="ETag">Changes with its content.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct ReferenceOverride(ETag ETag, long Size);

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
