using Renstra.Transform.Regions;

namespace Renstra.Transform.Reading.Identities;

/// <summary>What a text says of a region: none that is known, one, or several that could be meant.</summary>
/// <param name="Candidates">The regions that could be meant, in order of code; none when the text is not understood or contradicts itself.</param>
/// <param name="Nearest">Where nothing is understood, the region whose name is most like the text, to ask after; otherwise null.</param>
internal sealed record RegionReading(IReadOnlyList<Region> Candidates, Region? Nearest = null);
