using Renstra.Transform.Reference;

namespace Renstra.Transform.Releases.Files;

/// <summary>What a release's files tell.</summary>
/// <param name="Reference">The reference data of the release, for names.</param>
/// <param name="Content">The release.</param>
/// <param name="Difference">What it changed about the one before; null for the first.</param>
internal sealed record ReleaseDocument(ReferenceData Reference, ReleaseContent Content, ReleaseDifference? Difference);
