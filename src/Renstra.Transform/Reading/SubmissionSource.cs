using Renstra.Transform.Regions;

namespace Renstra.Transform.Reading;

/// <summary>What is known of a submission besides its bytes. The folder is evidence, not proof, of the sender.</summary>
/// <param name="FileName">As the sender named the file.</param>
/// <param name="Folder">The region whose folder it came from; the province's code when the province sent it, null when unknown.</param>
/// <param name="SubmittedAt">When it was handed in: a month that had not ended begun by then cannot be reported about.</param>
public sealed record SubmissionSource(string FileName, RegionCode? Folder, DateTimeOffset SubmittedAt);
